// The order brings like beside like in the bundle, so that it compresses better.
export { ruleSets } from "./rule-sets/rule-sets.ts";
export { falseAlarmChance, type PowerCell, powerOf, type SimulatedChart } from "./tables/chance-tables.ts";
export { trendLine } from "./trend-line.ts";
export { fingerprint } from "./fingerprint.ts";
export {
  funnel,
  type Funnel,
  type FunnelLimits,
  type FunnelOptions,
  type FunnelPoint,
  type FunnelSeries,
  type Overdispersion,
} from "./charts/funnel.ts";
export { SpcError } from "./spc-error.ts";
export {
  analyseBatch,
  assuranceCodes,
  type Batch,
  type BatchOptions,
  variationCodes,
} from "./columnar/analyse-batch.ts";
export {
  type ProposedStep,
  type ProposedSteps,
  proposeSteps,
  type StepOptions,
} from "./steps/propose-steps.ts";
export {
  type ChangeEvaluation,
  type ChangeOptions,
  type Effect,
  evaluateChange,
  type Trust,
} from "./evaluate-change.ts";
export { type NextSignal, type Power, whatWouldItTake, type WhatItTakes } from "./what-would-it-take.ts";
export { type KernelLimits, pointFlags, pointLabels } from "./columnar/xmr-kernel.ts";
export { bernoulliCusum, type BernoulliCusum, type BernoulliCusumOptions } from "./charts/bernoulli-cusum.ts";
export { a3, b3, b4, c4, c5 } from "./control-constants.ts";
export { type TrackedSeries, type TrackOptions, trackSeries } from "./columnar/track-series.ts";
export { pareto, type Pareto, type ParetoBar, type ParetoOptions } from "./charts/pareto.ts";
export { groupRows, type Period, periodStart, type RowGroup, type Rows } from "./group-rows.ts";
export { advise, type Advice, type AdviceCode } from "./advise.ts";
export { version } from "./version.ts";
export {
  fewestCrossingsAllowed,
  longestRunAllowed,
  runsAreUnusual,
  type RunsCount,
  type RunsMethod,
} from "./rules/unusual-runs.ts";
export { analyse } from "./analyse.ts";
export { showWorking, type WorkingLine } from "./show-working.ts";
export { narrate, type NarrateOptions, type Narrative } from "./narrate.ts";
export { type Difference, type Opinion, secondOpinion } from "./second-opinion.ts";
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
export type { Quirk, Remark, Step } from "./charts/fit.ts";
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
export type { Reach, Rule, RuleKind, ZoneRule } from "./rules/rule.ts";
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
