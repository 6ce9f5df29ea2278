import {
  a3,
  b3,
  b4,
  bernoulliCusum,
  type BernoulliCusumOptions,
  c4,
  c5,
  fewestCrossingsAllowed,
  longestRunAllowed,
  runsAreUnusual,
  type RunsMethod,
} from "../src/index.ts";
import type { Computed } from "./computed.ts";

export interface RunsLimitsInput {
  readonly nUseful: readonly number[];
}

export interface ConstantsInput {
  readonly n: readonly number[];
}

export interface BernoulliInput {
  readonly y: readonly (0 | 1 | null)[];
  readonly options: BernoulliCusumOptions;
}

export function computeRunsLimits(input: RunsLimitsInput): Computed {
  return {
    longestRunMax: input.nUseful.map(longestRunAllowed),
    nCrossingsMin: input.nUseful.map(fewestCrossingsAllowed),
  };
}

export function computeConstants({ n }: ConstantsInput): Computed {
  return {
    c4: n.map(c4),
    c5: n.map(c5),
    A3: n.map((size) => a3(size)),
    B3: n.map((size) => b3(size)),
    B4: n.map((size) => b4(size)),
    A3_2sigma: n.map((size) => a3(size, 2)),
    B3_2sigma: n.map((size) => b3(size, 2)),
    B4_2sigma: n.map((size) => b4(size, 2)),
  };
}

interface RunsRow {
  readonly n: number;
  readonly nCrossings: number;
  readonly longestRun: number;
}

export interface RunsDecisionInput {
  readonly rows: readonly RunsRow[];
}

export function computeRunsDecision(input: RunsDecisionInput): Computed {
  const decide = (method: RunsMethod) =>
    input.rows.map(({ n, nCrossings, longestRun }) =>
      runsAreUnusual({ useful: n, crossings: nCrossings, longest: longestRun }, method),
    );
  return { anhoej: decide("anhoej"), bestbox: decide("bestbox"), cutbox: decide("cutbox") };
}

export function computeBernoulli(input: BernoulliInput): Computed {
  const { p0, p1, p2, up, down, signalUp, signalDown } = bernoulliCusum(input.y, input.options);
  return { p0, p1, p2, cusumUp: up, cusumDown: down, signalUp, signalDown };
}
