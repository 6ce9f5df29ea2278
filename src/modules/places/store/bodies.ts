import { sql } from "kysely";
import type { Db } from "#platform/database.ts";
import type { Body, BodyKind, BodySummary, NamedBody } from "../body.ts";

const summary = sql`b.id, b.code, b.name, b.kind, k.label AS "kindLabel", k.tier, b.ancestors,
  b.opened_on AS "openedOn", b.closed_on AS "closedOn", b.version`;

export async function readSummary(db: Db, code: string): Promise<BodySummary | undefined> {
  const { rows } = await sql<BodySummary>`
    SELECT ${summary} FROM bodies b JOIN body_kinds k USING (kind) WHERE b.code = ${code}`.execute(db);
  return rows[0];
}

export async function readSummaryById(db: Db, id: string): Promise<BodySummary | undefined> {
  const { rows } = await sql<BodySummary>`
    SELECT ${summary} FROM bodies b JOIN body_kinds k USING (kind) WHERE b.id = ${id}`.execute(db);
  return rows[0];
}

/** One body with all that stands around it, in one statement. */
export async function readBody(db: Db, code: string): Promise<Body | undefined> {
  const { rows } = await sql<Body>`
    SELECT ${summary}, b.topic, b.purpose, b.not_for AS "notFor", b.funded_by AS "fundedBy",
      b.accountable_to AS "accountableTo", b.address, b.town, b.postcode, b.contact_name AS "contactName",
      b.contact_email AS "contactEmail", b.contact_phone AS "contactPhone", b.website,
      (SELECT coalesce(json_agg(json_build_object('code', p.code, 'name', p.name) ORDER BY a.step DESC), '[]')
        FROM unnest(b.ancestors) WITH ORDINALITY a (id, step) JOIN bodies p ON p.id = a.id) AS lineage,
      (SELECT coalesce(json_agg(json_build_object('code', a.code, 'name', a.name, 'kind', a.kind,
          'kindPlural', ak.plural) ORDER BY ak.position, a.name), '[]')
        FROM area_members m JOIN bodies a ON a.id = m.area_id JOIN body_kinds ak ON ak.kind = a.kind
        WHERE m.body_id = b.id) AS areas,
      (SELECT coalesce(json_agg(json_build_object('name', f.name, 'until', f.until) ORDER BY f.until DESC), '[]')
        FROM former_names f WHERE f.body_id = b.id) AS "formerNames",
      (SELECT json_build_object('code', s.code, 'name', s.name) FROM bodies s WHERE s.id = b.successor_id) AS successor,
      (SELECT json_build_object('code', h.code, 'name', h.name) FROM bodies h
        WHERE h.id = CASE WHEN b.successor_id IS NOT NULL THEN body_heir(b.id) END AND h.id <> b.successor_id) AS heir,
      (SELECT coalesce(json_agg(p), '[]') FROM (
        SELECT code, name, closed_on AS "closedOn" FROM bodies WHERE successor_id = b.id
        ORDER BY closed_on DESC, name LIMIT 20) p) AS predecessors,
      (SELECT count(*) FROM bodies p WHERE p.successor_id = b.id) AS "predecessorCount"
    FROM bodies b JOIN body_kinds k USING (kind) WHERE b.code = ${code}`.execute(db);
  return rows[0];
}

export async function readKinds(db: Db): Promise<BodyKind[]> {
  const { rows } = await sql<BodyKind>`
    SELECT kind, label, plural, tier FROM body_kinds ORDER BY position`.execute(db);
  return rows;
}

/** Every place and area that a list can be narrowed to: regions, local systems and the areas of support. */
export async function readPlaces(db: Db): Promise<(NamedBody & Pick<BodyKind, "kind" | "tier">)[]> {
  const { rows } = await sql<NamedBody & Pick<BodyKind, "kind" | "tier">>`
    SELECT b.code, b.name, b.kind, k.tier FROM body_kinds k JOIN bodies b USING (kind)
    WHERE k.tier IN ('region', 'system', 'area') AND b.closed_on IS NULL
    ORDER BY k.position, b.name LIMIT 500`.execute(db);
  return rows;
}

/** A name that somebody typed in full stands for a body only when there is no second of that name. */
export async function readCodesNamed(db: Db, name: string): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    SELECT code FROM bodies
    WHERE search_text LIKE search_words(${name}) || '%' AND lower(name) = lower(${name}) LIMIT 2`.execute(db);
  return rows.map((row) => row.code);
}

export async function readNation(db: Db): Promise<string | undefined> {
  const nation = await db.selectFrom("bodies").select("code").where("kind", "=", "nation").executeTakeFirst();
  return nation?.code;
}

export async function readFirstWard(db: Db): Promise<string | undefined> {
  const { rows } = await sql<{ code: string }>`
    SELECT code FROM bodies WHERE kind = 'ward' AND closed_on IS NULL ORDER BY kind, name LIMIT 1`.execute(
    db,
  );
  return rows[0]?.code;
}
