import type { Prepared } from "./prepare.ts";
import type { AnalysisOptions, Baseline, Phase, Position } from "./options.ts";
import { SpcError } from "./spc-error.ts";

/** A phase with its edges found: points `start` up to but not including `end`. */
export interface PlannedPhase {
  readonly start: number;
  readonly end: number;
  readonly name: string | null;
  readonly baseline: Baseline | null;
}

export interface Plan {
  readonly phases: readonly PlannedPhase[];
  /** 1 where the point counts towards centre and limits of its phase. */
  readonly counts: Uint8Array;
  readonly excluded: ReadonlyMap<number, string>;
}

export function planPhases(prepared: Prepared, options: AnalysisOptions): Plan {
  const excluded = new Map(
    (options.exclude ?? []).map(({ at, reason }) => [place(prepared, at, "exclude"), reason]),
  );
  const phases = findPhases(prepared, options);
  const counts = new Uint8Array(prepared.labels.length);
  phases.forEach((phase, index) => {
    const [from, to] = baselineRange(prepared, phase, index);
    counts.fill(1, from, to);
  });
  for (const index of excluded.keys()) counts[index] = 0;
  return { phases, counts, excluded };
}

function findPhases(prepared: Prepared, options: AnalysisOptions): PlannedPhase[] {
  const count = prepared.labels.length;
  const given: { start: number; phase: Phase | null }[] = (options.phases ?? [])
    .map((phase) => ({ start: firstFrom(prepared, phase.from), phase }))
    .filter(({ start }) => start < count);
  if (given.length === 0 || given[0]!.start > 0) given.unshift({ start: 0, phase: null });
  return given.map(({ start, phase }, i) => {
    const end = given[i + 1]?.start ?? count;
    if (end <= start && count > 0) throw new SpcError("phases", "each must start after the one before it");
    const baseline =
      phase === null || (i === 0 && phase.baseline === undefined) ? options.baseline : phase.baseline;
    return { start, end, name: phase?.name ?? null, baseline: baseline ?? null };
  });
}

function baselineRange(prepared: Prepared, phase: PlannedPhase, index: number): [number, number] {
  const { baseline, start, end } = phase;
  if (baseline === null) return [start, end];
  if ("first" in baseline) return [start, Math.min(end, start + wholeNumber(baseline.first))];
  if ("last" in baseline) return [Math.max(start, end - wholeNumber(baseline.last)), end];
  if ("frozenFrom" in baseline) {
    const { frozenFrom } = baseline;
    if (!Number.isInteger(frozenFrom) || frozenFrom < 0 || frozenFrom >= index) {
      throw new SpcError("baseline.frozenFrom", `must be the number of an earlier phase, 0 to ${index - 1}`);
    }
    return [start, start];
  }
  const from = place(prepared, baseline.from, "baseline.from");
  const to = place(prepared, baseline.to, "baseline.to");
  if (from < start || to >= end || to < from) throw new SpcError("baseline", "must lie inside its own phase");
  return [from, to + 1];
}

function wholeNumber(points: number): number {
  if (!(points >= 1)) throw new SpcError("baseline", "needs at least 1 point");
  return Math.floor(points);
}

/** The point at a position. */
function place(prepared: Prepared, position: Position, option: string): number {
  if (typeof position === "number") {
    if (!Number.isInteger(position) || position < 0 || position >= prepared.labels.length) {
      throw new SpcError(option, `there is no point ${position}`);
    }
    return position;
  }
  const found = prepared.labels.findIndex((label) => String(label) === position);
  if (found < 0) throw new SpcError(option, `no point is labelled “${position}”`);
  return found;
}

/** The first point at or after a position. */
export function firstFrom(prepared: Prepared, position: Position): number {
  if (typeof position === "number") {
    if (!Number.isInteger(position) || position < 0)
      throw new SpcError("phases", `${position} is not the number of a point`);
    return position;
  }
  const exact = prepared.labels.findIndex((label) => String(label) === position);
  if (exact >= 0) return exact;
  if (!/^\d{4}-\d{2}/.test(position)) throw new SpcError("phases", `no point is labelled “${position}”`);
  const later = prepared.labels.findIndex((label) => String(label) >= position);
  return later < 0 ? prepared.labels.length : later;
}
