import { loadDemonstration } from "../demonstration/load.ts";
import { readFact } from "#platform/facts.ts";
import type { Ground } from "./open-ground.ts";

/** Fills an empty database with the demonstration nation, on the first start of a program that may. */
export async function ensureDemonstration(ground: Ground, report: (line: string) => void): Promise<void> {
  const { config, database, owner } = ground;
  if (!config.DEMONSTRATION || (await readFact(database.db, "demonstration")) !== undefined) return;
  const used = await database.db.selectFrom("bodies").select("id").limit(1).executeTakeFirst();
  if (used) return;
  report("Filling the demonstration nation …");
  await loadDemonstration(owner, "demo", report);
}
