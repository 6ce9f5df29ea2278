import type { Config } from "#platform/config.ts";

/** How small counts of people are shown: under `least` not at all, and all others to the nearest `rounding`. */
export type SmallNumbers = { least: number; rounding: number };

/** As whoever runs this service has settled it. */
export function smallNumbersOf(config: Pick<Config, "SMALL_NUMBER" | "SMALL_NUMBER_ROUNDING">): SmallNumbers {
  return { least: config.SMALL_NUMBER, rounding: config.SMALL_NUMBER_ROUNDING };
}

/**
 * Which counts of a list whose total is known may be said. Nought may, because it is about nobody. Where only one
 * would be hidden the total would give it away, and where those that are hidden add up to less than `least` they
 * would do so together: then the next smallest is hidden too. The database reckons the same in hide_small.
 */
export function hideSmall(
  counts: readonly (number | null)[],
  { least, rounding }: SmallNumbers,
): (number | null)[] {
  const hidden = new Set(places(counts).filter((at) => counts[at]! > 0 && counts[at]! < least));
  while (hidden.size > 0 && (hidden.size === 1 || sumOf(counts, hidden) < least)) {
    const next = smallestShown(counts, hidden);
    if (next === undefined) break;
    hidden.add(next);
  }
  return counts.map((count, at) => (count === null || hidden.has(at) ? null : rounded(count, rounding)));
}

/** Why a count is not said, where 17 may be hidden with 3. */
export function hiddenWords({ least }: SmallNumbers): string {
  return `A count under ${least} is not said, nor is the next smallest where the total would give it away.`;
}

function places(counts: readonly (number | null)[]): number[] {
  return counts.flatMap((count, at) => (count === null ? [] : [at]));
}

function sumOf(counts: readonly (number | null)[], hidden: ReadonlySet<number>): number {
  return [...hidden].reduce((sum, at) => sum + counts[at]!, 0);
}

function smallestShown(counts: readonly (number | null)[], hidden: ReadonlySet<number>): number | undefined {
  return places(counts)
    .filter((at) => !hidden.has(at) && counts[at]! > 0)
    .sort((a, b) => counts[a]! - counts[b]! || a - b)[0];
}

function rounded(count: number, to: number): number {
  return to > 1 ? Math.round(count / to) * to : count;
}
