import { sql } from "kysely";
import type { Db, Tx } from "#platform/database.ts";
import type { Evidence } from "../earned-progress.ts";

/** What is there of a plan that was found in sight. */
export async function readEvidence(db: Db | Tx, planId: string): Promise<Evidence> {
  const { rows } = await sql<Evidence>`
    SELECT p.aim_to IS NOT NULL AS "hasNumericAim", p.aim_by IS NOT NULL AS "hasDate",
      n.drivers, m."driversWithMeasure", m."planMeasures", m.points, t.tests,
      t."testsWithPrediction", t."testsStudied", p.improving_since IS NOT NULL AS "isImproving",
      p.sustained_by IS NOT NULL AS "hasKeeper"
    FROM plans p,
      LATERAL (SELECT count(*) FILTER (WHERE kind IN ('primary', 'secondary')) AS drivers
        FROM plan_nodes WHERE plan_id = p.id AND removed_at IS NULL) n,
      LATERAL (SELECT count(DISTINCT a.series_id) FILTER (WHERE d.kind IN ('primary', 'secondary', 'idea')) AS "driversWithMeasure",
        count(DISTINCT a.series_id) FILTER (WHERE d.id IS NULL OR d.kind = 'aim') AS "planMeasures",
        coalesce(max(s.points), 0) AS points
        FROM plan_series a JOIN series s ON s.id = a.series_id
        LEFT JOIN plan_nodes d ON d.id = a.node_id AND d.removed_at IS NULL WHERE a.plan_id = p.id) m,
      LATERAL (SELECT count(*) AS tests, count(*) FILTER (WHERE x.prediction <> '') AS "testsWithPrediction",
        count(*) FILTER (WHERE x.studied_at IS NOT NULL) AS "testsStudied" FROM tests x WHERE x.plan_id = p.id) t
    WHERE p.id = ${planId}`.execute(db);
  return rows[0]!;
}

type Scoring = {
  planId: string;
  ownScore: number | null;
  keeperId: string | null;
  earned: number;
  version: number;
  at: Date;
};

export async function writeProgress(tx: Tx, given: Scoring): Promise<boolean> {
  const written = await tx
    .updateTable("plans")
    .set((column) => ({
      own_score: given.ownScore,
      sustained_by: given.keeperId,
      earned_score: given.earned,
      last_edit_at: given.at,
      version: column("version", "+", 1),
    }))
    .where("id", "=", given.planId)
    .where("version", "=", given.version)
    .executeTakeFirst();
  return written.numUpdatedRows === 1n;
}
