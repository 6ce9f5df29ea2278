import { sql } from "kysely";
import type { Db } from "#platform/database.ts";
import type { Looker } from "#platform/sight.ts";
import type { AimsMet } from "../aim-rules.ts";
import { inSight, keysFirst } from "./find-plans.ts";

/** Enough to tell a share by; the newest say more than all. */
const newest = 1000;

/** Of the projects in sight that ended last: how many there are, and how many met an aim that had a number. */
export async function readAimsMet(db: Db, looker: Looker): Promise<AimsMet> {
  const { rows } = await sql<AimsMet>`
    WITH ${keysFirst(looker)}, ended AS MATERIALIZED (
      SELECT p.aim_from IS NOT NULL AND p.aim_to IS NOT NULL AND p.aim_met = 'yes' AS is_met
      FROM plans p
      WHERE p.stage IN ('closed', 'stopped') AND p.kind = 'project' AND ${inSight(looker)}
      ORDER BY p.stage_since DESC LIMIT ${newest}
    )
    SELECT count(*) AS ended, count(*) FILTER (WHERE is_met) AS met FROM ended`.execute(db);
  return rows[0]!;
}
