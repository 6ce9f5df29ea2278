import { sql } from "kysely";
import type { Db, Tx } from "#platform/database.ts";
import type {
  RecordBelief,
  RecordDecision,
  RecordMember,
  RecordStage,
  RecordTask,
} from "../exports/plan-record.ts";

/** What stands beside a plan's diagram and tests: read at once, because every paper needs all of it. */
export type BesidePlan = {
  series: { id: string; node: string | null }[];
  beliefs: RecordBelief[];
  stages: RecordStage[];
  tasks: RecordTask[];
  decisions: RecordDecision[];
  team: RecordMember[];
};

const day = (column: string) => sql`(${sql.ref(column)} AT TIME ZONE 'Europe/London')::date`;

/** Of a plan that was found in sight. Names of people are only for those who may know them. */
export async function readBesidePlan(
  db: Db | Tx,
  planId: string,
  { withPeople }: { withPeople: boolean },
): Promise<BesidePlan> {
  const { rows } = await sql<BesidePlan>`
    SELECT
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', s.series_id, 'node', s.node_id) ORDER BY s.attached_at, s.series_id)
        FROM (SELECT * FROM plan_series WHERE plan_id = ${planId} ORDER BY attached_at LIMIT 200) s), '[]') AS series,
      coalesce((SELECT jsonb_agg(jsonb_build_object('child', h.child_id, 'parent', h.parent_id, 'belief', h.belief,
        'reason', h.reason, 'tested', h.tested, 'on', ${day("h.held_at")}) ORDER BY h.id)
        FROM (SELECT b.* FROM node_links l
          JOIN link_beliefs b ON b.child_id = l.child_id AND b.parent_id = l.parent_id
          WHERE l.plan_id = ${planId} ORDER BY b.id DESC LIMIT 5000) h), '[]') AS beliefs,
      coalesce((SELECT jsonb_agg(jsonb_build_object('stage', g.stage, 'on', ${day("g.since")}, 'reason', g.reason)
        ORDER BY g.since) FROM plan_stages g WHERE g.plan_id = ${planId}), '[]') AS stages,
      coalesce((SELECT jsonb_agg(jsonb_build_object('text', t.text, 'note', t.note,
        'owner', CASE WHEN ${withPeople} THEN o.name END, 'dueOn', t.due_on, 'doneOn', ${day("t.done_at")})
        ORDER BY t.done_at IS NOT NULL, t.due_on, t.created_at)
        FROM (SELECT * FROM tasks WHERE plan_id = ${planId} AND removed_at IS NULL ORDER BY done_at, due_on LIMIT 1000) t
        LEFT JOIN users o ON o.id = t.owner_id), '[]') AS tasks,
      coalesce((SELECT jsonb_agg(jsonb_build_object('what', d.what, 'why', d.why, 'decidedBy', d.decided_by,
        'decidedOn', d.decided_on) ORDER BY d.decided_on, d.id)
        FROM (SELECT * FROM plan_decisions WHERE plan_id = ${planId} AND removed_at IS NULL
          ORDER BY decided_on DESC LIMIT 500) d), '[]') AS decisions,
      coalesce((SELECT jsonb_agg(jsonb_build_object('name', u.name, 'role', g.role, 'since', ${day("g.started_at")},
        'until', ${day("g.ended_at")}, 'place', (SELECT b.name FROM memberships m JOIN bodies b ON b.id = m.body_id
          WHERE m.user_id = g.user_id AND m.ended_at IS NULL ORDER BY m.started_at LIMIT 1))
        ORDER BY g.ended_at IS NOT NULL,
          array_position(ARRAY['lead', 'sponsor', 'coach', 'analyst', 'patient-partner', 'member'], g.role), u.name)
        FROM (SELECT * FROM group_members WHERE group_id = ${planId} LIMIT 500) g
        JOIN users u ON u.id = g.user_id AND u.erased_at IS NULL
        WHERE ${withPeople}), '[]') AS team`.execute(db);
  return rows[0]!;
}
