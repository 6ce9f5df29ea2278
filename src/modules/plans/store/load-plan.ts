import { sql } from "kysely";
import type { Tx } from "#platform/database.ts";
import type { Belief } from "../diagram/diagram.ts";
import { momentOf, type LoadedTest } from "../exports/loaded-tests.ts";
import type { PlanFile } from "../exports/plan-file.ts";

type Loading = { planId: string; by: string; at: Date };

/** What a plan that came as a file says of itself beyond what every new plan has. */
export async function writePlanFacts(
  tx: Tx,
  { planId, by, at }: Loading,
  plan: PlanFile["plan"],
): Promise<void> {
  const since = plan.stages.at(-1)?.on;
  await sql`
    UPDATE plans SET local_priority = ${plan.localPriority}, national_priority = ${plan.nationalPriority},
      stage = ${plan.stage}, stage_since = ${since ? momentOf(since) : at}, learned = ${plan.learned},
      aim_met = ${plan.aimMet}
    WHERE id = ${planId}`.execute(tx);
  if (plan.stages.length === 0) return;
  await sql`DELETE FROM plan_stages WHERE plan_id = ${planId}`.execute(tx);
  const stages = plan.stages.map(({ stage, on, reason }, index) => ({
    stage,
    reason,
    // Two stages of one day keep their order.
    since: new Date(Date.parse(momentOf(on)) + index * 1000).toISOString(),
  }));
  await sql`
    INSERT INTO plan_stages (plan_id, stage, since, reason, set_by)
    SELECT ${planId}, s.stage, s.since, s.reason, ${by}
    FROM jsonb_to_recordset(${JSON.stringify(stages)}::jsonb) AS s (stage text, since timestamptz, reason text)`.execute(
    tx,
  );
}

/** Notes of nodes that were written a moment ago, by id. */
export async function writeNodeNotes(
  tx: Tx,
  planId: string,
  notes: readonly { id: string; note: string }[],
): Promise<void> {
  if (notes.length === 0) return;
  await sql`
    UPDATE plan_nodes n SET note = w.note FROM jsonb_to_recordset(${JSON.stringify(notes)}::jsonb) AS w (id uuid, note text)
    WHERE n.plan_id = ${planId} AND n.id = w.id`.execute(tx);
}

export type LoadedBelief = {
  child: string;
  parent: string;
  belief: Belief;
  reason: string;
  tested: number;
  heldAt: string;
};

/** In the order in which they were held, by nobody who is known here. */
export async function insertBeliefs(
  tx: Tx,
  { planId }: Loading,
  beliefs: readonly LoadedBelief[],
): Promise<void> {
  if (beliefs.length === 0) return;
  const held = beliefs.map((one, place) => ({ ...one, place }));
  await sql`
    INSERT INTO link_beliefs (plan_id, parent_id, child_id, belief, reason, tested, held_at)
    SELECT ${planId}, b.parent, b.child, b.belief, b.reason, b.tested, b."heldAt"
    FROM jsonb_to_recordset(${JSON.stringify(held)}::jsonb) AS b (parent uuid, child uuid, belief text, reason text,
      tested integer, "heldAt" timestamptz, place integer)
    ORDER BY b.place`.execute(tx);
}

