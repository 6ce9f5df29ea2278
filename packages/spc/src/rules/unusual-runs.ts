import { fairCoinQuantile } from "../distributions/binomial-quantile.ts";
import { runsBox } from "./runs-boxes.ts";

export type RunsMethod = "anhoej" | "bestbox" | "cutbox";

/** Longest run that chance allows: log2(n) + 3, rounded. Schilling, "The surprising predictability of long runs" (2012). */
export function longestRunAllowed(useful: number): number {
  return Math.round(Math.log2(useful)) + 3;
}

/** Fewest crossings that chance allows: the lower 5% point of Binomial(n - 1, 1/2). Chen, JSCS 80 (2010). */
export function fewestCrossingsAllowed(useful: number): number {
  return fairCoinQuantile(0.05, useful - 1);
}

export interface RunsCount {
  readonly useful: number;
  readonly longest: number;
  readonly crossings: number;
}

/**
 * Whether runs about the centre are too long or too few for chance. Anhøj and Olesen, PLoS ONE 9 (2014); the
 * boxes, for 10 to 100 points, Anhøj and Wentzel-Larsen, PLoS ONE 15 (2020). Outside that range a box falls back.
 */
export function runsAreUnusual({ useful, longest, crossings }: RunsCount, method: RunsMethod): boolean {
  if (useful < 1) return false;
  const box = method === "anhoej" ? null : runsBox(useful);
  if (box === null) return longest > longestRunAllowed(useful) || crossings < fewestCrossingsAllowed(useful);
  if (longest > box.longest || crossings < box.crossings) return true;
  if (method === "bestbox") return false;
  return (
    (crossings === box.crossings && longest > box.longestAtFewestCrossings) ||
    (longest === box.longest && crossings < box.crossingsAtLongestRun)
  );
}
