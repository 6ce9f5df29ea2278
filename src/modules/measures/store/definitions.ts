import { sql, type RawBuilder } from "kysely";
import type { Db, Tx } from "#platform/database.ts";
import type { DefinitionText, MeasureKind, Purpose } from "../definition.ts";

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
      search_text: searchWords(given.text),
      created_by: given.by,
      created_at: given.at,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await insertVersion(tx, { ...given, id, version: 1, reason: "" });
  return id;
}

/** What a definition is found by. */
export function searchWords({
  name,
  topic,
  why,
  numerator,
  denominator,
}: DefinitionText): RawBuilder<string> {
  return sql<string>`search_words(${[name, topic, why, numerator, denominator].join(" ")})`;
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

/** What a definition was made from, and how far that has come since. */
export type Lineage = {
  madeFrom: { id: string; name: string; version: number; newest: number; isRetired: boolean } | null;
  shared: boolean;
  /** Of the definition itself. */
  newest: number;
};

/** Of the definition of a series that was found in sight. */
export async function readLineage(db: Db, definitionId: string): Promise<Lineage> {
  const { rows } = await sql<Lineage>`
    SELECT d.shared, d.version AS newest,
      (SELECT jsonb_build_object('id', f.id, 'name', v.name, 'version', d.made_from_version, 'newest', f.version,
          'isRetired', f.retired_at IS NOT NULL)
        FROM definitions f JOIN definition_versions v ON v.definition_id = f.id AND v.version = f.version
        WHERE f.id = d.made_from) AS "madeFrom"
    FROM definitions d WHERE d.id = ${definitionId}`.execute(db);
  return rows[0]!;
}

/** A definition of the catalogue as a list shows it. */
export type FoundDefinition = {
  id: string;
  version: number;
  name: string;
  why: string;
  kind: MeasureKind;
  purpose: Purpose;
  topic: string;
  keptBy: string | null;
  retiredAt: Date | null;
  /** How many measure by it. */
  uses: number;
};

export type DefinitionSearch = { words: string; kind: string; topic: string; purpose: string };

/** More than these are not counted to the last: whoever chooses wants to know whether many measure by it. */
const mostUses = 1_000;

/** How often a definition is measured by, as it stands or in words that were made from it. */
export function usesOf(id: RawBuilder<unknown>): RawBuilder<number> {
  return sql`((SELECT count(*) FROM (SELECT FROM definitions u WHERE u.made_from = ${id} LIMIT ${mostUses}::integer) taken)
    + (SELECT count(*) FROM (SELECT FROM series s WHERE s.definition_id = ${id} LIMIT ${mostUses}::integer) measured))`;
}

/** Far enough from what was typed that it is another word. */
const leastAlike = 0.4;

/** What fits every word first, then what is nearest to them: a slip of the finger still finds it. */
export async function findShared(
  db: Db,
  { words, kind, topic, purpose }: DefinitionSearch,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ rows: FoundDefinition[]; total: number }> {
  const { rows } = await sql<FoundDefinition & { total: number }>`
    WITH asked AS (SELECT trim(search_words(${words})) AS words),
    found AS (
      SELECT d.id, d.version, v.name, v.why, v.kind, v.purpose, v.topic, b.name AS "keptBy",
        d.retired_at AS "retiredAt",
        d.search_text LIKE ALL (SELECT '%' || w || '%' FROM regexp_split_to_table(asked.words, ' ') w) AS fits,
        word_similarity(asked.words, d.search_text) AS alike
      FROM asked, definitions d
      JOIN definition_versions v ON v.definition_id = d.id AND v.version = d.version
      LEFT JOIN bodies b ON b.id = d.body_id
      WHERE d.shared AND d.retired_at IS NULL
        AND (${kind} = '' OR v.kind = ${kind}) AND (${topic} = '' OR v.topic = ${topic})
        AND (${purpose} = '' OR v.purpose = ${purpose})
    )
    SELECT f.*, count(*) OVER () AS total,
      ${usesOf(sql.ref("f.id"))} AS uses
    FROM found f, asked WHERE asked.words = '' OR fits OR alike >= ${leastAlike}
    ORDER BY fits DESC, alike DESC, name, id LIMIT ${limit} OFFSET ${offset}`.execute(db);
  return { rows, total: rows[0]?.total ?? 0 };
}

/** The areas of care of the shared definitions, and how many each has. */
export async function readTopics(db: Db): Promise<{ topic: string; measures: number }[]> {
  const { rows } = await sql<{ topic: string; measures: number }>`
    SELECT v.topic, count(*)::int AS measures FROM definitions d
    JOIN definition_versions v ON v.definition_id = d.id AND v.version = d.version
    WHERE d.shared AND d.retired_at IS NULL AND v.topic <> '' GROUP BY v.topic ORDER BY v.topic LIMIT 100`.execute(
    db,
  );
  return rows;
}
