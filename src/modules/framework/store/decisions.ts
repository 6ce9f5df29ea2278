import { sql } from "kysely";
import type { Db, Tx } from "#platform/database.ts";
import type { Decision } from "../decision.ts";

const shown = sql`d.id, d.met_on AS "metOn", d.item_key AS "itemKey", d.decision, d.action,
  d.owner_code AS "ownerCode", coalesce(b.name, d.owner_code) AS "ownerName", d.due_on AS "dueOn",
  d.closed_on AS "closedOn", d.outcome, d.version
  FROM framework_decisions d LEFT JOIN bodies b ON b.code = d.owner_code`;

/** Actions that are still open first, whatever meeting they come from; then what was decided, the newest first. */
export async function listDecisions(db: Db, frameworkId: string): Promise<Decision[]> {
  const { rows } = await sql<Decision>`
    SELECT ${shown} WHERE d.framework_id = ${frameworkId}
    ORDER BY (d.action <> '' AND d.closed_on IS NULL) DESC,
      CASE WHEN d.closed_on IS NULL THEN d.due_on END, d.met_on DESC, d.id LIMIT 300`.execute(db);
  return rows;
}

export async function readDecision(
  db: Db | Tx,
  frameworkId: string,
  id: string,
): Promise<Decision | undefined> {
  const { rows } = await sql<Decision>`
    SELECT ${shown} WHERE d.framework_id = ${frameworkId} AND d.id = ${id}`.execute(db);
  return rows[0];
}

export type NewDecision = {
  frameworkId: string;
  metOn: string;
  itemKey: string | null;
  decision: string;
  action: string;
  ownerCode: string;
  dueOn: string | null;
  by: string;
  at: Date;
};

export async function insertDecision(tx: Tx, given: NewDecision): Promise<string> {
  const { id } = await tx
    .insertInto("framework_decisions")
    .values({
      framework_id: given.frameworkId,
      met_on: given.metOn,
      item_key: given.itemKey,
      decision: given.decision,
      action: given.action,
      owner_code: given.ownerCode,
      due_on: given.dueOn,
      recorded_by: given.by,
      recorded_at: given.at,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** True when its action was still open and at this version. */
export async function closeDecision(
  tx: Tx,
  { id, version, on, outcome }: { id: string; version: number; on: string; outcome: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("framework_decisions")
    .set({ closed_on: on, outcome, version: version + 1 })
    .where("id", "=", id)
    .where("version", "=", version)
    .where("closed_on", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
