import { analyse } from "../analyse.ts";
import type { Analysis, Point } from "../analysis.ts";
import type { AnalysisOptions } from "../options.ts";
import type { Label, Series } from "../series.ts";
import { SpcError } from "../spc-error.ts";
import { pelt } from "./pelt.ts";
import { countCost, normalCost, type SegmentCost } from "./segment-cost.ts";
import { type Penalties, penaltyTable } from "./step-penalties.ts";

export interface ProposedStep {
  /** First point of the new level: what a new phase's `from` would be. */
  readonly at: number;
  readonly x: Label;
  readonly before: number;
  readonly after: number;
  /** Size in standard deviations of one point. */
  readonly sigmas: number;
  /** How much the likelihood gains by this step alone (difference in minus twice log likelihood). */
  readonly gain: number;
  /** Measured points on each side, up to the next step. */
  readonly pointsBefore: number;
  readonly pointsAfter: number;
}

export interface ProposedSteps {
  readonly steps: readonly ProposedStep[];
  /** Chance that pure chance alone would give at least one step, in each phase looked at. */
  readonly falseAlarm: number;
  /** What the steps' likelihood is taken to be. */
  readonly likelihood: "normal" | "poisson" | "binomial";
}

export interface StepOptions extends AnalysisOptions {
  /** Fewest points at one level. 6 unless said. */
  readonly shortest?: number;
}

/**
 * Where a new phase may start, with the evidence. Nothing is applied: whether a process has changed for good is
 * a judgement about what was done, not only about numbers. Each phase that exists already is looked at by itself.
 */
export function proposeSteps(series: Series, options: StepOptions = {}): ProposedSteps {
  const { shortest = 6, ...rest } = options;
  if (!(Number.isInteger(shortest) && shortest >= 2))
    throw new SpcError("shortest", "must be a whole number from 2 up");
  const analysis = analyse(series, rest);
  const likelihood = likelihoodOf(analysis);
  const steps = analysis.phases.flatMap((phase) =>
    stepsIn(analysis.points.slice(phase.from, phase.to + 1), {
      likelihood,
      shortest,
      multiplier: analysis.multiplier,
    }),
  );
  return { steps, falseAlarm: 0.05, likelihood };
}

function likelihoodOf({ chart }: Analysis): ProposedSteps["likelihood"] {
  if (chart === "p") return "binomial";
  return chart === "u" || chart === "c" ? "poisson" : "normal";
}

interface Search {
  readonly likelihood: ProposedSteps["likelihood"];
  readonly shortest: number;
  readonly multiplier: number;
}

function stepsIn(points: readonly Point[], { likelihood, shortest, multiplier }: Search): ProposedStep[] {
  const used = points.filter((point) => point.value !== null && point.excluded === null);
  const counted = likelihood !== "normal";
  const costs = counted
    ? countCost(used, likelihood === "binomial")
    : normalCost(used.map((point) => point.value!));
  if (used.length < 2 * shortest || !(costs.sigma > 0)) return [];
  const changes = pelt(
    costs,
    penaltyFor(used.length, counted ? penaltyTable.known : penaltyTable.estimated),
    shortest,
  );
  const edges = [0, ...changes, used.length];
  return changes.map((at, i) =>
    describe(used, costs, { from: edges[i]!, at, to: edges[i + 2]!, scale: counted ? multiplier : 1 }),
  );
}

interface Edges {
  readonly from: number;
  readonly at: number;
  readonly to: number;
  readonly scale: number;
}

function describe(used: readonly Point[], costs: SegmentCost, { from, at, to, scale }: Edges): ProposedStep {
  const before = costs.level(from, at);
  const after = costs.level(at, to);
  return {
    at: used[at]!.index,
    x: used[at]!.x,
    before: before * scale,
    after: after * scale,
    sigmas: (after - before) / costs.sigma,
    gain: costs.cost(from, to) - costs.cost(from, at) - costs.cost(at, to),
    pointsBefore: at - from,
    pointsAfter: to - at,
  };
}

/** The penalty for this many points, between the simulated lengths by the logarithm of the length. */
function penaltyFor(length: number, table: Penalties): number {
  const later = table.findIndex(([points]) => points >= length);
  if (later < 0) {
    const [points, penalty] = table.at(-1)!;
    return penalty + 2 * Math.log(Math.max(1, length / points));
  }
  const [points, penalty] = table[later]!;
  const [pointsBefore, penaltyBefore] = table[Math.max(0, later - 1)]!;
  if (points === pointsBefore) return penalty;
  const share = Math.log(length / pointsBefore) / Math.log(points / pointsBefore);
  return penaltyBefore + share * (penalty - penaltyBefore);
}
