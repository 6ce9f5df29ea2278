import { correctedSum } from "../mean.ts";
import type { Label, Reading } from "../series.ts";
import { checkLength, SpcError } from "../spc-error.ts";

export interface FunnelSeries {
  readonly kind: "proportion" | "rate";
  readonly names: readonly Label[];
  readonly numerators: readonly Reading[];
  readonly denominators: readonly Reading[];
}

export interface FunnelOptions {
  /** The line to compare with, before the multiplier; all units together unless said. */
  readonly target?: number;
  /** What to do when units vary more than chance makes them: see `Overdispersion`. "additive" unless said. */
  readonly overdispersion?: "none" | "multiplicative" | "additive";
  /** Share of the extreme z-scores on each side that is pulled in before dispersion is estimated. 0.1 unless said. */
  readonly winsorise?: number;
  readonly multiplier?: number;
  /** How many heights of denominator the limit lines are given at. 60 unless said. */
  readonly lineSteps?: number;
}

export interface FunnelLimits {
  readonly lower95: number;
  readonly upper95: number;
  readonly lower998: number;
  readonly upper998: number;
}

export interface FunnelPoint extends FunnelLimits {
  readonly name: Label;
  readonly source: number;
  readonly value: number;
  readonly numerator: number;
  readonly denominator: number;
  /** Distance from the target in standard errors, over-dispersion included where it was adjusted for. */
  readonly z: number;
  readonly verdict: "inside" | "high-95" | "low-95" | "high-998" | "low-998";
}

export interface Overdispersion {
  readonly applied: "none" | "multiplicative" | "additive";
  /** Mean squared winsorised z: 1 by chance alone. */
  readonly phi: number;
  /** Standard deviation between units, before the multiplier (additive only). */
  readonly tau: number;
}

export interface Funnel {
  readonly target: number;
  readonly points: readonly FunnelPoint[];
  /** Places in the series whose numbers cannot be drawn. */
  readonly omitted: readonly number[];
  readonly overdispersion: Overdispersion;
  readonly lines: readonly (FunnelLimits & { readonly denominator: number })[];
}

/** Standard normal quantiles at 0.975 and 0.999: 95% and 99.8% between the lines. */
const Z95 = 1.959963984540054;
const Z998 = 3.090232306167813;

/**
 * Funnel plot: units side by side, with limits that narrow as the denominator grows. Target ± z sqrt(t(1-t)/n)
 * for proportions, ± z sqrt(t/n) for rates; over-dispersion by winsorised z-scores, multiplicative (× sqrt phi)
 * or additive (+ tau²). Spiegelhalter, Statistics in Medicine 24: 1185–1202 (2005).
 */
export function funnel(series: FunnelSeries, options: FunnelOptions = {}): Funnel {
  const units = usableUnits(series);
  const target =
    options.target ??
    correctedSum(units.map((unit) => unit.numerator)) / correctedSum(units.map((unit) => unit.denominator));
  checkTarget(series, target, options);
  const unit = Math.sqrt(series.kind === "proportion" ? target * (1 - target) : target);
  const error = (denominator: number) => unit / Math.sqrt(denominator);
  const overdispersion = dispersionOf(units, { target, error }, options);
  const width = widthWith(overdispersion, error);
  const scale = options.multiplier ?? 1;
  const ceiling = series.kind === "proportion" ? 1 : Infinity;
  const limitsAt = (denominator: number) => limits({ target, width: width(denominator), ceiling, scale });
  const kept = new Set(units.map((each) => each.source));
  return {
    target: target * scale,
    points: units.map((each) =>
      describe(each, { target, width: width(each.denominator), limits: limitsAt(each.denominator), scale }),
    ),
    omitted: series.numerators.flatMap((_, source) => (kept.has(source) ? [] : [source])),
    overdispersion,
    lines: lineDenominators(units, options.lineSteps ?? 60).map((denominator) =>
      Object.assign({ denominator }, limitsAt(denominator)),
    ),
  };
}

interface Unit {
  readonly name: Label;
  readonly source: number;
  readonly numerator: number;
  readonly denominator: number;
}

