import { sql } from "kysely";
import { isPerson } from "#platform/actor.ts";
import type { Db, Tx } from "#platform/database.ts";
import { keysOf, type Looker, type Visibility } from "#platform/sight.ts";
import { tell } from "#platform/live.ts";
import type { Aim, PlanKind, PlanSeen } from "../plan.ts";
import { keepText } from "./texts.ts";

/** One plan, if it is in sight. There is no other way to read one. */
export async function readPlan(db: Db | Tx, looker: Looker, id: string): Promise<PlanSeen | undefined> {
  const person = isPerson(looker.actor) ? looker.actor.id : null;
  const { rows } = await sql<PlanSeen>`
    SELECT p.id, p.kind, p.title, p.sentence,
      jsonb_build_object('text', p.aim, 'what', p.aim_what, 'from', p.aim_from, 'to', p.aim_to,
        'unit', p.aim_unit, 'by', p.aim_by, 'forWhom', p.aim_for) AS aim,
      p.topics, p.method, p.stage, p.stage_since AS "stageSince", p.local_priority AS "localPriority",
      p.national_priority AS "nationalPriority", p.visibility,
      jsonb_build_object('id', b.id, 'code', b.code, 'name', b.name) AS body,
      (SELECT jsonb_agg(jsonb_build_object('id', o.id, 'code', o.code, 'name', o.name) ORDER BY o.id <> p.body_id, o.name)
        FROM bodies o WHERE o.id = ANY (p.body_ids)) AS bodies,
      (SELECT jsonb_build_object('id', u.id, 'name', u.name) FROM users u WHERE u.id = p.sustained_by) AS "sustainedBy",
      p.learned, p.own_score AS "ownScore", p.earned_score AS "earnedScore", p.has_partner AS "hasPartner",
      p.last_edit_at AS "lastEditAt", p.last_test_at AS "lastTestAt", p.last_data_at AS "lastDataAt",
      p.version, p.diagram_version AS "diagramVersion", p.created_at AS "createdAt",
      (SELECT g.role FROM group_members g WHERE g.group_id = p.id AND g.user_id = ${person}
        AND g.started_at <= ${looker.at} AND (g.ended_at IS NULL OR g.ended_at > ${looker.at})) AS standing,
      (SELECT jsonb_build_object('id', u.id, 'name', u.name) FROM group_members g
        JOIN users u ON u.id = g.user_id AND u.erased_at IS NULL
        WHERE g.group_id = p.id AND g.role = 'lead' AND g.ended_at IS NULL) AS lead,
      p.lead_gone_since AS "leadGoneSince", p.improving_since AS "improvingSince",
      p.slipping_since AS "slippingSince", p.help_wanted AS "helpWanted", p.aim_met AS "aimMet",
      (SELECT jsonb_build_object('text', p.support, 'by', u.name, 'at', p.supported_at)
        FROM users u WHERE u.id = p.supported_by) AS support,
      coalesce((SELECT r.plain FROM plain_readers r WHERE r.user_id = ${person}),
        EXISTS (SELECT FROM group_members g WHERE g.group_id = p.id AND g.user_id = ${person}
          AND g.role = 'patient-partner' AND g.ended_at IS NULL)) AS "readsPlain"
    FROM plans p JOIN bodies b ON b.id = p.body_id
    WHERE p.id = ${id} AND p.opened_by && ${keysOf(looker)}`.execute(db);
  return rows[0];
}

export type NewPlan = {
  id: string;
  kind: PlanKind;
  title: string;
  sentence: string;
  aim: Aim;
  method: string;
  topics: readonly string[];
  bodyId: string;
  visibility: Visibility;
  by: string;
  at: Date;
};

/** The plan of a group that was begun for it, with its first stage. Returns the aim, the root of its diagram. */
export async function insertPlan(tx: Tx, given: NewPlan): Promise<string> {
  const { id, aim, bodyId, by, at } = given;
  await tx
    .insertInto("plans")
    .values({
      id,
      kind: given.kind,
      title: given.title,
      sentence: given.sentence,
      aim: aim.text,
      aim_what: aim.what,
      aim_from: aim.from,
      aim_to: aim.to,
      aim_unit: aim.unit,
      aim_by: aim.by,
      aim_for: aim.forWhom,
      method: given.method,
      topics: [...given.topics],
      body_id: bodyId,
      body_ids: [bodyId],
      visibility: given.visibility,
      last_edit_at: at,
      stage_since: at,
      created_by: by,
      created_at: at,
    })
    .execute();
  await tx.insertInto("plan_stages").values({ plan_id: id, stage: "idea", since: at, set_by: by }).execute();
  await tx
    .insertInto("plan_visibilities")
    .values({ plan_id: id, visibility: given.visibility, since: at, set_by: by })
    .execute();
  const root = await tx
    .insertInto("plan_nodes")
    .values({ plan_id: id, kind: "aim", text: aim.text || given.title, written_by: by, written_at: at })
    .returning(["id", "text"])
    .executeTakeFirstOrThrow();
  await keepText(tx, {
    planId: id,
    by,
    at,
    texts: [
      { thingKind: "plan", thingId: id, field: "title", text: given.title },
      { thingKind: "plan", thingId: id, field: "sentence", text: given.sentence },
      { thingKind: "plan", thingId: id, field: "aim", text: aim.text },
      { thingKind: "node", thingId: root.id, field: "text", text: root.text },
    ],
  });
  return root.id;
}

/**
 * Says that something in the plan was changed, in the deed that changed it: lists know it as alive, what is written
 * in its diagram can be found, and whoever has it open hears of it.
 */
export async function planEdited(tx: Tx, planId: string, at: Date): Promise<void> {
  await tx.updateTable("plans").set({ last_edit_at: at, search_text: "" }).where("id", "=", planId).execute();
  await tell(tx, `plan:${planId}`);
}
