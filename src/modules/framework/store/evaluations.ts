import { sql } from "kysely";
import type { Db, Tx } from "#platform/database.ts";
import type { Evaluation, Finding, Grade } from "../evaluation.ts";

export async function listEvaluations(db: Db, frameworkId: string, itemKey?: string): Promise<Evaluation[]> {
  const { rows } = await sql<Evaluation>`
    SELECT e.id, e.item_key AS "itemKey", e.claim, e.finding, e.design, e.data, e.strength, e.confounders, e.grade,
      coalesce(b.name, e.body_code) AS "bodyName", e.published_at AS "publishedAt"
    FROM evaluations e LEFT JOIN bodies b ON b.code = e.body_code
    WHERE e.framework_id = ${frameworkId} AND (${itemKey ?? null}::text IS NULL OR e.item_key = ${itemKey ?? null})
    ORDER BY e.published_at DESC LIMIT 200`.execute(db);
  return rows;
}

export type NewEvaluation = {
  frameworkId: string;
  itemKey: string;
  claim: string;
  finding: Finding;
  design: string;
  data: string;
  strength: string;
  confounders: string;
  grade: Grade;
  bodyCode: string;
  by: string;
  at: Date;
};

export async function insertEvaluation(tx: Tx, given: NewEvaluation): Promise<string> {
  const { id } = await tx
    .insertInto("evaluations")
    .values({
      framework_id: given.frameworkId,
      item_key: given.itemKey,
      claim: given.claim,
      finding: given.finding,
      design: given.design,
      data: given.data,
      strength: given.strength,
      confounders: given.confounders,
      grade: given.grade,
      body_code: given.bodyCode,
      written_by: given.by,
      published_at: given.at,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}