function usableUnits({ kind, names, numerators, denominators }: FunnelSeries): Unit[] {
  checkLength("names", names, numerators.length);
  checkLength("denominators", denominators, numerators.length);
  return numerators.flatMap((numerator, source) => {
    const denominator = denominators[source];
    if (typeof numerator !== "number" || typeof denominator !== "number") return [];
    const possible =
      numerator >= 0 && denominator > 0 && Number.isFinite(numerator) && Number.isFinite(denominator);
    if (!possible || (kind === "proportion" && numerator > denominator)) return [];
    return [{ name: names[source]!, source, numerator, denominator }];
  });
}

function checkTarget({ kind }: FunnelSeries, target: number, options: FunnelOptions): void {
  if (options.target === undefined) return;
  if (!(target >= 0) || (kind === "proportion" && target > 1))
    throw new SpcError("target", `${target} cannot be a ${kind}`);
}

interface Null {
  readonly target: number;
  readonly error: (denominator: number) => number;
}

function dispersionOf(
  units: readonly Unit[],
  { target, error }: Null,
  options: FunnelOptions,
): Overdispersion {
  const wanted = options.overdispersion ?? "additive";
  const share = options.winsorise ?? 0.1;
  if (!(share >= 0 && share < 0.5)) throw new SpcError("winsorise", "must be from 0 up to 0.5");
  const z = winsorised(
    units.map((unit) => (unit.numerator / unit.denominator - target) / error(unit.denominator)),
    share,
  );
  const phi = correctedSum(z.map((score) => score * score)) / z.length;
  // Under chance phi has mean 1 and variance 2/I: less than 2 standard errors above 1 is not over-dispersion.
  const over = z.length > 1 && phi > 1 + 2 * Math.sqrt(2 / z.length);
  if (wanted === "none" || !over) return { applied: "none", phi, tau: 0 };
  if (wanted === "multiplicative") return { applied: "multiplicative", phi, tau: 0 };
  const weights = units.map((unit) => 1 / error(unit.denominator) ** 2);
  const total = correctedSum(weights);
  const excess = z.length * phi - (z.length - 1);
  const tau = Math.sqrt(
    Math.max(0, excess / (total - correctedSum(weights.map((weight) => weight * weight)) / total)),
  );
  return { applied: "additive", phi, tau };
}

/** The most extreme scores are pulled in to the quantiles, not thrown away. */
function winsorised(scores: readonly number[], share: number): number[] {
  const sorted = Float64Array.from(scores).sort();
  const cut = Math.floor(sorted.length * share);
  const low = sorted[cut] ?? Number.NaN;
  const high = sorted[sorted.length - 1 - cut] ?? Number.NaN;
  return scores.map((score) => Math.min(high, Math.max(low, score)));
}

function widthWith(
  { applied, phi, tau }: Overdispersion,
  error: (denominator: number) => number,
): (denominator: number) => number {
  if (applied === "multiplicative") return (denominator) => error(denominator) * Math.sqrt(phi);
  return (denominator) => Math.hypot(error(denominator), tau);
}

interface Heights {
  readonly target: number;
  readonly width: number;
  readonly ceiling: number;
  readonly scale: number;
}

function limits({ target, width, ceiling, scale }: Heights): FunnelLimits {
  const low = (z: number) => Math.max(0, target - z * width) * scale;
  const high = (z: number) => Math.min(ceiling, target + z * width) * scale;
  return { lower95: low(Z95), upper95: high(Z95), lower998: low(Z998), upper998: high(Z998) };
}

interface Surroundings {
  readonly target: number;
  readonly width: number;
  readonly limits: FunnelLimits;
  readonly scale: number;
}

function describe(unit: Unit, { target, width, limits: around, scale }: Surroundings): FunnelPoint {
  const value = unit.numerator / unit.denominator;
  return {
    ...unit,
    ...around,
    value: value * scale,
    z: (value - target) / width,
    verdict: verdictOn(value * scale, around),
  };
}

function verdictOn(
  value: number,
  { lower95, upper95, lower998, upper998 }: FunnelLimits,
): FunnelPoint["verdict"] {
  if (value > upper998) return "high-998";
  if (value < lower998) return "low-998";
  if (value > upper95) return "high-95";
  return value < lower95 ? "low-95" : "inside";
}

/** Denominators evenly spaced from near 0 to the greatest one. */
function lineDenominators(units: readonly Unit[], steps: number): number[] {
  const greatest = units.reduce((most, unit) => Math.max(most, unit.denominator), 0);
  return greatest === 0 ? [] : Array.from({ length: steps }, (_, i) => (greatest * (i + 1)) / steps);
}
