/**
 * Mean with one pass that adds back what rounding lost, so that a constant 0.1 has the mean 0.1 exactly.
 * Chan, Golub and LeVeque, "Algorithms for computing the sample variance", American Statistician 37 (1983).
 * Values that are not finite are left out; the mean of nothing is NaN.
 */
export function correctedMean(values: ArrayLike<number>): number {
  let sum = 0;
  let count = 0;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i]!;
    if (value - value !== 0) continue;
    sum += value;
    count += 1;
  }
  if (count === 0) return Number.NaN;
  const first = sum / count;
  let residual = 0;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i]!;
    if (value - value === 0) residual += value - first;
  }
  return first + residual / count;
}

/** Sum by way of the corrected mean's idea: Neumaier's compensated summation (ZAMM 54, 1974). */
export function correctedSum(values: ArrayLike<number>): number {
  let sum = 0;
  let lost = 0;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i]!;
    if (value - value !== 0) continue;
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return sum + lost;
}

/** Sample standard deviation (n - 1); NaN under two values. */
export function standardDeviation(values: ArrayLike<number>): number {
  const mean = correctedMean(values);
  let squares = 0;
  let count = 0;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i]!;
    if (value - value !== 0) continue;
    squares += (value - mean) ** 2;
    count += 1;
  }
  return count < 2 ? Number.NaN : Math.sqrt(squares / (count - 1));
}
