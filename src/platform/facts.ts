import type { Db, Tx } from "./database.ts";

/** Small facts about this database that outlive a process: which seed filled it, when it was backed up. */
export async function readFact<T>(db: Db | Tx, name: string): Promise<T | undefined> {
  const row = await db.selectFrom("facts").select("value").where("name", "=", name).executeTakeFirst();
  return row?.value as T | undefined;
}

export async function writeFact(db: Db | Tx, name: string, known: unknown): Promise<void> {
  const value = JSON.stringify(known);
  await db
    .insertInto("facts")
    .values({ name, value })
    .onConflict((conflict) => conflict.column("name").doUpdateSet({ value }))
    .execute();
}
