import { correctedMean, correctedSum } from "../mean.ts";
import type { Scope } from "./fit.ts";

/**
 * The spread within subgroups: the mean of their standard deviations when all are the same size, else
 * sqrt(sum (n-1)s² / sum (n-1)). Montgomery, 6.3. An empty subgroup says nothing and is left out.
 */
export function pooledSpread(scope: Scope): number {
  const { denominator, spread } = scope.columns;
  const sizes = new Set<number>();
  const spreads: number[] = [];
  const squares: number[] = [];
  const freedoms: number[] = [];
  const emptyToo = scope.quirks.has("empty-subgroup-switches-estimator");
  for (let i = scope.start; i < scope.end; i += 1) {
    if (scope.counts[i] !== 1) continue;
    const size = denominator[i]!;
    if (size > 0 || emptyToo) sizes.add(size > 0 ? size : 0);
    if (emptyToo && !(size > 0)) freedoms.push(-1);
    if (!Number.isFinite(spread[i]!)) continue;
    spreads.push(spread[i]!);
    squares.push((size - 1) * spread[i]! ** 2);
    freedoms.push(size - 1);
  }
  return sizes.size === 1 && !scope.pooled
    ? correctedMean(spreads)
    : Math.sqrt(correctedSum(squares) / correctedSum(freedoms));
}
