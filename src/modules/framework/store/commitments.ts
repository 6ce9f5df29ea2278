import { sql } from "kysely";
import type { Db, Tx } from "#platform/database.ts";
import type { Evidence, Step } from "../commitment.ts";
import { keysOf, type Looker } from "#platform/sight.ts";
import type { CommitmentState } from "../standing.ts";

export async function readCommitments(db: Db, frameworkId: string): Promise<Map<string, CommitmentState>> {
  const { rows } = await sql<CommitmentState & { key: string }>`
    SELECT item_key AS key, stage, stage_since AS "stageSince", evidence, last_evidence_at AS "lastEvidenceAt", version
    FROM commitments WHERE framework_id = ${frameworkId}`.execute(db);
  return new Map(rows.map(({ key, ...state }) => [key, state]));
}

export async function lockCommitment(
  tx: Tx,
  frameworkId: string,
  key: string,
): Promise<CommitmentState | undefined> {
  const { rows } = await sql<CommitmentState>`
    SELECT stage, stage_since AS "stageSince", evidence, last_evidence_at AS "lastEvidenceAt", version
    FROM commitments WHERE framework_id = ${frameworkId} AND item_key = ${key} FOR UPDATE`.execute(tx);
  return rows[0];
}

/** What nobody promised before is promised from now on; what was promised keeps its history. */
export async function beginCommitments(
  tx: Tx,
  frameworkId: string,
  begun: readonly { key: string; stage: string }[],
  at: Date,
): Promise<void> {
  if (begun.length === 0) return;
  await tx
    .insertInto("commitments")
    .values(
      begun.map(({ key, stage }) => ({ framework_id: frameworkId, item_key: key, stage, stage_since: at })),
    )
    .onConflict((same) => same.doNothing())
    .execute();
}

export type NewStep = {
  frameworkId: string;
  key: string;
  stage: string;
  note: string;
  bodyCode: string;
  by: string;
  at: Date;
};

export async function addStep(tx: Tx, step: NewStep): Promise<void> {
  const { frameworkId, key, stage, note, bodyCode, by, at } = step;
  await sql`INSERT INTO commitment_steps (framework_id, item_key, step, stage, note, body_code, said_by, said_at)
    SELECT ${frameworkId}, ${key}, coalesce(max(step), 0) + 1, ${stage}, ${note}, ${bodyCode}, ${by}, ${at}
    FROM commitment_steps WHERE framework_id = ${frameworkId} AND item_key = ${key}`.execute(tx);
  await sql`UPDATE commitments SET stage = ${stage}, version = version + 1,
      stage_since = CASE WHEN stage = ${stage} THEN stage_since ELSE ${at} END
    WHERE framework_id = ${frameworkId} AND item_key = ${key}`.execute(tx);
}

export async function listSteps(db: Db, frameworkId: string, key: string): Promise<Step[]> {
  const { rows } = await sql<Step>`
    SELECT s.stage, s.note, coalesce(b.name, s.body_code) AS "bodyName", u.name AS "saidBy", s.said_at AS "saidAt"
    FROM commitment_steps s LEFT JOIN bodies b ON b.code = s.body_code
      LEFT JOIN users u ON u.id = s.said_by AND u.erased_at IS NULL
    WHERE s.framework_id = ${frameworkId} AND s.item_key = ${key} ORDER BY s.step DESC LIMIT 200`.execute(db);
  return rows;
}

export async function listEvidence(
  db: Db,
  looker: Looker,
  at: { frameworkId: string; key: string },
): Promise<Evidence[]> {
  const { rows } = await sql<Evidence>`
    SELECT e.id, CASE WHEN e.plan_id IS NULL OR seen.id IS NOT NULL THEN e.title ELSE '' END AS title,
      CASE WHEN e.plan_id IS NULL OR seen.id IS NOT NULL THEN e.summary ELSE '' END AS summary,
      CASE WHEN e.plan_id IS NULL OR seen.id IS NOT NULL THEN e.link ELSE '' END AS link, coalesce(b.name, e.body_code) AS "bodyName", e.added_at AS "addedAt",
      e.withdrawn_at AS "withdrawnAt", e.withdrawn_reason AS "withdrawnReason",
      CASE WHEN e.plan_id IS NULL THEN NULL WHEN seen.id IS NULL THEN '"out-of-sight"'::jsonb
        ELSE jsonb_build_object('id', seen.id, 'title', seen.title) END AS plan
    FROM commitment_evidence e LEFT JOIN bodies b ON b.code = e.body_code
      LEFT JOIN plans seen ON seen.id = e.plan_id AND seen.opened_by && ${keysOf(looker)}
    WHERE e.framework_id = ${at.frameworkId} AND e.item_key = ${at.key}
    ORDER BY e.withdrawn_at IS NOT NULL, e.added_at DESC LIMIT 200`.execute(db);
  return rows;
}

export type NewEvidence = {
  frameworkId: string;
  key: string;
  title: string;
  summary: string;
  link: string;
  planId: string | null;
  bodyCode: string;
  by: string;
  at: Date;
};

export async function insertEvidence(tx: Tx, given: NewEvidence): Promise<string> {
  const { id } = await tx
    .insertInto("commitment_evidence")
    .values({
      framework_id: given.frameworkId,
      item_key: given.key,
      title: given.title,
      summary: given.summary,
      link: given.link,
      plan_id: given.planId,
      body_code: given.bodyCode,
      added_by: given.by,
      added_at: given.at,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export type StandingEvidence = { id: string; key: string; title: string; withdrawnAt: Date | null };

export async function readEvidence(
  db: Db | Tx,
  frameworkId: string,
  id: string,
): Promise<StandingEvidence | undefined> {
  const { rows } = await sql<StandingEvidence>`
    SELECT id, item_key AS key, title, withdrawn_at AS "withdrawnAt" FROM commitment_evidence
    WHERE framework_id = ${frameworkId} AND id = ${id}`.execute(db);
  return rows[0];
}

/** True when it still stood. */
export async function withdrawEvidence(
  tx: Tx,
  { id, reason, by, at }: { id: string; reason: string; by: string; at: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("commitment_evidence")
    .set({ withdrawn_at: at, withdrawn_by: by, withdrawn_reason: reason })
    .where("id", "=", id)
    .where("withdrawn_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
