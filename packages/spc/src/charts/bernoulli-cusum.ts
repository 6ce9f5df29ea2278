import { SpcError } from "../spc-error.ts";

export interface BernoulliCusumOptions {
  /** Share of events expected; a whole number above 1 means that it is learnt from so many first observations. */
  readonly target: number;
  /** Change worth finding, as an odds ratio: 2 looks for doubled and for halved odds. */
  readonly oddsRatio: number;
  /** Height at which the sum signals, after which it starts again from 0. */
  readonly limit: number;
}

export interface BernoulliCusum {
  /** Share expected, and the shares looked for above and below it. */
  readonly p0: number;
  readonly p1: number;
  readonly p2: number;
  readonly up: readonly number[];
  readonly down: readonly number[];
  readonly signalUp: readonly boolean[];
  readonly signalDown: readonly boolean[];
}

/**
 * Two one-sided log-likelihood sums over single yes or no results, for events too rare for a P chart.
 * Reynolds and Stoumbos, Journal of Quality Technology 31 (1999); Neuburger et al., BMJ Quality & Safety 26 (2017).
 * A result that is missing leaves both sums where they are.
 */
export function bernoulliCusum(
  results: readonly (0 | 1 | boolean | null | undefined)[],
  options: BernoulliCusumOptions,
): BernoulliCusum {
  const { oddsRatio, limit } = options;
  if (!(oddsRatio > 0) || oddsRatio === 1)
    throw new SpcError("oddsRatio", "must be greater than 0 and not 1");
  if (!(limit > 0)) throw new SpcError("limit", "must be greater than 0");
  const p0 = expectedShare(results, options.target);
  const p1 = shiftOdds(p0, oddsRatio);
  const p2 = shiftOdds(p0, 1 / oddsRatio);
  const high = runningSum(
    results.map((result) => logLikelihoodRatio(result, p1, p0)),
    limit,
  );
  const low = runningSum(
    results.map((result) => logLikelihoodRatio(result, p2, p0)),
    limit,
  );
  return {
    p0,
    p1,
    p2,
    up: high.sums,
    down: low.sums.map((sum) => (sum === 0 ? 0 : -sum)),
    signalUp: high.signals,
    signalDown: low.signals,
  };
}

/** A sum that never goes under 0, signals when it passes the limit, and then starts again. */
function runningSum(
  steps: readonly number[],
  limit: number,
): { readonly sums: number[]; readonly signals: boolean[] } {
  const sums: number[] = [];
  const signals: boolean[] = [];
  let sum = 0;
  for (const step of steps) {
    sum = Math.max(0, sum + step);
    const passed = sum > limit;
    if (passed) sum = 0;
    sums.push(sum);
    signals.push(passed);
  }
  return { sums, signals };
}

function expectedShare(results: readonly unknown[], target: number): number {
  if (!(target > 0)) throw new SpcError("target", "must be greater than 0");
  if (target < 1) return target;
  const first = results
    .slice(0, Math.floor(target))
    .filter((result) => result !== null && result !== undefined);
  const events = first.filter((result) => result === 1 || result === true).length;
  return events / first.length;
}

function shiftOdds(share: number, ratio: number): number {
  return (ratio * share) / (1 - share + ratio * share);
}

function logLikelihoodRatio(result: unknown, alternative: number, expected: number): number {
  if (result === null || result === undefined) return 0;
  return result === 1 || result === true
    ? Math.log(alternative / expected)
    : Math.log((1 - alternative) / (1 - expected));
}
