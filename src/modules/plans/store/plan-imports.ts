import type { Db, Tx } from "#platform/database.ts";

export type ImportKind = "tests" | "diagram" | "plan";

export type KeptImport = {
  id: string;
  planId: string | null;
  kind: ImportKind;
  name: string;
  content: Uint8Array;
};

type NewImport = Omit<KeptImport, "id"> & { by: string; at: Date };

const keptForHours = 24;

/** A file that waits to be taken in. What nobody took in for a day goes. */
export async function insertImport(
  tx: Tx,
  { planId, kind, name, content, by, at }: NewImport,
): Promise<string> {
  const { id } = await tx
    .insertInto("plan_imports")
    .values({ plan_id: planId, kind, name, content: Buffer.from(content), uploaded_by: by, at })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** By the clock, whether or not anybody brings another. */
export async function dropOldImports(db: Db, at: Date): Promise<void> {
  const before = new Date(at.getTime() - keptForHours * 3_600_000);
  await db.deleteFrom("plan_imports").where("at", "<", before).execute();
}

/** One's own: nobody sees what somebody else uploaded. */
export async function readImport(
  db: Db,
  { id, userId, kind }: { id: string; userId: string; kind: ImportKind },
): Promise<KeptImport | undefined> {
  const row = await db
    .selectFrom("plan_imports")
    .where("id", "=", id)
    .where("uploaded_by", "=", userId)
    .where("kind", "=", kind)
    .select(["id", "plan_id as planId", "name", "content"])
    .executeTakeFirst();
  return row && { ...row, kind };
}

export async function removeImport(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom("plan_imports").where("id", "=", id).execute();
}
