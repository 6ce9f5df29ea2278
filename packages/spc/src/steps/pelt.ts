import type { SegmentCost } from "./segment-cost.ts";

/**
 * The segmentation with the least total cost plus penalty for each change: exact, and usually in linear time.
 * Killick, Fearnhead and Eckley, "Optimal detection of changepoints with a linear computational cost", Journal of
 * the American Statistical Association 107 (2012). Returns the first point of every segment but the first.
 */
export function pelt({ length, cost }: SegmentCost, penalty: number, shortest: number): number[] {
  const best = new Float64Array(length + 1).fill(Infinity);
  const from = new Int32Array(length + 1);
  best[0] = -penalty;
  let candidates: { readonly start: number; until: number }[] = [];
  for (let end = shortest; end <= length; end += 1) {
    const newest = end - shortest;
    if (newest === 0 || best[newest]! < Infinity) candidates.push({ start: newest, until: Infinity });
    for (const { start } of candidates) {
      const total = best[start]! + cost(start, end) + penalty;
      if (total < best[end]!) {
        best[end] = total;
        from[end] = start;
      }
    }
    for (const candidate of candidates) {
      // A start that is already beaten here stays beaten once a whole segment fits after this point, not before.
      const beaten = best[candidate.start]! + cost(candidate.start, end) > best[end]!;
      if (beaten && candidate.until === Infinity) candidate.until = end + shortest;
    }
    candidates = candidates.filter((candidate) => candidate.until > end + 1);
  }
  const changes: number[] = [];
  if (length < shortest) return changes;
  for (let end = from[length]!; end > 0; end = from[end]!) changes.unshift(end);
  return changes;
}
