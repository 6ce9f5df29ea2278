import { sql } from "kysely";
import type { Db, Tx } from "#platform/database.ts";

export type OwnPart = { part: string; text: string; version: number };

export async function readWriteUp(db: Db | Tx, planId: string): Promise<OwnPart[]> {
  return db
    .selectFrom("write_up_parts")
    .select(["part", "text", "version"])
    .where("plan_id", "=", planId)
    .execute();
}

export type PartChange = {
  planId: string;
  part: string;
  text: string;
  version: number;
  by: string;
  at: Date;
};

/** True when nobody has written another text there since that version; version 0 is the draft. */
export async function writePart(
  tx: Tx,
  { planId, part, text, version, by, at }: PartChange,
): Promise<boolean> {
  if (version === 0) {
    const begun = await tx
      .insertInto("write_up_parts")
      .values({ plan_id: planId, part, text, written_by: by, written_at: at })
      .onConflict((row) => row.doNothing())
      .executeTakeFirst();
    return begun.numInsertedOrUpdatedRows === 1n;
  }
  const done = await tx
    .updateTable("write_up_parts")
    .set({ text, version: sql<number>`version + 1`, written_by: by, written_at: at })
    .where("plan_id", "=", planId)
    .where("part", "=", part)
    .where("version", "=", version)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

/** An earlier text of a part stands again, whatever stands there now; an empty one is the draft. */
export async function putPartBack(tx: Tx, given: Omit<PartChange, "version">): Promise<void> {
  const { planId, part, text, by, at } = given;
  if (text === "") return void (await forgetPart(tx, planId, part));
  const written = { text, written_by: by, written_at: at };
  await tx
    .insertInto("write_up_parts")
    .values({ plan_id: planId, part, ...written })
    .onConflict((row) =>
      row
        .columns(["plan_id", "part"])
        .doUpdateSet({ ...written, version: sql<number>`write_up_parts.version + 1` }),
    )
    .execute();
}

/** Back to the draft from the record. */
export async function forgetPart(tx: Tx, planId: string, part: string): Promise<boolean> {
  const done = await tx
    .deleteFrom("write_up_parts")
    .where("plan_id", "=", planId)
    .where("part", "=", part)
    .executeTakeFirst();
  return done.numDeletedRows === 1n;
}
