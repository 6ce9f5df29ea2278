import { logGamma } from "./distributions/log-gamma.ts";

/** E(|x1 - x2|) / sigma for normal data: 2 / sqrt(pi), as every table prints it. Montgomery, appendix VI. */
export const D2_OF_TWO = 1.128;
/** 3 / d2 rounded to two places, as Wheeler and Making Data Count use it. */
export const MDC_FACTOR = 2.66;
/** Median of |x1 - x2| / sigma for normal data: 0.6744898 x sqrt 2. Wheeler gives 3 / 0.954 = 3.145. */
export const D4_OF_TWO = 0.9538725524;
/** D4 for two points: a moving range beyond 3.267 times the mean is not chance. Montgomery, appendix VI. */
export const MOVING_RANGE_LIMIT = 3.267;

/** E(s) / sigma for a normal sample of n: sqrt(2/(n-1)) gamma(n/2) / gamma((n-1)/2). Montgomery, appendix VI. */
export function c4(n: number): number {
  if (!(n > 1)) return Number.NaN;
  return Math.sqrt(2 / (n - 1)) * Math.exp(logGamma(n / 2) - logGamma((n - 1) / 2));
}

/** SD(s) / sigma: sqrt(1 - c4 squared). */
export function c5(n: number): number {
  const c = c4(n);
  return Math.sqrt(1 - c * c);
}

/** Width of an Xbar chart in units of s: sigmas / (c4 sqrt n). */
export function a3(n: number, sigmas = 3): number {
  return sigmas / (c4(n) * Math.sqrt(n));
}

/** Lower factor of an S chart, floored at 0. */
export function b3(n: number, sigmas = 3): number {
  return floorAtZero(1 - (sigmas * c5(n)) / c4(n));
}

/** Upper factor of an S chart. */
export function b4(n: number, sigmas = 3): number {
  return 1 + (sigmas * c5(n)) / c4(n);
}

function floorAtZero(value: number): number {
  return value < 0 ? 0 : value;
}
