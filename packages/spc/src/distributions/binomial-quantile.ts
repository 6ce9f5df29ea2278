import { logGamma } from "./log-gamma.ts";

/** Smallest k with P(X <= k) >= chance for X ~ Binomial(trials, 1/2). */
export function fairCoinQuantile(chance: number, trials: number): number {
  if (trials <= 0) return 0;
  let cumulative = 0;
  const spread = Math.sqrt(trials) / 2;
  // 40 standard deviations under the middle the mass is below the smallest double: start there, not at 0.
  const first = Math.max(0, Math.floor(trials / 2 - 40 * spread));
  let mass = Math.exp(
    logGamma(trials + 1) - logGamma(first + 1) - logGamma(trials - first + 1) - trials * Math.LN2,
  );
  for (let k = first; k < trials; k += 1) {
    cumulative += mass;
    // The same hair's breadth of slack as R's qbinom, so that exact edges agree.
    if (cumulative >= chance * (1 - 64 * Number.EPSILON)) return k;
    mass *= (trials - k) / (k + 1);
  }
  return trials;
}
