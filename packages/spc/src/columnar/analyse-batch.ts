import type { AssuranceKind, VariationKind } from "../analysis.ts";
import type { Improvement } from "../options.ts";
import { checkLength, SpcError } from "../spc-error.ts";
import { judgeAssurance } from "../verdicts.ts";
import { fitPhase, flagPhase, type KernelLimits, labelPoints } from "./xmr-kernel.ts";

/** Verdicts by code, as `variation` and `assurance` of a batch hold them. */
export const variationCodes: readonly VariationKind[] = [
  "common-cause",
  "improving",
  "worsening",
  "high",
  "low",
  "too-few-points",
];
export const assuranceCodes: readonly AssuranceKind[] = [
  "no-target",
  "expected-to-hit",
  "expected-to-miss",
  "hit-and-miss",
  "unknown",
];

export interface BatchOptions {
  readonly improvement?: Improvement;
  /** One target for all series, or one for each; NaN for none. */
  readonly target?: number | Float64Array;
  readonly screen?: boolean;
  /** "making-data-count" unless said. */
  readonly rules?: "making-data-count" | "making-data-count-2023";
  /** First points of further phases, as places in `values`, ascending. Every series starts a phase anyway. */
  readonly phaseStarts?: Uint32Array;
  /** Reckon centre and limits from so many first points of each phase. */
  readonly baselineFirst?: number;
  readonly minimumPoints?: number;
}

/** Results as columns: one entry a point, a phase or a series. */
export interface Batch {
  /** A point's `pointFlags`, as bits. */
  readonly flags: Uint16Array;
  /** A point's place in `pointLabels`. */
  readonly labels: Uint8Array;
  /** First point of each phase. */
  readonly phaseStarts: Uint32Array;
  readonly centre: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** For each series, and one past the last: its first phase. */
  readonly firstPhase: Uint32Array;
  /** A series' place in `variationCodes`, and in `assuranceCodes`. */
  readonly variation: Uint8Array;
  readonly assurance: Uint8Array;
}

/**
 * XmR charts of many series at once, by Making Data Count's rules: series k is values[offsets[k]] up to
 * values[offsets[k + 1]]. The same answers as `analyse`, without an object for each point.
 */
export function analyseBatch(values: Float64Array, offsets: Uint32Array, options: BatchOptions = {}): Batch {
  const settings = settle(values, offsets, options);
  const batch = emptyBatch(values.length, offsets.length - 1, settings.further.length);
  const limits: KernelLimits = { centre: 0, lower: 0, upper: 0, range: 0, points: 0 };
  let phase = 0;
  let next = 0;
  for (let series = 0; series + 1 < offsets.length; series += 1) {
    const end = offsets[series + 1]!;
    let start = offsets[series]!;
    batch.firstPhase[series] = phase;
    do {
      while (next < settings.further.length && settings.further[next]! <= start) next += 1;
      const stop =
        next < settings.further.length && settings.further[next]! < end ? settings.further[next]! : end;
      fitPhase(values, [start, Math.min(stop, start + settings.baseline)], settings.screen, limits);
      flagPhase(values, batch.flags, { start, end: stop, limits, outsideCounts: settings.outsideCounts });
      labelPoints(values, batch.flags, batch.labels, [start, stop]);
      batch.phaseStarts[phase] = start;
      batch.centre[phase] = limits.centre;
      batch.lower[phase] = limits.lower;
      batch.upper[phase] = limits.upper;
      phase += 1;
      start = stop;
    } while (start < end);
    judge(batch, settings, { series, start: offsets[series]!, end, limits });
  }
  batch.firstPhase[offsets.length - 1] = phase;
  return trimmed(batch, phase);
}

interface Settings {
  readonly screen: boolean;
  readonly outsideCounts: boolean;
  readonly baseline: number;
  readonly further: Uint32Array;
  readonly minimum: number;
  /** Codes of a high and of a low signal. */
  readonly whenHigh: number;
  readonly whenLow: number;
  readonly improvement: Improvement;
  readonly target: (series: number) => number;
}

function settle(values: Float64Array, offsets: Uint32Array, options: BatchOptions): Settings {
  checkOffsets(values, offsets);
  const {
    improvement = "neutral",
    target = Number.NaN,
    baselineFirst = Infinity,
    minimumPoints = 12,
  } = options;
  if (!(baselineFirst >= 1)) throw new SpcError("baselineFirst", "needs at least 1 point");
  if (typeof target !== "number") checkLength("target", target, offsets.length - 1);
  const neutral = improvement === "neutral";
  const up = improvement === "increase";
  return {
    screen: options.screen ?? true,
    outsideCounts: options.rules === "making-data-count-2023",
    baseline: Math.floor(baselineFirst),
    further: options.phaseStarts ?? new Uint32Array(0),
    minimum: minimumPoints,
    whenHigh: neutral ? 3 : up ? 1 : 2,
    whenLow: neutral ? 4 : up ? 2 : 1,
    improvement,
    target: typeof target === "number" ? () => target : (series) => target[series]!,
  };
}

function checkOffsets(values: Float64Array, offsets: Uint32Array): void {
  if (offsets.length === 0) throw new SpcError("offsets", "needs one more entry than there are series");
  for (let i = 1; i < offsets.length; i += 1) {
    if (offsets[i]! < offsets[i - 1]!) throw new SpcError("offsets", "must not go down");
  }
  if (offsets.at(-1)! > values.length) throw new SpcError("offsets", "goes past the end of values");
}

function emptyBatch(points: number, series: number, furtherPhases: number): Batch {
  const phases = series + furtherPhases;
  return {
    flags: new Uint16Array(points),
    labels: new Uint8Array(points),
    phaseStarts: new Uint32Array(phases),
    centre: new Float64Array(phases),
    lower: new Float64Array(phases),
    upper: new Float64Array(phases),
    firstPhase: new Uint32Array(series + 1),
    variation: new Uint8Array(series),
    assurance: new Uint8Array(series),
  };
}

function trimmed(batch: Batch, phases: number): Batch {
  if (phases === batch.phaseStarts.length) return batch;
  return {
    ...batch,
    phaseStarts: batch.phaseStarts.subarray(0, phases),
    centre: batch.centre.subarray(0, phases),
    lower: batch.lower.subarray(0, phases),
    upper: batch.upper.subarray(0, phases),
  };
}

interface JudgedSeries {
  readonly series: number;
  readonly start: number;
  readonly end: number;
  /** Of the last phase. */
  readonly limits: KernelLimits;
}

function judge(batch: Batch, settings: Settings, { series, start, end, limits }: JudgedSeries): void {
  const tooFew = limits.points < settings.minimum;
  let last = end - 1;
  while (last >= start && batch.flags[last] === 256) last -= 1;
  const label = last < start ? 0 : batch.labels[last]!;
  const direction = label % 2 === 1 ? settings.whenHigh : settings.whenLow;
  batch.variation[series] = tooFew || last < start ? 5 : label === 0 ? 0 : direction;
  batch.assurance[series] = assuranceCode(settings, settings.target(series), tooFew ? null : limits);
}

function assuranceCode({ improvement }: Settings, target: number, limits: KernelLimits | null): number {
  const { lower, upper } = limits ?? { lower: Number.NaN, upper: Number.NaN };
  const { kind } = judgeAssurance({ target, lower, upper, improvement, targetAtLimit: undefined });
  return assuranceCodes.indexOf(kind);
}
