/** Least squares line through the known values, by place: what it is at every point; NaN under two values. */
export function trendLine(values: ArrayLike<number>): Float64Array {
  let count = 0;
  let meanPlace = 0;
  let meanValue = 0;
  for (let i = 0; i < values.length; i += 1) {
    if (!Number.isFinite(values[i]!)) continue;
    count += 1;
    meanPlace += (i - meanPlace) / count;
    meanValue += (values[i]! - meanValue) / count;
  }
  let together = 0;
  let squares = 0;
  for (let i = 0; i < values.length; i += 1) {
    if (!Number.isFinite(values[i]!)) continue;
    together += (i - meanPlace) * (values[i]! - meanValue);
    squares += (i - meanPlace) ** 2;
  }
  const slope = together / squares;
  return Float64Array.from({ length: values.length }, (_, i) => meanValue + slope * (i - meanPlace));
}
