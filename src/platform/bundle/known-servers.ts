import { z } from "zod";
import type { Db, Tx } from "../database.ts";
import { readFact } from "../facts.ts";

/** A server whose bundles are taken for what they say they are. */
export type KnownServer = { name: string; publicKey: string; since: string };

const name = "known-servers";
const list = z.array(z.object({ name: z.string(), publicKey: z.string(), since: z.string() }));

export async function knownServers(db: Db | Tx): Promise<KnownServer[]> {
  return list.parse((await readFact(db, name)) ?? []);
}

/** Under the name by which people here know it; the same key again changes the name. */
export async function addKnownServer(
  tx: Tx,
  server: { name: string; publicKey: string; at: Date },
): Promise<void> {
  await change(tx, (servers) => [
    ...servers.filter(({ publicKey }) => publicKey !== server.publicKey),
    { name: server.name, publicKey: server.publicKey, since: server.at.toISOString() },
  ]);
}

export async function removeKnownServer(tx: Tx, publicKey: string): Promise<void> {
  await change(tx, (servers) => servers.filter((server) => server.publicKey !== publicKey));
}

async function change(tx: Tx, next: (servers: KnownServer[]) => KnownServer[]): Promise<void> {
  await tx
    .insertInto("facts")
    .values({ name, value: "[]" })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await tx.selectFrom("facts").select("name").where("name", "=", name).forUpdate().execute();
  const value = JSON.stringify(next(await knownServers(tx)));
  await tx.updateTable("facts").set({ value }).where("name", "=", name).execute();
}
