import { sql } from "kysely";
import type { Db, Tx } from "#platform/database.ts";
import type { Looker } from "#platform/sight.ts";
import type { PlanState, SoughtPlans } from "../plan-line.ts";
import type { PortfolioCounts, SavedView } from "../portfolio-counts.ts";
import { keysFirst, soughtInSight, stateOf } from "./find-plans.ts";

/** All in one pass over the plans in sight. */
export async function countPortfolio(db: Db, looker: Looker, sought: SoughtPlans): Promise<PortfolioCounts> {
  const state = (name: PlanState) => stateOf(name, sought);
  const { rows } = await sql<PortfolioCounts>`
    WITH ${keysFirst(looker)}
    SELECT count(*) AS total,
      count(*) FILTER (WHERE p.stage NOT IN ('closed', 'stopped')) AS going,
      count(*) FILTER (WHERE p.stage IN ('closed', 'stopped')) AS ended,
      count(*) FILTER (WHERE p.stage IN ('sustaining', 'closed')) AS lasting,
      count(*) FILTER (WHERE p.has_partner) AS "withPartner",
      count(*) FILTER (WHERE ${state("improving")}) AS improving,
      count(*) FILTER (WHERE ${state("stuck")}) AS stuck,
      count(*) FILTER (WHERE ${state("help")}) AS help,
      count(*) FILTER (WHERE ${state("finished")}) AS finished,
      count(*) FILTER (WHERE ${state("watch")}) AS watch,
      count(*) FILTER (WHERE p.priority = 'local') AS local,
      count(*) FILTER (WHERE p.priority = 'national') AS national,
      count(*) FILTER (WHERE p.priority = 'both') AS both,
      count(*) FILTER (WHERE p.priority = 'neither') AS neither
    FROM ${soughtInSight(looker, { ...sought, state: undefined })}`.execute(db);
  return rows[0]!;
}

export async function readViews(db: Db, userId: string): Promise<SavedView[]> {
  return db
    .selectFrom("portfolio_views")
    .select(["id", "name", "query"])
    .where("user_id", "=", userId)
    .orderBy("name")
    .limit(50)
    .execute();
}

/** Under a name that is there already, the newer one stands. */
export async function insertView(
  tx: Tx,
  { userId, name, query, at }: { userId: string; name: string; query: string; at: Date },
): Promise<string> {
  const { id } = await tx
    .insertInto("portfolio_views")
    .values({ user_id: userId, name, query, created_at: at })
    .onConflict((on) => on.columns(["user_id", "name"]).doUpdateSet({ query }))
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export async function removeView(tx: Tx, { userId, id }: { userId: string; id: string }): Promise<boolean> {
  const removed = await tx
    .deleteFrom("portfolio_views")
    .where("id", "=", id)
    .where("user_id", "=", userId)
    .executeTakeFirst();
  return removed.numDeletedRows === 1n;
}
