import { sql } from "kysely";
import type { Db, Tx } from "#platform/database.ts";
import type { Paging } from "#platform/paging.ts";
import type { PledgeAnswer } from "../pledge-answer.ts";

export async function countAnswers(db: Db, frameworkId: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ key: string; count: number }>`
    SELECT item_key AS key, count(*) AS count FROM pledge_answers WHERE framework_id = ${frameworkId}
    GROUP BY item_key`.execute(db);
  return new Map(rows.map(({ key, count }) => [key, count]));
}

/** Of each pledge so many answers, the newest first, from the one on that is asked for. */
export async function listAnswers(
  db: Db,
  frameworkId: string,
  parts: readonly { key: string; paging: Pick<Paging, "size" | "offset"> }[],
): Promise<PledgeAnswer[]> {
  const { rows } = await sql<PledgeAnswer>`
    SELECT a.item_key AS key, a.heard, a.answer, coalesce(b.name, a.body_code) AS "bodyName",
      a.answered_at AS "answeredAt"
    FROM unnest(${parts.map(({ key }) => key)}::text[], ${parts.map(({ paging }) => paging.size)}::int[],
        ${parts.map(({ paging }) => paging.offset)}::int[]) part (key, size, skipped)
      CROSS JOIN LATERAL (
        SELECT * FROM pledge_answers o WHERE o.framework_id = ${frameworkId} AND o.item_key = part.key
        ORDER BY o.answered_at DESC, o.id LIMIT part.size OFFSET part.skipped
      ) a LEFT JOIN bodies b ON b.code = a.body_code
    ORDER BY a.answered_at DESC, a.id`.execute(db);
  return rows;
}

export type NewAnswer = {
  frameworkId: string;
  key: string;
  heard: string;
  answer: string;
  bodyCode: string;
  by: string;
  at: Date;
};

export async function insertAnswer(tx: Tx, given: NewAnswer): Promise<string> {
  const { id } = await tx
    .insertInto("pledge_answers")
    .values({
      framework_id: given.frameworkId,
      item_key: given.key,
      heard: given.heard,
      answer: given.answer,
      body_code: given.bodyCode,
      answered_by: given.by,
      answered_at: given.at,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}
