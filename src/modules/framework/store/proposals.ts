import { sql } from "kysely";
import type { Db, Tx } from "#platform/database.ts";
import type { Change, Proposal } from "../proposal.ts";

const shown = sql`p.id, p.number, p.change, p.item_key AS "itemKey", p.title, p.text, p.detail, p.reason,
  u.name AS "proposedBy", p.proposed_at AS "proposedAt", p.state, p.answer, a.name AS "answeredBy",
  p.answered_at AS "answeredAt", p.adopted_number AS "adoptedNumber", p.adopted_key AS "adoptedKey", p.version`;
const people = sql`LEFT JOIN users u ON u.id = p.proposed_by AND u.erased_at IS NULL
  LEFT JOIN users a ON a.id = p.answered_by AND a.erased_at IS NULL`;

export type NewProposal = {
  frameworkId: string;
  number: number;
  change: Change;
  itemKey: string;
  title: string;
  text: string;
  detail: Record<string, unknown>;
  reason: string;
  by: string;
  at: Date;
};

export async function insertProposal(tx: Tx, given: NewProposal): Promise<string> {
  const { id } = await tx
    .insertInto("change_proposals")
    .values({
      framework_id: given.frameworkId,
      number: given.number,
      change: given.change,
      item_key: given.itemKey,
      title: given.title,
      text: given.text,
      detail: JSON.stringify(given.detail),
      reason: given.reason,
      proposed_by: given.by,
      proposed_at: given.at,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export async function readProposal(
  db: Db | Tx,
  frameworkId: string,
  id: string,
): Promise<Proposal | undefined> {
  const { rows } = await sql<Proposal>`
    SELECT ${shown} FROM change_proposals p ${people}
    WHERE p.framework_id = ${frameworkId} AND p.id = ${id}`.execute(db);
  return rows[0];
}

const most = 200;

/** Open ones first, then the newest answers. */
export async function listProposals(db: Db, frameworkId: string): Promise<Proposal[]> {
  const { rows } = await sql<Proposal>`
    SELECT ${shown} FROM change_proposals p ${people} WHERE p.framework_id = ${frameworkId}
    ORDER BY p.state <> 'open', coalesce(p.answered_at, p.proposed_at) DESC LIMIT ${most}`.execute(db);
  return rows;
}

export async function listProposalsOf(db: Db, frameworkId: string, itemKey: string): Promise<Proposal[]> {
  const { rows } = await sql<Proposal>`
    SELECT ${shown} FROM change_proposals p ${people}
    WHERE p.framework_id = ${frameworkId} AND (p.item_key = ${itemKey} OR p.adopted_key = ${itemKey})
    ORDER BY p.proposed_at DESC LIMIT 50`.execute(db);
  return rows;
}

/** The feedback that led from one version to another. */
export async function listAdopted(
  db: Db,
  frameworkId: string,
  { from, to }: { from: number; to: number },
): Promise<Proposal[]> {
  const { rows } = await sql<Proposal>`
    SELECT ${shown} FROM change_proposals p ${people}
    WHERE p.framework_id = ${frameworkId} AND p.adopted_number > ${from} AND p.adopted_number <= ${to}
    ORDER BY p.adopted_number, p.answered_at LIMIT 1000`.execute(db);
  return rows;
}

export type Answered = {
  id: string;
  version: number;
  state: "adopted" | "declined";
  answer: string;
  by: string;
  at: Date;
  adoptedNumber: number | null;
  adoptedKey: string | null;
};

/** True when it was still open and at this version. */
export async function answerProposal(tx: Tx, given: Answered): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("change_proposals")
    .set({
      state: given.state,
      answer: given.answer,
      answered_by: given.by,
      answered_at: given.at,
      adopted_number: given.adoptedNumber,
      adopted_key: given.adoptedKey,
      version: given.version + 1,
    })
    .where("id", "=", given.id)
    .where("version", "=", given.version)
    .where("state", "=", "open")
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
