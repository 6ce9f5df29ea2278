import { z } from "zod";
import type { Db } from "../database.ts";
import { readFact } from "../facts.ts";
import { derivedKey, lock, unlock } from "../secrets.ts";
import { newSigningKey, privateKeyText, signingKeyFrom, type SigningKey } from "./signing-key.ts";

/** The key of this server, and the public keys it had before its secret was changed. */
export type ServerKeys = { current: SigningKey; former: readonly string[] };

const name = "signing-key";
const fact = z.object({ publicKey: z.string(), locked: z.string(), former: z.array(z.string()) });

/**
 * Made once for a database, and locked away with the program's secret. With another secret the old key cannot be
 * opened: a new one takes its place, and what the old one signed is still known as ours.
 */
export async function serverKeys(db: Db, secret: string): Promise<ServerKeys> {
  const vault = derivedKey(secret, "bundles");
  await keepFirst(db, vault);
  const kept = fact.parse(await readFact(db, name));
  const current = opened(kept.locked, vault);
  if (current) return { current, former: kept.former };
  return replaced(db, vault, kept);
}

async function keepFirst(db: Db, vault: Buffer): Promise<void> {
  if ((await readFact(db, name)) !== undefined) return;
  const value = JSON.stringify(factFor(newSigningKey(), vault, []));
  await db
    .insertInto("facts")
    .values({ name, value })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

function factFor(key: SigningKey, vault: Buffer, former: readonly string[]): z.input<typeof fact> {
  return { publicKey: key.publicKey, locked: lock(vault, privateKeyText(key)), former: [...former] };
}

function opened(locked: string, vault: Buffer): SigningKey | undefined {
  try {
    return signingKeyFrom(unlock(vault, locked));
  } catch {
    return undefined;
  }
}

/** Whoever comes second finds the first one's key. */
async function replaced(db: Db, vault: Buffer, kept: z.output<typeof fact>): Promise<ServerKeys> {
  const next = factFor(newSigningKey(), vault, [kept.publicKey, ...kept.former]);
  await db
    .updateTable("facts")
    .set({ value: JSON.stringify(next) })
    .where("name", "=", name)
    .where("value", "=", JSON.stringify(kept))
    .execute();
  const now = fact.parse(await readFact(db, name));
  const current = opened(now.locked, vault);
  if (!current) throw new Error("Two processes of this server have different secrets.");
  return { current, former: now.former };
}
