import { sql } from "kysely";
import type { Db, Tx } from "#platform/database.ts";
import type { DefinitionText } from "../definition.ts";
import { definitionText } from "./series.ts";

export type NewDefinition = {
  text: DefinitionText;
  bodyId: string | null;
  shared: boolean;
  madeFrom: { id: string; version: number } | null;
  by: string | null;
  at: Date;
};

export async function insertDefinition(tx: Tx, given: NewDefinition): Promise<string> {
  const { id } = await tx
    .insertInto("definitions")
    .values({
      body_id: given.bodyId,
      shared: given.shared,
      made_from: given.madeFrom?.id ?? null,
      made_from_version: given.madeFrom?.version ?? null,
      owner_id: given.by,
      search_text: sql<string>`search_words(${`${given.text.name} ${given.text.topic}`})`,
      created_by: given.by,
      created_at: given.at,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await insertVersion(tx, { ...given, id, version: 1, reason: "" });
  return id;
}

type NewVersion = {
  id: string;
  version: number;
  text: DefinitionText;
  reason: string;
  by: string | null;
  at: Date;
};

export async function insertVersion(
  tx: Tx,
  { id, version, text, reason, by, at }: NewVersion,
): Promise<void> {
  const { minutesPerPoint, reviewOn, ...same } = text;
  await tx
    .insertInto("definition_versions")
    .values({
      ...same,
      definition_id: id,
      version,
      minutes_per_point: minutesPerPoint,
      review_on: reviewOn,
      reason,
      written_by: by,
      written_at: at,
    })
    .execute();
}

/** One version of a definition: whoever sees a series made from it may read it, and so may all if it is shared. */
export async function readDefinition(
  db: Db | Tx,
  id: string,
  version: number,
): Promise<DefinitionText | undefined> {
  const { rows } = await sql<{ text: DefinitionText }>`
    SELECT ${definitionText} AS text FROM definition_versions v
    WHERE v.definition_id = ${id} AND v.version = ${version}`.execute(db);
  return rows[0]?.text;
}
