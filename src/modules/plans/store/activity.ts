import { sql } from "kysely";
import type { Db } from "#platform/database.ts";
import { mostAtOnce } from "#platform/paging.ts";
import type { Doing } from "../activity.ts";

type Told = { actions: readonly string[]; before: Date; most: number };

/**
 * What was done in a plan that was found in sight: deeds about the plan itself, and those about a part of it, which
 * name the plan. Each is found by an index of its own, so that no chain is read through.
 */
function toldOf(planId: string, { actions, before, most }: Told) {
  const told = sql`e.action = ANY (${[...actions]}::text[]) AND e.at < ${before}`;
  return sql`(
      (SELECT e.at, e.action, e.thing_kind AS kind, e.thing_id AS "thingId", e.detail, e.actor_id, e.chain, e.seq
        FROM audit_entries e WHERE e.thing_kind = 'plan' AND e.thing_id = ${planId}::text AND ${told}
        ORDER BY e.at DESC LIMIT ${most})
      UNION
      (SELECT e.at, e.action, e.thing_kind, e.thing_id, e.detail, e.actor_id, e.chain, e.seq
        FROM audit_entries e WHERE e.detail ? 'plan' AND e.detail ->> 'plan' = ${planId} AND ${told}
        ORDER BY e.at DESC LIMIT ${most})
    ) d`;
}

/** The newest of it first. */
export async function readActivity(db: Db, planId: string, told: Told): Promise<Doing[]> {
  const { rows } = await sql<Doing>`
    SELECT d.at, d.action, d.kind, d."thingId", d.detail,
      (SELECT jsonb_build_object('id', u.id, 'name', u.name) FROM users u
        WHERE u.id = d.actor_id AND u.erased_at IS NULL) AS actor
    FROM ${toldOf(planId, told)} ORDER BY d.at DESC, d.chain, d.seq DESC LIMIT ${told.most}`.execute(db);
  return rows;
}

/** How much of it there is, as far as it matters: more than can be taken away at once, or less. */
export async function countActivity(db: Db, planId: string, told: Omit<Told, "most">): Promise<number> {
  const most = mostAtOnce + 1;
  const { rows } = await sql<{ count: number }>`
    SELECT least(count(*), ${most}::int) AS count FROM ${toldOf(planId, { ...told, most })}`.execute(db);
  return rows[0]!.count;
}

/** When the newest deed in a plan that was found in sight was done, whatever it was. */
export async function readNewestDeed(db: Db, planId: string): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`
    SELECT greatest(
      (SELECT max(e.at) FROM audit_entries e WHERE e.thing_kind = 'plan' AND e.thing_id = ${planId}::text),
      (SELECT max(e.at) FROM audit_entries e WHERE e.detail ? 'plan' AND e.detail ->> 'plan' = ${planId})
    ) AS at`.execute(db);
  return rows[0]!.at;
}
