import { SpcError } from "../spc-error.ts";
import { fitPhase, flagPhase, type KernelLimits, labelPoints, pointLabels } from "./xmr-kernel.ts";

export interface TrackOptions {
  readonly screen?: boolean;
  readonly rules?: "making-data-count" | "making-data-count-2023";
  readonly baselineFirst?: number;
}

/** An XmR chart that grows point by point; each point costs time in proportion to the last phase, not to the whole. */
export interface TrackedSeries {
  /** Adds a point (NaN when missing) and reckons the last phase again. */
  append(value: number): void;
  /** The next point appended starts a new phase. */
  startPhase(): void;
  readonly length: number;
  /** Limits of the last phase. */
  readonly limits: Readonly<KernelLimits>;
  flagsAt(index: number): number;
  labelAt(index: number): (typeof pointLabels)[number];
}

export function trackSeries(options: TrackOptions = {}): TrackedSeries {
  const { screen = true, baselineFirst = Infinity } = options;
  if (!(baselineFirst >= 1)) throw new SpcError("baselineFirst", "needs at least 1 point");
  const outsideCounts = options.rules === "making-data-count-2023";
  const limits: KernelLimits = {
    centre: Number.NaN,
    lower: Number.NaN,
    upper: Number.NaN,
    range: Number.NaN,
    points: 0,
  };
  let values = new Float64Array(64);
  let flags = new Uint16Array(64);
  let labels = new Uint8Array(64);
  let length = 0;
  let start = 0;

  return {
    append(value) {
      if (length === values.length) {
        values = twiceAsLong(values, new Float64Array(2 * length));
        flags = twiceAsLong(flags, new Uint16Array(2 * length));
        labels = twiceAsLong(labels, new Uint8Array(2 * length));
      }
      values[length] = value;
      length += 1;
      fitPhase(values, [start, Math.min(length, start + Math.floor(baselineFirst))], screen, limits);
      flagPhase(values, flags, { start, end: length, limits, outsideCounts });
      labelPoints(values, flags, labels, [start, length]);
    },
    startPhase() {
      start = length;
    },
    get length() {
      return length;
    },
    limits,
    flagsAt: (index) => flags[index] ?? 0,
    labelAt: (index) => pointLabels[labels[index] ?? 0]!,
  };
}

function twiceAsLong<Column extends Float64Array | Uint16Array | Uint8Array>(
  column: Column,
  longer: Column,
): Column {
  longer.set(column);
  return longer;
}
