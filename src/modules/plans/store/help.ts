import { sql } from "kysely";
import type { Db, Tx } from "#platform/database.ts";
import type { HelpSent, PlanCheck } from "../help.ts";

export async function writeHelpWanted(
  tx: Tx,
  { planId, text, at }: { planId: string; text: string; at: Date },
): Promise<void> {
  await tx
    .updateTable("plans")
    .set({ help_wanted: text, help_wanted_at: text === "" ? null : at })
    .where("id", "=", planId)
    .execute();
}

export async function writeSupport(
  tx: Tx,
  { planId, text, by, at }: { planId: string; text: string; by: string; at: Date },
): Promise<void> {
  await tx
    .updateTable("plans")
    .set({ support: text, supported_by: text === "" ? null : by, supported_at: text === "" ? null : at })
    .where("id", "=", planId)
    .execute();
}

type Sending = { planId: string; text: string; whom: string; by: string; at: Date };

export async function insertHelp(tx: Tx, { planId, text, whom, by, at }: Sending): Promise<string> {
  const { id } = await tx
    .insertInto("plan_help")
    .values({ plan_id: planId, text, whom, sent_by: by, sent_at: at })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** The words that were left for a team and that it has not put away. */
export async function readHelp(db: Db, planId: string): Promise<HelpSent[]> {
  const { rows } = await sql<HelpSent>`
    SELECT h.id, h.text, h.whom, u.name AS sender, h.sent_at AS "sentAt"
    FROM plan_help h LEFT JOIN users u ON u.id = h.sent_by
    WHERE h.plan_id = ${planId} AND h.seen_at IS NULL ORDER BY h.sent_at DESC LIMIT 10`.execute(db);
  return rows;
}

export async function putHelpAway(
  tx: Tx,
  { planId, id, at }: { planId: string; id: string; at: Date },
): Promise<boolean> {
  const done = await tx
    .updateTable("plan_help")
    .set({ seen_at: at })
    .where("id", "=", id)
    .where("plan_id", "=", planId)
    .where("seen_at", "is", null)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

/** Where a mail about a plan goes: to its lead, or to all in its team when nobody leads it. */
export async function readAddresses(
  db: Db | Tx,
  planId: string,
  roles: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ email: string }>`
    SELECT u.email FROM group_members g JOIN users u ON u.id = g.user_id AND u.erased_at IS NULL AND u.email_verified
    WHERE g.group_id = ${planId} AND g.ended_at IS NULL AND g.role = ANY (${[...roles]}) LIMIT 20`.execute(
    db,
  );
  return rows.map(({ email }) => email);
}

export async function readChecks(db: Db, planId: string): Promise<PlanCheck[]> {
  const { rows } = await sql<PlanCheck>`
    SELECT c.months, c.due_on AS "dueOn", c.asked_at AS "askedAt", c.answered_at AS "answeredAt", c.answer, c.note
    FROM plan_checks c WHERE c.plan_id = ${planId} ORDER BY c.months`.execute(db);
  return rows;
}

type Answering = { planId: string; months: number; answer: string; note: string; by: string; at: Date };

export async function answerCheck(
  tx: Tx,
  { planId, months, answer, note, by, at }: Answering,
): Promise<boolean> {
  const done = await tx
    .updateTable("plan_checks")
    .set({ answer, note, answered_by: by, answered_at: at })
    .where("plan_id", "=", planId)
    .where("months", "=", months)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

export type DueCheck = { planId: string; months: number };

/** Follow-ups that are due and were not asked for yet, locked so that no two workers ask for the same. */
export async function takeDueChecks(tx: Tx, today: string, at: Date): Promise<DueCheck[]> {
  const { rows } = await sql<DueCheck>`
    UPDATE plan_checks SET asked_at = ${at}
    WHERE (plan_id, months) IN (SELECT plan_id, months FROM plan_checks
      WHERE answered_at IS NULL AND asked_at IS NULL AND due_on <= ${today}::date ORDER BY due_on LIMIT 200
      FOR UPDATE SKIP LOCKED)
    RETURNING plan_id AS "planId", months`.execute(tx);
  return rows;
}

/** Plans whose lead has gone and whose others were not told yet. */
export async function takeLeadless(tx: Tx, at: Date): Promise<{ planId: string; since: Date }[]> {
  const { rows } = await sql<{ planId: string; since: Date }>`
    UPDATE plans SET lead_gone_told_at = ${at}
    WHERE id IN (SELECT id FROM plans WHERE lead_gone_since IS NOT NULL AND lead_gone_told_at IS NULL
      AND stage NOT IN ('closed', 'stopped') ORDER BY lead_gone_since LIMIT 200 FOR UPDATE SKIP LOCKED)
    RETURNING id AS "planId", lead_gone_since AS since`.execute(tx);
  return rows;
}

/** Finished changes whose measures moved the other way and whose keepers were not told of this time yet. */
export async function takeSlipping(tx: Tx): Promise<{ planId: string; since: string }[]> {
  const { rows } = await sql<{ planId: string; since: string }>`
    UPDATE plans SET slipping_told_for = slipping_since
    WHERE id IN (SELECT id FROM plans WHERE slipping_since IS NOT NULL AND stage IN ('sustaining', 'closed')
      AND slipping_told_for IS DISTINCT FROM slipping_since ORDER BY slipping_since LIMIT 200 FOR UPDATE SKIP LOCKED)
    RETURNING id AS "planId", slipping_since::text AS since`.execute(tx);
  return rows;
}

/** Where a mail about what lasts goes: to whoever is in one of the roles, and to whoever said to keep it going. */
export async function readKeepers(tx: Tx, planId: string, roles: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ email: string }>`
    SELECT DISTINCT u.email FROM plans p JOIN users u ON u.erased_at IS NULL AND u.email_verified
    WHERE p.id = ${planId} AND (u.id = p.sustained_by OR u.id IN (SELECT g.user_id FROM group_members g
      WHERE g.group_id = p.id AND g.ended_at IS NULL AND g.role = ANY (${[...roles]})))`.execute(tx);
  return rows.map(({ email }) => email);
}
