import { Conflict } from "#platform/problem.ts";
import { periodWords } from "#ui/figures/period.ts";
import type { DefinitionText } from "./definition.ts";
import { figureWords } from "./figure-words.ts";
import type { Point, StoredPoint } from "./point.ts";

/** Which version of each period's figure whoever writes has seen; 0, or nothing, where they saw none. */
export type Seen = ReadonlyMap<string, number>;

/**
 * A figure that stands there and that the writer has not seen is not written over: both are shown. The same figure
 * again is no contradiction, whoever wrote it first.
 */
export function refuseUnseen(
  definition: Pick<DefinitionText, "frequency">,
  given: readonly Point[],
  there: readonly StoredPoint[],
  seen: Seen,
): void {
  const standing = new Map(there.map((point) => [point.period, point]));
  const unseen = given.flatMap((point) => {
    const other = standing.get(point.period);
    const differs = other !== undefined && figureWords(other) !== figureWords(point);
    return differs && other.version !== (seen.get(point.period) ?? 0) ? [{ point, other }] : [];
  });
  if (unseen.length === 0) return;
  const fields = unseen.map(({ point, other }) => ({
    name: point.period,
    label: periodWords(point.period, definition.frequency),
    yours: figureWords(point),
    theirs: figureWords(other),
  }));
  throw new Conflict(fields, 0);
}

/** "2026-11-16:2 2026-11-09:1", as a page says what it showed. */
export function seenIn(text: string): Seen {
  const pairs = [...text.slice(0, 200_000).matchAll(/(\d{4}-\d{2}-\d{2}):(\d{1,9})/g)];
  return new Map(pairs.map(([, period, version]) => [period!, Number(version)]));
}
