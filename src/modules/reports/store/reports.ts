import { sql } from "kysely";
import { isPerson } from "#platform/actor.ts";
import type { Db, Tx } from "#platform/database.ts";
import { keysOf, type Looker, type Visibility } from "#platform/sight.ts";
import type { BoardTime, ReportRow, ReportSeen } from "../report.ts";

/** One report, if it is in sight. */
export async function readReport(db: Db | Tx, looker: Looker, id: string): Promise<ReportSeen | undefined> {
  const person = isPerson(looker.actor) ? looker.actor.id : null;
  const { rows } = await sql<ReportSeen>`
    SELECT r.id, r.title, r.period, r.introduction, r.patient_story AS "patientStory",
      r.learning_story AS "learningStory", r.minutes_met AS "minutesMet",
      r.minutes_on_improvement AS "minutesOnImprovement", r.audience,
      jsonb_build_object('id', b.id, 'code', b.code, 'name', b.name) AS body,
      (SELECT jsonb_build_object('id', q.id, 'title', q.title, 'period', q.period)
        FROM reports q WHERE q.id = r.previous_id AND q.opened_by && ${keysOf(looker)}) AS previous,
      r.as_of AS "asOf", r.frozen_at AS "frozenAt",
      (SELECT u.name FROM users u WHERE u.id = r.frozen_by) AS "frozenBy",
      encode(r.digest, 'hex') AS digest, r.version,
      (SELECT g.role FROM group_members g WHERE g.group_id = r.id AND g.user_id = ${person}
        AND g.started_at <= ${looker.at} AND (g.ended_at IS NULL OR g.ended_at > ${looker.at})) AS standing
    FROM reports r JOIN bodies b ON b.id = r.body_id
    WHERE r.id = ${id} AND r.opened_by && ${keysOf(looker)}`.execute(db);
  return rows[0];
}

type Which = { bodyIds: readonly string[] | null; size: number; offset: number };

/** All bodies, or these. */
function ofBodies(bodyIds: readonly string[] | null) {
  return bodyIds === null ? sql`true` : sql`r.body_id = ANY (${[...bodyIds]}::uuid[])`;
}

export async function listReports(
  db: Db,
  looker: Looker,
  { bodyIds, size, offset }: Which,
): Promise<ReportRow[]> {
  const { rows } = await sql<ReportRow>`
    SELECT r.id, r.title, r.period, r.as_of AS "asOf", r.frozen_at AS "frozenAt", b.code AS "bodyCode",
      b.name AS "bodyName", (SELECT count(*) FROM report_items i WHERE i.report_id = r.id) AS items
    FROM reports r JOIN bodies b ON b.id = r.body_id
    WHERE r.opened_by && ${keysOf(looker)} AND ${ofBodies(bodyIds)}
    ORDER BY r.as_of DESC, r.id LIMIT ${size} OFFSET ${offset}`.execute(db);
  return rows;
}

export async function countReports(
  db: Db,
  looker: Looker,
  bodyIds: readonly string[] | null,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) AS count FROM reports r
    WHERE r.opened_by && ${keysOf(looker)} AND ${ofBodies(bodyIds)}`.execute(db);
  return rows[0]!.count;
}

/** The newest frozen report of a body before this moment, which the next one looks back on. */
export async function readLatestFrozen(db: Db | Tx, looker: Looker, bodyId: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM reports r WHERE r.body_id = ${bodyId} AND r.frozen_at IS NOT NULL
      AND r.opened_by && ${keysOf(looker)}
    ORDER BY r.as_of DESC LIMIT 1`.execute(db);
  return rows[0]?.id ?? null;
}

const mostTimes = 8;

/** What the board gave of its time up to a report, the newest last. */
export async function listBoardTimes(
  db: Db,
  looker: Looker,
  { body, asOf }: Pick<ReportSeen, "body" | "asOf">,
): Promise<BoardTime[]> {
  const { rows } = await sql<BoardTime>`
    SELECT r.id, r.period, r.minutes_met AS met, r.minutes_on_improvement AS "onImprovement"
    FROM reports r WHERE r.body_id = ${body.id} AND r.as_of <= ${asOf} AND r.minutes_met IS NOT NULL
      AND r.opened_by && ${keysOf(looker)}
    ORDER BY r.as_of DESC LIMIT ${mostTimes}`.execute(db);
  return rows.toReversed();
}

export type NewReport = {
  id: string;
  bodyId: string;
  title: string;
  period: string;
  audience: Visibility;
  previousId: string | null;
  by: string;
  at: Date;
};

export async function insertReport(tx: Tx, given: NewReport): Promise<void> {
  await tx
    .insertInto("reports")
    .values({
      id: given.id,
      body_id: given.bodyId,
      title: given.title,
      period: given.period,
      audience: given.audience,
      previous_id: given.previousId,
      as_of: given.at,
      created_by: given.by,
      created_at: given.at,
    })
    .execute();
}

export type ReportText = Pick<
  ReportSeen,
  | "title"
  | "period"
  | "introduction"
  | "patientStory"
  | "learningStory"
  | "minutesMet"
  | "minutesOnImprovement"
  | "audience"
>;

/** Says whether the version still stood. */
export async function writeReportText(
  tx: Tx,
  { id, version }: { id: string; version: number },
  text: ReportText,
): Promise<boolean> {
  const done = await tx
    .updateTable("reports")
    .set({
      title: text.title,
      period: text.period,
      introduction: text.introduction,
      patient_story: text.patientStory,
      learning_story: text.learningStory,
      minutes_met: text.minutesMet,
      minutes_on_improvement: text.minutesOnImprovement,
      audience: text.audience,
      version: version + 1,
    })
    .where("id", "=", id)
    .where("version", "=", version)
    .where("frozen_at", "is", null)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

type Freezing = { id: string; version: number; digest: Buffer; asOf: Date; by: string };

/** From now on it is what it is, and its audience sees it. */
export async function markFrozen(tx: Tx, { id, version, digest, asOf, by }: Freezing): Promise<boolean> {
  const done = await tx
    .updateTable("reports")
    .set((column) => ({
      frozen_at: asOf,
      as_of: asOf,
      frozen_by: by,
      digest,
      visibility: column.ref("audience"),
      version: version + 1,
    }))
    .where("id", "=", id)
    .where("version", "=", version)
    .where("frozen_at", "is", null)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}
