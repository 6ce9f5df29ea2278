import { sql } from "kysely";
import type { Db, Tx } from "#platform/database.ts";
import { keysOf, type Looker } from "#platform/sight.ts";
import type { Coverage, Strategy, StrategyFilter } from "../strategy.ts";

export async function readStrategy(db: Db | Tx, planId: string): Promise<Strategy | undefined> {
  const { rows } = await sql<Strategy>`
    SELECT s.template, s.sections, s.published_on AS "publishedOn", s.refresh_on AS "refreshOn", s.version,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('text', m.text, 'dueOn', m.due_on, 'reachedOn', m.reached_on)
        ORDER BY m.due_on, m.text), '[]') FROM strategy_milestones m WHERE m.plan_id = s.plan_id) AS milestones
    FROM strategies s WHERE s.plan_id = ${planId}`.execute(db);
  return rows[0];
}

/** The level at which a body stands: places and national bodies write other strategies than organisations. */
export async function readTier(db: Db, bodyId: string): Promise<string> {
  const { rows } = await sql<{ tier: string }>`
    SELECT k.tier FROM bodies b JOIN body_kinds k ON k.kind = b.kind WHERE b.id = ${bodyId}`.execute(db);
  return rows[0]?.tier ?? "";
}

export async function isAligned(db: Db, planId: string): Promise<boolean> {
  const { rows } = await sql`
    SELECT FROM alignments WHERE plan_id = ${planId} AND removed_at IS NULL LIMIT 1`.execute(db);
  return rows.length > 0;
}

export type WrittenStrategy = {
  planId: string;
  bodyId: string;
  template: string;
  sections: Record<string, string>;
  milestones: readonly { text: string; dueOn: string }[];
  /** 0 for one that is written for the first time. */
  version: number;
};

/** True when it was still at this version. What was reached stays reached where its line stays the same. */
export async function writeStrategy(tx: Tx, given: WrittenStrategy): Promise<boolean> {
  const { planId, bodyId, template, version } = given;
  const sections = JSON.stringify(given.sections);
  const { rows } =
    version === 0
      ? await sql`INSERT INTO strategies (plan_id, body_id, template, sections)
          VALUES (${planId}, ${bodyId}, ${template}, ${sections}) ON CONFLICT DO NOTHING RETURNING 1`.execute(
          tx,
        )
      : await sql`UPDATE strategies SET sections = ${sections}, version = version + 1
          WHERE plan_id = ${planId} AND version = ${version} RETURNING 1`.execute(tx);
  if (rows.length === 0) return false;
  const milestones = JSON.stringify(given.milestones);
  const wanted = sql`jsonb_to_recordset(${milestones}::jsonb) AS r (text text, "dueOn" date)`;
  await sql`DELETE FROM strategy_milestones m WHERE m.plan_id = ${planId}
    AND NOT EXISTS (SELECT FROM ${wanted} WHERE r.text = m.text AND r."dueOn" = m.due_on)`.execute(tx);
  await sql`INSERT INTO strategy_milestones (plan_id, text, due_on)
    SELECT DISTINCT ${planId}::uuid, r.text, r."dueOn" FROM ${wanted}
    WHERE NOT EXISTS (SELECT FROM strategy_milestones m
      WHERE m.plan_id = ${planId} AND m.text = r.text AND m.due_on = r."dueOn")`.execute(tx);
  return true;
}

export async function publishStrategy(
  tx: Tx,
  given: { planId: string; version: number; on: string; refreshOn: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("strategies")
    .set({ published_on: given.on, refresh_on: given.refreshOn, version: given.version + 1 })
    .where("plan_id", "=", given.planId)
    .where("version", "=", given.version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** By region and kind: how many there are, and how many have a strategy that is published. */
export async function readCoverage(db: Db, today: string): Promise<Coverage[]> {
  const { rows } = await sql<Coverage>`
    SELECT coalesce(r.name, k.plural) AS region, coalesce(r.code, '') AS "regionCode", k.plural AS kind, k.kind AS "kindKey", count(*) AS bodies,
      count(s.body_id) AS published, count(s.body_id) FILTER (WHERE NOT s.talent) AS "withoutTalent",
      count(s.body_id) FILTER (WHERE s.refresh_on < ${today}::date) AS "toRefresh"
    FROM bodies b JOIN body_kinds k ON k.kind = b.kind AND k.tier IN ('national-body', 'system', 'organisation')
      LEFT JOIN bodies r ON r.kind = 'region' AND r.id = ANY (b.ancestors)
      LEFT JOIN LATERAL (
        SELECT s.body_id, s.refresh_on, length(coalesce(s.sections ->> 'talent', '')) >= 20 AS talent
        FROM strategies s WHERE s.body_id = b.id AND s.published_on IS NOT NULL
        ORDER BY s.published_on DESC LIMIT 1) s ON true
    WHERE b.closed_on IS NULL
    GROUP BY r.id, k.kind, k.position ORDER BY k.position, r.name`.execute(db);
  return rows;
}

export type StrategyRow = {
  planId: string;
  title: string;
  bodyCode: string;
  bodyName: string;
  kind: string;
  publishedOn: string | null;
  refreshOn: string | null;
  hasTalent: boolean;
  aligned: boolean;
};

/** What is asked for, of strategies in sight. */
function sought(looker: Looker, { kind, region }: StrategyFilter) {
  return sql`p.opened_by && ${keysOf(looker)} AND (${kind} = '' OR b.kind = ${kind})
    AND (${region} = '' OR b.ancestors && ARRAY(SELECT r.id FROM bodies r WHERE r.code = ${region} AND r.kind = 'region'))`;
}

export async function listStrategies(
  db: Db,
  looker: Looker,
  page: StrategyFilter & { size: number; offset: number },
): Promise<StrategyRow[]> {
  const { rows } = await sql<StrategyRow>`
    SELECT p.id AS "planId", p.title, b.code AS "bodyCode", b.name AS "bodyName", k.label AS kind,
      s.published_on AS "publishedOn", s.refresh_on AS "refreshOn",
      length(coalesce(s.sections ->> 'talent', '')) >= 20 AS "hasTalent",
      EXISTS (SELECT FROM alignments a WHERE a.plan_id = p.id AND a.removed_at IS NULL) AS aligned
    FROM strategies s JOIN plans p ON p.id = s.plan_id JOIN bodies b ON b.id = s.body_id JOIN body_kinds k ON k.kind = b.kind
    WHERE ${sought(looker, page)}
    ORDER BY k.position, b.name, p.id LIMIT ${page.size} OFFSET ${page.offset}`.execute(db);
  return rows;
}

export async function countStrategies(db: Db, looker: Looker, filter: StrategyFilter): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) AS count FROM strategies s JOIN plans p ON p.id = s.plan_id JOIN bodies b ON b.id = s.body_id
    WHERE ${sought(looker, filter)}`.execute(db);
  return rows[0]!.count;
}
