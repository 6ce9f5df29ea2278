import { today } from "#platform/clock.ts";
import type { Client } from "pg";
import { readFact } from "#platform/facts.ts";
import { loadDemonstration } from "../demonstration/load.ts";
import type { Ground } from "./open-ground.ts";
import { withConnection } from "./reach.ts";

type Report = (line: string) => void;

/** Fills an empty database with the demonstration nation, on the first start of a program that may. */
export async function ensureDemonstration(ground: Ground, report: Report): Promise<void> {
  if (!ground.config.DEMONSTRATION || (await isFilled(ground))) return;
  await withConnection(ground.owner, async (client) => {
    // Before anything else is asked: whoever fills it holds its tables, and would keep the question waiting.
    await waitForOurTurn(client, report);
    if ((await isFilled(ground)) || (await hasBodies(ground))) return;
    report("Filling the demonstration nation …");
    await loadDemonstration(ground.owner, { scale: "demo", today: today() }, report);
  });
}

async function isFilled({ database: { db } }: Ground): Promise<boolean> {
  return (await readFact(db, "demonstration")) !== undefined;
}

async function hasBodies({ database: { db } }: Ground): Promise<boolean> {
  return (await db.selectFrom("bodies").select("id").limit(1).executeTakeFirst()) !== undefined;
}

const lockNumber = 7_302_415_002;

/** The lock is the session's, so that it goes away with whoever held it. */
async function waitForOurTurn(client: Client, report: Report): Promise<void> {
  const { rows } = await client.query<{ got: boolean }>("SELECT pg_try_advisory_lock($1) AS got", [
    lockNumber,
  ]);
  if (rows[0]!.got) return;
  report("Waiting for another process that is filling the database …");
  await client.query("SELECT pg_advisory_lock($1)", [lockNumber]);
}
