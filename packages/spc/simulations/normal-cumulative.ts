/**
 * Chance that a standard normal value is at most z.
 * Series near the middle, continued fraction in the tails (Abramowitz and Stegun 26.2.11 and 26.2.14); about 1e-15.
 */
export function normalCumulative(z: number): number {
  if (Number.isNaN(z)) return Number.NaN;
  if (z > 38) return 1;
  if (z < -38) return 0;
  const size = Math.abs(z);
  const density = Math.exp((-size * size) / 2) / Math.sqrt(2 * Math.PI);
  const upper = size < 3.5 ? 0.5 - density * centralSeries(size) : density * tailFraction(size);
  return z > 0 ? 1 - upper : upper;
}

function centralSeries(z: number): number {
  let term = z;
  let sum = z;
  for (let k = 3; Math.abs(term) > 1e-17 * sum; k += 2) {
    term *= (z * z) / k;
    sum += term;
  }
  return sum;
}

function tailFraction(z: number): number {
  let fraction = 0;
  for (let k = 120; k >= 1; k -= 1) fraction = k / (z + fraction);
  return 1 / (z + fraction);
}
