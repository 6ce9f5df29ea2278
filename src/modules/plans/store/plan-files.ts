import { sql } from "kysely";
import type { Db } from "#platform/database.ts";

export type PlanFile = {
  id: string;
  name: string;
  kind: string;
  size: number;
  width: number | null;
  at: Date;
  uploader: string | null;
};

/** The files of a plan that was found in sight, the newest first, without their bytes. */
export async function readPlanFiles(
  db: Db,
  planId: string,
  part: { size: number; offset: number },
): Promise<PlanFile[]> {
  const { rows } = await sql<PlanFile>`
    SELECT f.id, f.name, f.kind, f.size, f.width, f.at, u.name AS uploader
    FROM files f LEFT JOIN users u ON u.id = f.uploaded_by
    WHERE f.owner_kind = 'plan' AND f.owner_id = ${planId} AND f.deleted_at IS NULL
    ORDER BY f.at DESC, f.id LIMIT ${part.size} OFFSET ${part.offset}`.execute(db);
  return rows;
}

export async function countFiles(db: Db, planId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`SELECT count(*) AS count FROM files
    WHERE owner_kind = 'plan' AND owner_id = ${planId} AND deleted_at IS NULL`.execute(db);
  return rows[0]!.count;
}
