import type { Analysis, AssuranceKind, Chart, Signal, Variation } from "@throughline/spc";
import { rhythmOfLabels } from "./calendar.ts";
import { figureSayer, type Unit } from "./number-words.ts";
import { spanWords } from "./said-periods.ts";

/** What a chart says of itself: a short and a long text alternative. */
export interface ChartWords {
  readonly short: string;
  readonly long: string;
}

export function variationLabel({ kind, direction }: Pick<Variation, "kind" | "direction">): string {
  const way = direction === "none" ? "" : direction === "high" ? ", high" : ", low";
  switch (kind) {
    case "improving":
      return `Improving${way}`;
    case "worsening":
      return `Concern${way}`;
    case "high":
      return "Unusually high";
    case "low":
      return "Unusually low";
    case "unusual":
      return "Unusual pattern";
    case "common-cause":
      return "Common cause: no signal of change";
    case "too-few-points":
      return "Too few points to say";
  }
}

export function assuranceLabel(kind: AssuranceKind): string {
  switch (kind) {
    case "expected-to-hit":
      return "Expected to hit the target";
    case "expected-to-miss":
      return "Expected to miss the target";
    case "hit-and-miss":
      return "Hit and miss";
    case "no-target":
      return "No target";
    case "unknown":
      return "Target: cannot say yet";
  }
}

/** The signal that the verdict is about; null for common cause. */
export function verdictSignal({
  variation,
  signals,
}: Pick<Analysis, "variation" | "signals">): Signal | null {
  const { at, rule } = variation;
  if (at === null || rule === null) return null;
  return signals.findLast((signal) => signal.rule === rule && signal.from <= at && signal.to >= at) ?? null;
}

/** One sentence on the variation at the latest point. */
export function variationSentence(analysis: Analysis): string {
  const { variation } = analysis;
  const signal = verdictSignal(analysis);
  switch (variation.kind) {
    case "too-few-points":
      return variation.at === null ? "There is no reading yet." : "Go on measuring before you judge.";
    case "common-cause":
      return "The latest point is within what chance alone would give.";
    case "improving":
    case "worsening":
    case "high":
    case "low":
    case "unusual":
      return signal === null
        ? "The latest point is a signal."
        : `${sentence(signal.name)} Chance alone rarely does this.`;
  }
}

export function assuranceSentence({ assurance }: Analysis): string {
  switch (assurance.kind) {
    case "expected-to-hit":
      return "As it works now, this process will go on meeting the target.";
    case "expected-to-miss":
      return "As it works now, this process will go on missing the target.";
    case "hit-and-miss":
      return "As it works now, it is chance whether the target is met.";
    case "no-target":
      return "";
    case "unknown":
      return assurance.because === "no-direction"
        ? "Say which way is better to compare with the target."
        : "There are no limits yet to compare with the target.";
  }
}

function sentence(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}.`;
}

/** Plain sentences about any chart, for where no narrator has spoken. */
export function plainWords(analysis: Analysis, title: string, unit: Unit = {}): ChartWords {
  const short = `${variationLabel(analysis.variation)}. ${variationSentence(analysis)}`;
  const target =
    analysis.assurance.kind === "no-target"
      ? []
      : [`${assuranceLabel(analysis.assurance.kind)}. ${assuranceSentence(analysis)}`];
  return {
    short: `${title}. ${short}`,
    long: [extentSentence(analysis, unit), short, ...target, limitsSentence(analysis, unit)]
      .filter(Boolean)
      .join(" "),
  };
}

function extentSentence({ points, chart }: Analysis, unit: Unit): string {
  const measured = points.filter((point) => point.value !== null);
  const [first, last] = [measured[0], measured.at(-1)];
  if (first === undefined || last === undefined) return "A chart without a point.";
  const rhythm = rhythmOfLabels(points.map((point) => point.x));
  const values = measured.map((point) => point.value!);
  const say = figureSayer(points, unit);
  return `${chartName(chart)} of ${measured.length} points, ${spanWords(first.x, last.x, rhythm)}, between ${say(Math.min(...values))} and ${say(Math.max(...values))}; the latest is ${say(last.value!)}.`;
}

function limitsSentence({ points, phases, chart }: Analysis, unit: Unit): string {
  const phase = phases.at(-1);
  if (phase?.centre === null || phase === undefined) return "";
  const say = figureSayer(points, unit);
  const limits =
    phase.lower === null || phase.upper === null ? "" : `, limits ${say(phase.lower)} to ${say(phase.upper)}`;
  return `${centreName(chart)} ${say(phase.centre)}${limits}.`;
}

export function centreName(chart: Chart): string {
  if (chart === "t") return "Centre";
  return chart === "run" || chart === "xmr-median" || chart === "xmr-median-range" || chart === "g"
    ? "Median"
    : "Mean";
}

const names: Readonly<Record<Chart, string>> = {
  run: "Run chart",
  xmr: "XmR chart",
  mr: "Moving range chart",
  "xmr-median": "XmR chart about the median",
  "xmr-median-range": "XmR chart with median ranges",
  "xmr-weighted": "Weighted XmR chart",
  c: "C chart",
  g: "G chart",
  t: "T chart",
  p: "P chart",
  "p-prime": "P′ chart",
  u: "U chart",
  "u-prime": "U′ chart",
  xbar: "X-bar chart",
  s: "S chart",
};

export function chartName(chart: Chart): string {
  return names[chart];
}

/** "an XmR chart", as it is read aloud. */
export function aChart(chart: Chart): string {
  return `${/^(?:X|MR|S\b)/.test(names[chart]) ? "an" : "a"} ${names[chart]}`;
}