/** Many tests at once, each whole. */
export async function insertTests(
  tx: Tx,
  { planId, by, at }: Loading,
  tests: readonly LoadedTest[],
): Promise<void> {
  if (tests.length === 0) return;
  await sql`
    INSERT INTO tests (id, plan_id, node_id, token, ramp_id, cycle, follows, change, question, prediction, predicted_at,
      will_measure, series_id, starts_on, ends_on, place, scale, how_many, who, happened, outcome, surprises, figure,
      chart_note, early_reason, studied_at, studied_by, decision, learning, decided_at, decided_by, created_by, created_at)
    SELECT t.id, ${planId}, t.node, t.token, t.ramp, t.cycle, t.follows, t.change, t.question, t.prediction,
      t."predictedAt", t."willMeasure", t.series, t."startsOn", t."endsOn", t.place, t.scale, t."howMany", t.who,
      t.happened, t.outcome, t.surprises, t.figure, t."chartNote", t."earlyReason", t."studiedAt",
      CASE WHEN t."studiedAt" IS NOT NULL THEN ${by}::uuid END, t.decision, t.learning, t."decidedAt",
      CASE WHEN t.decision IS NOT NULL THEN ${by}::uuid END, ${by}, ${at}
    FROM jsonb_to_recordset(${JSON.stringify(tests)}::jsonb) AS t (id uuid, node uuid, token text, ramp uuid,
      cycle integer, follows uuid, change text, question text, prediction text, "predictedAt" timestamptz,
      "willMeasure" text, series uuid, "startsOn" date, "endsOn" date, place text, scale text, "howMany" integer,
      who text, happened text, outcome text, surprises text, figure double precision, "chartNote" text,
      "earlyReason" text, "studiedAt" timestamptz, decision text, learning text, "decidedAt" timestamptz)
    ORDER BY t.cycle`.execute(tx);
  const last = tests
    .map((test) => test.startsOn)
    .toSorted()
    .at(-1)!;
  await sql`
    UPDATE plans SET last_edit_at = ${at}, last_test_at = greatest(last_test_at, least(${momentOf(last)}::timestamptz, ${at}))
    WHERE id = ${planId}`.execute(tx);
}

export async function insertTasksAndDecisions(
  tx: Tx,
  { planId, by, at }: Loading,
  { tasks, decisions }: Pick<PlanFile, "tasks" | "decisions">,
): Promise<void> {
  const done = tasks.map(({ doneOn, ...task }) => ({ ...task, doneAt: doneOn ? momentOf(doneOn) : null }));
  await sql`
    INSERT INTO tasks (plan_id, text, note, due_on, done_at, done_by, created_by, created_at)
    SELECT ${planId}, t.text, t.note, t."dueOn", t."doneAt", CASE WHEN t."doneAt" IS NOT NULL THEN ${by}::uuid END, ${by}, ${at}
    FROM jsonb_to_recordset(${JSON.stringify(done)}::jsonb) AS t (text text, note text, "dueOn" date, "doneAt" timestamptz)`.execute(
    tx,
  );
  await sql`
    INSERT INTO plan_decisions (plan_id, what, why, decided_by, decided_on, written_by, written_at)
    SELECT ${planId}, d.what, d.why, d."decidedBy", d."decidedOn", ${by}, ${at}
    FROM jsonb_to_recordset(${JSON.stringify(decisions)}::jsonb)
      AS d (what text, why text, "decidedBy" text, "decidedOn" date)`.execute(tx);
}

export async function attachSeries(
  tx: Tx,
  { planId, by, at }: Loading,
  attached: readonly { series: string; node: string | null }[],
): Promise<void> {
  if (attached.length === 0) return;
  await sql`
    INSERT INTO plan_series (plan_id, series_id, node_id, attached_by, attached_at)
    SELECT ${planId}, a.series, a.node, ${by}, ${at}::timestamptz + a.place * interval '1 millisecond'
    FROM jsonb_to_recordset(${JSON.stringify(attached.map((one, place) => ({ ...one, place })))}::jsonb)
      AS a (series uuid, node uuid, place integer)
    ON CONFLICT DO NOTHING`.execute(tx);
}

export type PlanOrigin = {
  digest: string;
  server: string;
  publicKey: string;
  signedAt: Date;
  broughtAt: Date;
};

export async function insertOrigin(
  tx: Tx,
  { planId, by, at }: Loading,
  { bundle, digest, server, publicKey, signedAt }: Omit<PlanOrigin, "broughtAt"> & { bundle: Uint8Array },
): Promise<void> {
  await tx
    .insertInto("plan_origins")
    .values({
      plan_id: planId,
      bundle: Buffer.from(bundle),
      digest,
      server,
      public_key: publicKey,
      signed_at: signedAt,
      brought_by: by,
      brought_at: at,
    })
    .execute();
}
