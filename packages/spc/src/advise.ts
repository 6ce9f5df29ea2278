import { analyse } from "./analyse.ts";
import type { Analysis, Point } from "./analysis.ts";
import { autocorrelation } from "./autocorrelation.ts";
import { rangeSigma } from "./steps/segment-cost.ts";
import { correctedMean } from "./mean.ts";
import type { AnalysisOptions } from "./options.ts";
import type { Chart, Series } from "./series.ts";

export type AdviceCode =
  | "another-chart"
  | "more-points"
  | "autocorrelation"
  | "seasonality"
  | "over-dispersion"
  | "under-dispersion"
  | "rounding"
  | "digit-preference"
  | "small-denominators"
  | "rare-events";

export interface Advice {
  readonly code: AdviceCode;
  readonly words: string;
  /** The numbers behind it, by name. */
  readonly evidence: Readonly<Record<string, number>>;
  /** A chart that would fit better. */
  readonly chart?: Chart;
}

/** Enough for limits that hardly move any more. Provost and Murray: 20 or more. */
const FIRM = 20;

/** What a careful analyst would say before reading the chart. An empty list means nothing stands out. */
export function advise(series: Series, options: AnalysisOptions = {}): Advice[] {
  const analysis = analyse(series, options);
  const used = analysis.points.filter((point) => point.value !== null && point.excluded === null);
  return [
    ...chartAdvice(series, used),
    ...pointsAdvice(analysis),
    ...dependenceAdvice(analysis, used),
    ...dispersionAdvice(analysis, used),
    ...resolutionAdvice(used),
    ...denominatorAdvice(analysis, used),
  ];
}

function chartAdvice(series: Series, used: readonly Point[]): Advice[] {
  if (used.length === 0) return [];
  if ("numerators" in series) return ratioChartAdvice(series.chart, used);
  if (!("values" in series)) return [];
  const whole = used.every((point) => Number.isInteger(point.numerator) && point.numerator! >= 0);
  const mean = correctedMean(used.map((point) => point.numerator!));
  const words =
    "These are small whole counts: a C chart fits if each period has the same chance of an event; if not, give denominators for a U chart.";
  return whole && mean < 30 && series.chart === "xmr"
    ? [{ code: "another-chart", chart: "c", words, evidence: { mean } }]
    : [];
}

function ratioChartAdvice(chart: Chart, used: readonly Point[]): Advice[] {
  const whole = used.every((point) => Number.isInteger(point.numerator) && point.numerator! >= 0);
  const share =
    whole &&
    used.every((point) => Number.isInteger(point.denominator) && point.numerator! <= point.denominator!);
  const over = used.filter((point) => point.numerator! > point.denominator!).length;
  if (chart === "u" && share && used.every((point) => point.denominator! > 1)) {
    const words =
      "No numerator is above its denominator. If it counts cases, each yes or no, a P chart fits better.";
    return [{ code: "another-chart", chart: "p", words, evidence: { points: used.length } }];
  }
  if (!whole && (chart === "p" || chart === "u")) {
    const words = "The numerators are not counts. A weighted individuals chart does not need them to be.";
    return [{ code: "another-chart", chart: "xmr-weighted", words, evidence: { over } }];
  }
  return [];
}

function pointsAdvice(analysis: Analysis): Advice[] {
  const phase = analysis.phases.at(-1);
  if (phase === undefined || phase.baselinePoints >= FIRM) return [];
  const toTrial = Math.max(0, 12 - phase.baselinePoints);
  const toFirm = FIRM - phase.baselinePoints;
  const isRun = analysis.chart === "run";
  const words = isRun
    ? `The median has ${phase.baselinePoints} of the ${FIRM} points that make it firm.`
    : toTrial > 0
      ? `The limits come from ${phase.baselinePoints} points. ${toTrial} more make them usable, ${toFirm} more make them firm.`
      : `The limits come from ${phase.baselinePoints} points. They will still move a little until there are ${toFirm} more.`;
  return [{ code: "more-points", words, evidence: { points: phase.baselinePoints, toTrial, toFirm } }];
}

/** Points a year, from the spacing of the dates: what one season is. */
function seasonLength(used: readonly Point[]): number | null {
  const days = used.map((point) =>
    typeof point.x === "string" ? Date.parse(point.x.slice(0, 10)) / 86_400_000 : Number.NaN,
  );
  const gaps = days
    .slice(1)
    .map((day, i) => day - days[i]!)
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  const gap = gaps[gaps.length >> 1];
  if (gap === undefined) return null;
  if (gap === 1) return 7;
  if (gap === 7) return 52;
  if (gap >= 28 && gap <= 31) return 12;
  return gap >= 89 && gap <= 92 ? 4 : null;
}

