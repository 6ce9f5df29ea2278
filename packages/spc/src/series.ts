/** A reading that is not a number: unknown (missing), or without meaning for that period. Zero is a number. */
export type Reading = number | null | undefined | "not-applicable";

/** What stands on the horizontal axis: an ISO date, a name, or a number. */
export type Label = string | number;

interface Labelled {
  readonly x?: readonly Label[];
}

export type ValueChart = "run" | "xmr" | "mr" | "xmr-median" | "xmr-median-range" | "c" | "g" | "t";
export type RatioChart =
  | "run"
  | "xmr"
  | "mr"
  | "xmr-median"
  | "xmr-median-range"
  | "xmr-weighted"
  | "p"
  | "p-prime"
  | "u"
  | "u-prime";
export type SubgroupChart = "xbar" | "s";
export type Chart = ValueChart | RatioChart | SubgroupChart;

export interface ValueSeries extends Labelled {
  readonly chart: ValueChart;
  readonly values: readonly Reading[] | Float64Array;
}

export interface RatioSeries extends Labelled {
  readonly chart: RatioChart;
  readonly numerators: readonly Reading[] | Float64Array;
  readonly denominators: readonly Reading[] | Float64Array;
}

/** Every reading of every subgroup. */
export interface SubgroupSeries extends Labelled {
  readonly chart: SubgroupChart;
  readonly subgroups: readonly (readonly Reading[])[];
}

/** Subgroups already summed up. An S chart needs no means. */
export interface SummarySeries extends Labelled {
  readonly chart: SubgroupChart;
  readonly means?: readonly Reading[];
  readonly sds: readonly Reading[];
  readonly sizes: readonly Reading[];
}

export type Series = ValueSeries | RatioSeries | SubgroupSeries | SummarySeries;
