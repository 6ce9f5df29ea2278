import { version } from "@throughline/spc";
import type { Db } from "#platform/database.ts";
import { readFact, writeFact } from "#platform/facts.ts";
import { seriesBeforeNoted } from "../policy.ts";
import { lastNumber } from "../store/reckon-many.ts";
import { reckonStretch } from "./reckon-all.ts";

/** The number after the statistics' own is raised whenever the same numbers get another verdict from this module. */
const verdicts = `${version}/2`;

const fact = "verdicts";

/** By whom the verdicts that are kept were found, up to which series while that is not yet all of them. */
type Reckoned = { by: string; upTo: number | null };

/** What is noted where all verdicts were found by this program. */
export const allReckoned = { [fact]: { by: verdicts, upTo: null } satisfies Reckoned };

/**
 * After an upgrade that finds other verdicts in the same numbers, all are reckoned again without anybody's asking: a
 * part at a time, each kept before the next, and no longer in one go than is given. Says of how many series.
 */
export async function reckonAfterUpgrade(db: Db, { forMilliseconds = 60_000 } = {}): Promise<number> {
  const before = await readFact<Reckoned>(db, fact);
  const isBegun = before?.by === verdicts;
  if (isBegun && before.upTo === null) return 0;
  const began = performance.now();
  const last = await lastNumber(db);
  let after = isBegun ? before.upTo! : 0;
  let series = 0;
  do {
    const upTo = Math.min(last, after + seriesBeforeNoted);
    series += (await reckonStretch(db, { after, upTo, onlyUnreckoned: false })).series;
    after = upTo;
    await writeFact(db, fact, { by: verdicts, upTo: after === last ? null : after } satisfies Reckoned);
  } while (after < last && performance.now() - began < forMilliseconds);
  return series;
}