function dependenceAdvice(analysis: Analysis, used: readonly Point[]): Advice[] {
  const residuals = analysis.points.map((point) =>
    point.value === null || point.centre === null || point.excluded !== null
      ? Number.NaN
      : point.value - point.centre,
  );
  const bound = 2 / Math.sqrt(Math.max(1, used.length));
  const found: Advice[] = [];
  const neighbours = autocorrelation(residuals, 1);
  if (used.length >= 12 && neighbours !== null && neighbours > bound) {
    const words =
      "Each point is like the one before it, so limits are too narrow and runs too long: expect false signals. Look for a slow cause, or chart longer periods.";
    found.push({ code: "autocorrelation", words, evidence: { lag1: neighbours, bound } });
  }
  const season = seasonLength(used);
  if (season === null || used.length < 2 * season) return found;
  const yearly = autocorrelation(residuals, season);
  if (yearly !== null && yearly > bound) {
    const words = `Points ${season} apart are alike: there is a season. A run above or below the centre may be the season and no change.`;
    found.push({ code: "seasonality", words, evidence: { lag: season, correlation: yearly, bound } });
  }
  return found;
}

const PRIME: Readonly<Partial<Record<Chart, Chart>>> = { p: "p-prime", u: "u-prime" };

function dispersionAdvice(analysis: Analysis, used: readonly Point[]): Advice[] {
  const prime = PRIME[analysis.chart];
  if ((prime === undefined && analysis.chart !== "c") || used.length < 12) return [];
  const z = used
    .filter((point) => point.upper1 !== null && point.centre !== null && point.upper1 > point.centre)
    .map((point) => (point.value! - point.centre!) / (point.upper1! - point.centre!));
  if (z.length < 12) return [];
  const sigmaZ = rangeSigma(z);
  // Sigma from n - 1 ranges has a standard error of about 0.8 / sqrt(n).
  const bound = 1 + 1.6 / Math.sqrt(z.length);
  if (sigmaZ > bound) {
    const words = `From point to point the values vary ${sigmaZ.toFixed(1)} times as much as counting chance explains, so the limits are too narrow. ${prime === undefined ? "An individuals chart fits." : "A prime chart fits."}`;
    return [{ code: "over-dispersion", chart: prime ?? "xmr", words, evidence: { sigmaZ, bound } }];
  }
  if (sigmaZ < 1 / bound) {
    const words = "The values vary less than counting chance gives. Are the counts complete and independent?";
    return [{ code: "under-dispersion", words, evidence: { sigmaZ, bound: 1 / bound } }];
  }
  return [];
}

function resolutionAdvice(used: readonly Point[]): Advice[] {
  const found: Advice[] = [];
  const values = used.map((point) => point.value!);
  const ranges = new Set(
    values.slice(1).map((value, i) => Number(Math.abs(value - values[i]!).toPrecision(9))),
  );
  if (used.length >= 12 && ranges.size > 1 && ranges.size <= 3) {
    // Wheeler, "Chunky data", in EMP III (2006): with so few possible ranges the unit itself makes the limits.
    const words =
      "Rounding makes the limits: there are too few different values. Record them in a finer unit.";
    found.push({ code: "rounding", words, evidence: { differentRanges: ranges.size } });
  }
  const raw = used.map((point) => point.numerator ?? Number.NaN);
  if (raw.length < 20 || !raw.every((value) => Number.isInteger(value) && Math.abs(value) >= 10))
    return found;
  const round = raw.filter((value) => value % 5 === 0).length;
  const expected = raw.length / 5;
  const z = (round - expected) / Math.sqrt(expected * 0.8);
  if (z > 3) {
    const words = "Values that end in 0 or 5 are too many to be chance. Are the numbers estimates?";
    found.push({ code: "digit-preference", words, evidence: { endIn0Or5: round, expected } });
  }
  return found;
}

function denominatorAdvice(analysis: Analysis, used: readonly Point[]): Advice[] {
  const { chart } = analysis;
  if ((chart !== "p" && chart !== "u") || used.length === 0) return [];
  const expected = used.map((point) => (point.centre! / analysis.multiplier) * point.denominator!);
  const mean = correctedMean(expected);
  if (mean < 1) {
    const words =
      "There is less than 1 event a point. Chart cases or time between events (a G or T chart), or longer periods.";
    return [{ code: "rare-events", chart: "g", words, evidence: { eventsAPoint: mean } }];
  }
  const fewest =
    chart === "p" ? expected.map((count, i) => Math.min(count, used[i]!.denominator! - count)) : expected;
  const small = fewest.filter((count) => count < 5).length;
  if (small * 4 < used.length) return [];
  const words = `${small} of ${used.length} points expect under 5 events, so their limits are lopsided. Chart longer periods.`;
  return [{ code: "small-denominators", words, evidence: { small, points: used.length } }];
}
