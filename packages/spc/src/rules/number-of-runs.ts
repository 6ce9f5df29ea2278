export interface RunsBounds {
  readonly fewest: number;
  readonly most: number;
}

/**
 * Bounds outside which the number of runs about a median has a chance of at most 2.5% on each side, for m
 * points above and n below. Swed and Eisenhart, Annals of Mathematical Statistics 14 (1943): exact up to 200
 * points, their normal approximation beyond.
 */
export function numberOfRunsBounds(above: number, below: number): RunsBounds {
  if (above + below > 200) return approximateBounds(above, below);
  const chances = runsDistribution(above, below);
  let fewest = 0;
  let cumulative = 0;
  while (fewest < chances.length && cumulative + chances[fewest]! <= 0.025) cumulative += chances[fewest++]!;
  let most = chances.length - 1;
  cumulative = 0;
  while (most > 0 && cumulative + chances[most]! <= 0.025) cumulative += chances[most--]!;
  return { fewest, most };
}

/** P(runs = r): 2 C(m-1,k-1) C(n-1,k-1) / C(m+n,m) for r = 2k, and its like for odd r. */
function runsDistribution(m: number, n: number): number[] {
  const total = choose(m + n, m);
  const chances = Array.from({ length: m + n + 1 }, () => 0);
  for (let r = 2; r <= m + n; r += 1) {
    const k = Math.floor(r / 2);
    const ways =
      r % 2 === 0
        ? 2 * choose(m - 1, k - 1) * choose(n - 1, k - 1)
        : choose(m - 1, k) * choose(n - 1, k - 1) + choose(m - 1, k - 1) * choose(n - 1, k);
    chances[r] = ways / total;
  }
  return chances;
}

function choose(n: number, k: number): number {
  if (k < 0 || k > n) return 0;
  let ways = 1;
  for (let i = 1; i <= Math.min(k, n - k); i += 1) ways *= (n - Math.min(k, n - k) + i) / i;
  return ways;
}

function approximateBounds(m: number, n: number): RunsBounds {
  const total = m + n;
  const mean = (2 * m * n) / total + 1;
  const deviation = Math.sqrt(((mean - 1) * (mean - 2)) / (total - 1));
  const reach = 1.959963984540054 * deviation;
  return { fewest: Math.ceil(mean - reach), most: Math.floor(mean + reach) };
}
