import { sql } from "kysely";
import type { Db, Tx } from "#platform/database.ts";
import type { Tier } from "../body.ts";
import type { ImportRow } from "../import/import-row.ts";
import type { Known, KnownBody } from "../import/known-body.ts";
import { inLevels, type Change, type ImportPlan } from "../import/plan.ts";
import { readKinds } from "./bodies.ts";

export type Upload = { id: string; text: string; at: Date; appliedAt: Date | null };

const keptDays = 30;

export async function keepUpload(tx: Tx, upload: { by: string; text: string; at: Date }): Promise<string> {
  await sql`DELETE FROM body_imports WHERE at < ${upload.at}::timestamptz - make_interval(days => ${keptDays})`.execute(
    tx,
  );
  const { id } = await tx
    .insertInto("body_imports")
    .values({ uploaded_by: upload.by, text: upload.text, at: upload.at })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** Only the person who uploaded a file sees it again: what it holds is not public before it is loaded. */
export async function readUpload(db: Db, id: string, by: string): Promise<Upload | undefined> {
  return db
    .selectFrom("body_imports")
    .select(["id", "text", "at", "applied_at as appliedAt"])
    .where("id", "=", id)
    .where("uploaded_by", "=", by)
    .executeTakeFirst();
}

/** True for the one that came first: a file is loaded once. One file at a time, so that two do not cross. */
export async function claimUpload(tx: Tx, id: string, at: Date): Promise<boolean> {
  await sql`SELECT pg_advisory_xact_lock(hashtext('body_imports'))`.execute(tx);
  const { numUpdatedRows } = await tx
    .updateTable("body_imports")
    .set({ applied_at: at })
    .where("id", "=", id)
    .where("applied_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** What is known of every code that the rows name. */
export async function readKnown(db: Db, rows: readonly ImportRow[]): Promise<Known> {
  const codes = new Set(
    rows.flatMap((row) => [row.code, row.parentCode, row.successorCode ?? "", ...(row.areaCodes ?? [])]),
  );
  const found = await sql<KnownBody>`
    SELECT b.id, b.code, b.name, b.kind, k.tier, p.code AS "parentCode", coalesce(b.topic, '') AS topic, b.address, b.town, b.postcode,
      b.contact_email AS "contactEmail", b.contact_phone AS "contactPhone", b.website,
      b.opened_on AS "openedOn", b.closed_on AS "closedOn", s.code AS "successorCode", b.version,
      ARRAY(SELECT a.code FROM area_members m JOIN bodies a ON a.id = m.area_id WHERE m.body_id = b.id) AS "areaCodes"
    FROM bodies b JOIN body_kinds k USING (kind)
      LEFT JOIN bodies p ON p.id = b.parent_id LEFT JOIN bodies s ON s.id = b.successor_id
    WHERE b.code = ANY (${[...codes]})`.execute(db);
  const kinds = new Map<string, Tier>((await readKinds(db)).map((one) => [one.kind, one.tier]));
  const open = await sql<{ count: number }>`
    SELECT count(*) AS count FROM bodies
    WHERE kind = ANY (${[...new Set(rows.map((row) => row.kind))]}) AND closed_on IS NULL`.execute(db);
  return { bodies: new Map(found.rows.map((body) => [body.code, body])), kinds, open: open.rows[0]!.count };
}

/** Loads a plan, a set at a time. False when a body was changed by somebody else since the plan was made. */
export async function loadPlan(tx: Tx, plan: ImportPlan, today: string): Promise<boolean> {
  const changes = [...plan.changed, ...plan.closed];
  await keepFormerNames(tx, plan.renamed, today);
  for (const level of inLevels(plan.added)) await insertBodies(tx, level);
  const updated = await updateBodies(tx, changes);
  const all = [...plan.added, ...changes.map((change) => change.row)];
  await linkSuccessors(tx, all);
  await sitInAreas(tx, all, today);
  return updated === changes.length;
}

async function keepFormerNames(tx: Tx, renamed: readonly Change[], today: string): Promise<void> {
  const names = renamed.map(({ body, row }) => ({
    id: body.id,
    name: body.name,
    until: row.closedOn ?? today,
  }));
  await sql`INSERT INTO former_names (body_id, name, until)
    SELECT id, name, until FROM jsonb_to_recordset(${JSON.stringify(names)}::jsonb) AS r (id uuid, name text, until date)
    ON CONFLICT DO NOTHING`.execute(tx);
}

const columns = sql`(code text, name text, kind text, "parentCode" text, topic text, address text, town text, postcode text,
  "contactEmail" text, "contactPhone" text, website text, "openedOn" date, "closedOn" date, version int)`;

async function insertBodies(tx: Tx, rows: readonly ImportRow[]): Promise<void> {
  await sql`INSERT INTO bodies (code, name, kind, parent_id, topic, address, town, postcode, contact_email, contact_phone,
      website, opened_on, closed_on)
    SELECT r.code, r.name, r.kind, p.id, nullif(r.topic, ''), coalesce(r.address, ''), coalesce(r.town, ''), coalesce(r.postcode, ''),
      coalesce(r."contactEmail", ''), coalesce(r."contactPhone", ''), coalesce(r.website, ''), r."openedOn", r."closedOn"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r ${columns}
    JOIN bodies p ON p.code = r."parentCode"`.execute(tx);
}

async function updateBodies(tx: Tx, changes: readonly Change[]): Promise<number> {
  const rows = changes.map(({ row, body }) => ({ ...row, version: body.version }));
  const { numAffectedRows } = await sql`UPDATE bodies b SET
      name = CASE WHEN lower(b.name) = lower(r.name) THEN b.name ELSE r.name END, parent_id = p.id,
      topic = coalesce(nullif(r.topic, ''), b.topic), address = coalesce(r.address, b.address), town = coalesce(r.town, b.town),
      postcode = coalesce(r.postcode, b.postcode), contact_email = coalesce(r."contactEmail", b.contact_email),
      contact_phone = coalesce(r."contactPhone", b.contact_phone), website = coalesce(r.website, b.website),
      opened_on = coalesce(r."openedOn", b.opened_on), closed_on = coalesce(r."closedOn", b.closed_on),
      version = b.version + 1
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r ${columns}
    JOIN bodies p ON p.code = r."parentCode"
    WHERE b.code = r.code AND b.version = r.version`.execute(tx);
  return Number(numAffectedRows ?? 0);
}

/** What stood open below a body that became another goes with it. */
async function linkSuccessors(tx: Tx, rows: readonly ImportRow[]): Promise<void> {
  const linked = rows
    .filter((row) => row.successorCode)
    .map(({ code, successorCode }) => ({ code, successorCode }));
  await sql`WITH linked AS (
      UPDATE bodies b SET successor_id = s.id
      FROM jsonb_to_recordset(${JSON.stringify(linked)}::jsonb) AS r (code text, "successorCode" text)
      JOIN bodies s ON s.code = r."successorCode"
      WHERE b.code = r.code AND b.successor_id IS DISTINCT FROM s.id
      RETURNING b.id, s.id AS successor_id
    )
    UPDATE bodies c SET parent_id = l.successor_id, version = c.version + 1
    FROM linked l WHERE c.parent_id = l.id AND c.closed_on IS NULL AND c.id <> l.successor_id`.execute(tx);
}

async function sitInAreas(tx: Tx, rows: readonly ImportRow[], today: string): Promise<void> {
  const seated = rows.filter((row) => row.areaCodes).map(({ code, areaCodes }) => ({ code, areaCodes }));
  const given = sql`jsonb_to_recordset(${JSON.stringify(seated)}::jsonb) AS r (code text, "areaCodes" text[])
    JOIN bodies b ON b.code = r.code`;
  await sql`DELETE FROM area_members m USING ${given}, bodies a
    WHERE m.body_id = b.id AND a.id = m.area_id AND NOT a.code = ANY (r."areaCodes")`.execute(tx);
  await sql`INSERT INTO area_members (body_id, area_id, since)
    SELECT b.id, a.id, ${today}::date FROM ${given} JOIN bodies a ON a.code = ANY (r."areaCodes")
    ON CONFLICT DO NOTHING`.execute(tx);
}
