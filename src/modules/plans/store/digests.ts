import { sql } from "kysely";
import type { Db } from "#platform/database.ts";
import { keysOf, type Looker } from "#platform/sight.ts";

export type FollowedPlan = { id: string; title: string; muted: boolean; isTeam: boolean };

const mostFollowed = 500;

/** The plans that somebody hears of, or chose not to. */
export async function readFollowed(db: Db, looker: Looker, userId: string): Promise<FollowedPlan[]> {
  const { rows } = await sql<FollowedPlan>`
    SELECT p.id, p.title, coalesce(f.muted, false) AS muted, theirs.team AS "isTeam"
    FROM (
      SELECT plan_id, bool_or(team) AS team FROM (
        SELECT g.group_id AS plan_id, true AS team FROM group_members g WHERE g.user_id = ${userId} AND g.ended_at IS NULL
        UNION ALL SELECT f.plan_id, false FROM plan_followers f WHERE f.user_id = ${userId}
      ) all_of_them GROUP BY plan_id
    ) theirs JOIN plans p ON p.id = theirs.plan_id
    LEFT JOIN plan_followers f ON f.plan_id = p.id AND f.user_id = ${userId}
    WHERE p.opened_by && ${keysOf(looker)}
    ORDER BY p.title, p.id LIMIT ${mostFollowed}`.execute(db);
  return rows;
}

export type DigestPlan = {
  planId: string;
  title: string;
  planned: number;
  studied: number;
  comments: number;
  decisions: number;
  /** Measures of the plan with new figures, and those of them that show a signal. */
  measured: number;
  signals: number;
  /** What the plan serves and was changed above it after it was aligned. */
  above: number;
  /** The reader's own. */
  due: number;
  overdue: number;
};

export type Digest = { userId: string; email: string; plans: DigestPlan[] };

/** A node of a plan above that was changed, or what stands under it, and when. */
export type MovedNode = { nodeId: string; at: Date };

export type Week = { key: string; from: Date; to: Date; today: string };

/**
 * What happened in a week in the plans that each of the next so many people hears of, one row a person. Only what
 * they can see at its end, and nothing for whom nothing happened or who wants no such mail.
 */
export async function readDigests(
  db: Db,
  week: Week,
  part: { after: string; most: number; movedAbove: readonly MovedNode[] },
): Promise<Digest[]> {
  const nodes = part.movedAbove.map(({ nodeId }) => nodeId);
  const times = part.movedAbove.map(({ at }) => at);
  const { rows } = await sql<Digest>`
    WITH moved_nodes AS (
      SELECT m.id, m.at FROM unnest(${nodes}::uuid[], ${times}::timestamptz[]) AS m (id, at)
    ), hearing AS (
      (SELECT DISTINCT g.user_id FROM group_members g
        WHERE g.user_id > ${part.after}::uuid AND g.ended_at IS NULL ORDER BY g.user_id LIMIT ${part.most})
      UNION (SELECT DISTINCT f.user_id FROM plan_followers f
        WHERE f.user_id > ${part.after}::uuid ORDER BY f.user_id LIMIT ${part.most})
      ORDER BY user_id LIMIT ${part.most}
    ), people AS (
      SELECT u.id, u.email, u.erased_at IS NULL AND u.email_verified AND coalesce(w.digest, true) AS wants,
        keys_of(u.id, ${week.to}::timestamptz) AS keys
      FROM hearing JOIN users u ON u.id = hearing.user_id LEFT JOIN mail_wishes w ON w.user_id = u.id
    ), theirs AS (
      SELECT u.id AS user_id, g.group_id AS plan_id FROM people u
        JOIN group_members g ON g.user_id = u.id AND g.started_at <= ${week.to} AND g.ended_at IS NULL
        WHERE u.wants
      UNION SELECT u.id, f.plan_id FROM people u JOIN plan_followers f ON f.user_id = u.id WHERE u.wants
    ), seen AS (
      SELECT t.user_id, p.id AS plan_id, p.title
      FROM theirs t JOIN people u ON u.id = t.user_id JOIN plans p ON p.id = t.plan_id
      WHERE NOT EXISTS (SELECT FROM plan_followers f WHERE f.plan_id = p.id AND f.user_id = t.user_id AND f.muted)
        AND p.opened_by && u.keys
    ), moved AS MATERIALIZED (
      SELECT p.plan_id,
        (SELECT count(*) FROM tests t WHERE t.plan_id = p.plan_id AND t.created_at >= ${week.from} AND t.created_at < ${week.to}) AS planned,
        (SELECT count(*) FROM tests t WHERE t.plan_id = p.plan_id AND t.studied_at >= ${week.from} AND t.studied_at < ${week.to}) AS studied,
        (SELECT count(*) FROM comments c WHERE c.plan_id = p.plan_id AND c.removed_at IS NULL
          AND c.written_at >= ${week.from} AND c.written_at < ${week.to}) AS comments,
        (SELECT count(*) FROM plan_decisions d WHERE d.plan_id = p.plan_id AND d.removed_at IS NULL
          AND d.written_at >= ${week.from} AND d.written_at < ${week.to}) AS decisions,
        (SELECT count(DISTINCT m.id) FROM alignments a JOIN moved_nodes m ON m.id = a.to_node_id
          WHERE a.plan_id = p.plan_id AND a.removed_at IS NULL AND a.aligned_at < m.at) AS above,
        s.measured, s.signals
      FROM (SELECT DISTINCT plan_id FROM seen) p, LATERAL (
        SELECT count(DISTINCT s.id) AS measured, count(DISTINCT s.id) FILTER (WHERE s.signal_from IS NOT NULL) AS signals
        FROM plan_series ps JOIN series s ON s.id = ps.series_id
        WHERE ps.plan_id = p.plan_id AND s.last_point_at >= ${week.from} AND s.last_point_at < ${week.to}
      ) s
    ), told AS MATERIALIZED (
      SELECT seen.user_id, seen.plan_id, seen.title, moved.planned, moved.studied, moved.comments, moved.decisions,
        moved.measured, moved.signals, moved.above, own.due, own.overdue
      FROM seen JOIN moved USING (plan_id), LATERAL (
        SELECT count(*) FILTER (WHERE k.due_on >= ${week.today} AND k.due_on < ${week.today}::date + 7) AS due,
          count(*) FILTER (WHERE k.due_on < ${week.today}) AS overdue
        FROM tasks k WHERE k.plan_id = seen.plan_id AND k.owner_id = seen.user_id
          AND k.done_at IS NULL AND k.removed_at IS NULL
      ) own
      WHERE moved.planned + moved.studied + moved.comments + moved.decisions + moved.measured + moved.above
        + own.due + own.overdue > 0
    )
    SELECT people.id AS "userId", people.email,
      coalesce((SELECT jsonb_agg(jsonb_build_object('planId', told.plan_id, 'title', told.title, 'planned', told.planned,
          'studied', told.studied, 'comments', told.comments, 'decisions', told.decisions, 'measured', told.measured,
          'signals', told.signals, 'above', told.above, 'due', told.due, 'overdue', told.overdue) ORDER BY told.title, told.plan_id)
        FROM told WHERE told.user_id = people.id), '[]') AS plans
    FROM people ORDER BY people.id`.execute(db);
  return rows;
}
