import { sql } from "kysely";
import type { Db, Tx } from "#platform/database.ts";
import type { Comment } from "../comment.ts";

const shown = sql`c.id, c.number, c.item_key AS "itemKey", c.proposal_id AS "proposalId", c.text,
  c.written_by AS "writtenBy", u.name, c.written_at AS "writtenAt"
  FROM framework_comments c LEFT JOIN users u ON u.id = c.written_by AND u.erased_at IS NULL`;

const most = 200;

export async function listComments(db: Db, frameworkId: string, itemKey: string): Promise<Comment[]> {
  const { rows } = await sql<Comment>`
    SELECT ${shown} WHERE c.framework_id = ${frameworkId} AND c.item_key = ${itemKey} AND c.proposal_id IS NULL
      AND c.removed_at IS NULL ORDER BY c.written_at DESC LIMIT ${most}`.execute(db);
  return rows;
}

export async function listDiscussion(db: Db, proposalId: string): Promise<Comment[]> {
  const { rows } = await sql<Comment>`
    SELECT ${shown} WHERE c.proposal_id = ${proposalId} AND c.removed_at IS NULL
    ORDER BY c.written_at LIMIT ${most}`.execute(db);
  return rows;
}

export async function readComment(
  db: Db | Tx,
  frameworkId: string,
  id: string,
): Promise<Comment | undefined> {
  const { rows } = await sql<Comment>`
    SELECT ${shown} WHERE c.framework_id = ${frameworkId} AND c.id = ${id} AND c.removed_at IS NULL`.execute(
    db,
  );
  return rows[0];
}

export type NewComment = {
  frameworkId: string;
  number: number;
  itemKey: string;
  proposalId: string | null;
  text: string;
  by: string;
  at: Date;
};

export async function insertComment(tx: Tx, given: NewComment): Promise<string> {
  const { id } = await tx
    .insertInto("framework_comments")
    .values({
      framework_id: given.frameworkId,
      number: given.number,
      item_key: given.itemKey,
      proposal_id: given.proposalId,
      text: given.text,
      written_by: given.by,
      written_at: given.at,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export async function removeComment(tx: Tx, id: string, { by, at }: { by: string; at: Date }): Promise<void> {
  await tx
    .updateTable("framework_comments")
    .set({ removed_at: at, removed_by: by })
    .where("id", "=", id)
    .where("removed_at", "is", null)
    .execute();
}
