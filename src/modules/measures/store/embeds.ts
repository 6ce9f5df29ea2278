import type { Db, Tx } from "#platform/database.ts";

export type Embed = { id: string; place: string; createdAt: Date };

export async function insertEmbed(
  tx: Tx,
  given: { seriesId: string; place: string; by: string; at: Date },
): Promise<string> {
  const { id } = await tx
    .insertInto("series_embeds")
    .values({ series_id: given.seriesId, place: given.place, created_by: given.by, created_at: given.at })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export async function listEmbeds(db: Db, seriesId: string): Promise<Embed[]> {
  return db
    .selectFrom("series_embeds")
    .select(["id", "place", "created_at as createdAt"])
    .where("series_id", "=", seriesId)
    .where("revoked_at", "is", null)
    .orderBy("created_at", "desc")
    .limit(100)
    .execute();
}

export async function revokeEmbed(
  tx: Tx,
  seriesId: string,
  { id, at }: { id: string; at: Date },
): Promise<boolean> {
  const revoked = await tx
    .updateTable("series_embeds")
    .set({ revoked_at: at })
    .where("series_id", "=", seriesId)
    .where("id", "=", id)
    .where("revoked_at", "is", null)
    .executeTakeFirst();
  return revoked.numUpdatedRows === 1n;
}
