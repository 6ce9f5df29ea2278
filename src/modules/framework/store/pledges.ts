import { sql } from "kysely";
import type { Db, Tx } from "#platform/database.ts";
import type { PledgeAnswer } from "../pledge-answer.ts";

export async function listAnswers(db: Db, frameworkId: string): Promise<PledgeAnswer[]> {
  const { rows } = await sql<PledgeAnswer>`
    SELECT a.item_key AS key, a.heard, a.answer, coalesce(b.name, a.body_code) AS "bodyName",
      a.answered_at AS "answeredAt"
    FROM pledge_answers a LEFT JOIN bodies b ON b.code = a.body_code
    WHERE a.framework_id = ${frameworkId} ORDER BY a.answered_at DESC LIMIT 300`.execute(db);
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
