import { sql } from "kysely";
import type { Db, Tx } from "#platform/database.ts";
import type { BeliefHeld } from "../diagram/belief-held.ts";
import type { Belief } from "../diagram/diagram.ts";

/** A link of a plan's diagram: what stands under what. */
export type LinkOf = { planId: string; parentId: string; childId: string };

/** How often something was said of a link, each time a version of what the team believes of it. */
export async function countBeliefs(db: Db | Tx, { planId, parentId, childId }: LinkOf): Promise<number> {
  const { said } = await db
    .selectFrom("link_beliefs as b")
    .where("b.plan_id", "=", planId)
    .where("b.parent_id", "=", parentId)
    .where("b.child_id", "=", childId)
    .select(sql<number>`count(*)::int`.as("said"))
    .executeTakeFirstOrThrow();
  return said;
}

/** What was believed of a link, the newest first: of very much, only the newest. */
export async function readBeliefs(db: Db | Tx, { planId, parentId, childId }: LinkOf): Promise<BeliefHeld[]> {
  return db
    .selectFrom("link_beliefs as b")
    .leftJoin("users as u", "u.id", "b.held_by")
    .where("b.plan_id", "=", planId)
    .where("b.parent_id", "=", parentId)
    .where("b.child_id", "=", childId)
    .select([sql<Belief>`b.belief`.as("belief"), "b.reason", "b.tested", "u.name as by", "b.held_at as at"])
    .orderBy("b.id", "desc")
    .limit(200)
    .execute();
}

/** Whether the one stands under the other now. */
export async function isLinked(tx: Tx, { planId, parentId, childId }: LinkOf): Promise<boolean> {
  const { rows } = await sql`
    SELECT FROM node_links l JOIN plan_nodes c ON c.id = l.child_id AND c.removed_at IS NULL
    JOIN plan_nodes p ON p.id = l.parent_id AND p.removed_at IS NULL
    WHERE l.plan_id = ${planId} AND l.parent_id = ${parentId} AND l.child_id = ${childId}`.execute(tx);
  return rows.length === 1;
}

type Holding = LinkOf & { belief: Belief; reason: string; by: string; at: Date };

/** With how much was tested by then: the child itself, and all that stands under it. */
export async function insertBelief(tx: Tx, given: Holding): Promise<void> {
  const { planId, parentId, childId, belief, reason, by, at } = given;
  await sql`
    WITH RECURSIVE below (id) AS (
      SELECT ${childId}::uuid UNION SELECT l.child_id FROM below b JOIN node_links l ON l.parent_id = b.id
    )
    INSERT INTO link_beliefs (plan_id, parent_id, child_id, belief, reason, tested, held_by, held_at)
    SELECT ${planId}, ${parentId}, ${childId}, ${belief}, ${reason}, count(*), ${by}, ${at}
    FROM below b JOIN tests t ON t.node_id = b.id AND t.studied_at IS NOT NULL`.execute(tx);
}
