export { analyse } from "./analyse.ts";
export type {
  Analysis,
  Assurance,
  AssuranceKind,
  Direction,
  Flag,
  Meaning,
  Note,
  PhaseSummary,
  Point,
  PointState,
  RunsSummary,
  Signal,
  Variation,
  VariationKind,
} from "./analysis.ts";
export { bernoulliCusum, type BernoulliCusum, type BernoulliCusumOptions } from "./charts/bernoulli-cusum.ts";
export type { Quirk, Remark, Step } from "./charts/fit.ts";
export {
  analyseBatch,
  assuranceCodes,
  type Batch,
  type BatchOptions,
  variationCodes,
} from "./columnar/analyse-batch.ts";
export { type TrackedSeries, type TrackOptions, trackSeries } from "./columnar/track-series.ts";
export { type KernelLimits, pointFlags, pointLabels } from "./columnar/xmr-kernel.ts";
export { a3, b3, b4, c4, c5 } from "./control-constants.ts";
export { groupRows, type Period, periodStart, type RowGroup, type Rows } from "./group-rows.ts";
export type {
  AnalysisOptions,
  Baseline,
  Exclusion,
  Improvement,
  Phase,
  Position,
  Specification,
  Target,
  TargetStep,
} from "./options.ts";
export type { NamedRule, RuleSet, RuleSetId } from "./rule-sets/rule-set.ts";
export { ruleSets } from "./rule-sets/rule-sets.ts";
export type { Reach, Rule, RuleKind, ZoneRule } from "./rules/rule.ts";
export {
  fewestCrossingsAllowed,
  longestRunAllowed,
  runsAreUnusual,
  type RunsCount,
  type RunsMethod,
} from "./rules/unusual-runs.ts";
export type {
  Chart,
  Label,
  RatioChart,
  RatioSeries,
  Reading,
  Series,
  SubgroupChart,
  SubgroupSeries,
  SummarySeries,
  ValueChart,
  ValueSeries,
} from "./series.ts";
export { SpcError } from "./spc-error.ts";
export { trendLine } from "./trend-line.ts";
