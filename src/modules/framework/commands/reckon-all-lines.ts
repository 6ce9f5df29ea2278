import { visitor } from "#platform/actor.ts";
import type { Db } from "#platform/database.ts";
import { mayLoadPack } from "../policy.ts";
import { reckonLines } from "../store/lines.ts";

/** The program itself counts what serves each node of its frameworks. */
export async function reckonAllLines(db: Db, at: Date): Promise<void> {
  if (mayLoadPack(visitor)) await reckonLines(db, at);
}
