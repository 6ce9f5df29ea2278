/** Middle value, or the mean of the middle two. Values that are not finite are left out. */
export function median(values: ArrayLike<number>): number {
  const sorted = Float64Array.from(values)
    .filter((value) => value - value === 0)
    .sort();
  if (sorted.length === 0) return Number.NaN;
  const half = sorted.length >> 1;
  const upper = sorted[half]!;
  if (sorted.length % 2 === 1) return upper;
  const lower = sorted[half - 1]!;
  return lower === upper ? lower : (lower + upper) / 2;
}
