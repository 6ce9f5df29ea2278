import { sql, type RawBuilder } from "kysely";
import type { Db, Tx } from "#platform/database.ts";
import type { PlanTest, Scale, TestDecision, TestPlan, TestState, TestStudy } from "../plan-test.ts";

const who = (column: RawBuilder<unknown>) => sql`(SELECT jsonb_build_object('id', u.id, 'name', u.name)
  FROM users u WHERE u.id = ${column})`;

const columns = sql`t.id, t.plan_id AS "planId", t.token, t.ramp_id AS "rampId", t.cycle, t.follows,
  t.node_id AS "nodeId", (SELECT n.text FROM plan_nodes n WHERE n.id = t.node_id) AS node,
  t.change, t.question, t.prediction, t.predicted_at AS "predictedAt", t.will_measure AS "willMeasure",
  t.series_id AS "seriesId",
  (SELECT v.name FROM series s JOIN definition_versions v ON v.definition_id = s.definition_id
    AND v.version = s.definition_version WHERE s.id = t.series_id) AS series,
  t.starts_on AS "startsOn", t.ends_on AS "endsOn", t.place, t.scale, t.how_many AS "howMany", t.who,
  CASE WHEN t.studied_at IS NOT NULL THEN jsonb_build_object('happened', t.happened, 'outcome', t.outcome,
    'surprises', t.surprises, 'figure', t.figure, 'chartNote', t.chart_note, 'earlyReason', t.early_reason) END AS study,
  t.studied_at AS "studiedAt", ${who(sql`t.studied_by`)} AS "studiedBy",
  t.decision, t.learning, t.decided_at AS "decidedAt", ${who(sql`t.decided_by`)} AS "decidedBy",
  t.version, t.created_at AS "createdAt", ${who(sql`t.created_by`)} AS "createdBy"`;

/** One test of a plan that was found in sight. */
export async function readTest(db: Db | Tx, planId: string, id: string): Promise<PlanTest | undefined> {
  const { rows } = await sql<PlanTest>`
    SELECT ${columns} FROM tests t WHERE t.plan_id = ${planId} AND t.id = ${id}`.execute(db);
  return rows[0];
}

/** The cycles of one ramp of a plan that was found in sight, in their order. */
export async function readRamp(db: Db | Tx, planId: string, rampId: string): Promise<PlanTest[]> {
  const { rows } = await sql<PlanTest>`
    SELECT ${columns} FROM tests t WHERE t.plan_id = ${planId} AND t.ramp_id = ${rampId}
    ORDER BY t.cycle`.execute(db);
  return rows;
}

export type LogFilter = {
  state?: TestState | undefined;
  scale?: Scale | undefined;
  nodeId?: string | undefined;
  today: string;
};

export async function countTests(db: Db, planId: string, filter: LogFilter): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) AS count FROM tests t WHERE t.plan_id = ${planId} AND ${filtered(filter)}`.execute(db);
  return rows[0]!.count;
}

/** The tests of a plan that was found in sight, the newest first. */
export async function listTests(
  db: Db,
  planId: string,
  filter: LogFilter,
  part: { size: number; offset: number },
): Promise<PlanTest[]> {
  const { rows } = await sql<PlanTest>`
    SELECT ${columns} FROM (
      SELECT * FROM tests t WHERE t.plan_id = ${planId} AND ${filtered(filter)}
      ORDER BY t.starts_on DESC, t.id LIMIT ${part.size} OFFSET ${part.offset}
    ) t ORDER BY t.starts_on DESC, t.id`.execute(db);
  return rows;
}

function filtered({ state, scale, nodeId, today }: LogFilter): RawBuilder<boolean> {
  const conditions: RawBuilder<boolean>[] = [sql`true`];
  if (state) conditions.push(inState(state, today));
  if (scale) conditions.push(sql`t.scale = ${scale}`);
  if (nodeId) conditions.push(sql`t.node_id = ${nodeId}`);
  return sql.join(conditions, sql` AND `);
}

/** The same as stateOf in plan-test.ts says of one. */
function inState(state: TestState, today: string): RawBuilder<boolean> {
  switch (state) {
    case "planned":
      return sql`t.studied_at IS NULL AND t.starts_on > ${today}`;
    case "running":
      return sql`t.studied_at IS NULL AND t.starts_on <= ${today} AND t.ends_on >= ${today}`;
    case "to-study":
      return sql`t.studied_at IS NULL AND t.ends_on < ${today}`;
    case "to-decide":
      return sql`t.studied_at IS NOT NULL AND t.decision IS NULL`;
    default:
      return sql`t.decision = ${state}`;
  }
}

/** The ramps of a plan, those with the newest cycles first, each with all its cycles. */
export async function readRamps(
  db: Db,
  planId: string,
  part: { size: number; offset: number },
): Promise<PlanTest[]> {
  const { rows } = await sql<PlanTest>`
    SELECT ${columns} FROM tests t JOIN (
      SELECT r.ramp_id, max(r.starts_on) AS newest FROM tests r WHERE r.plan_id = ${planId}
      GROUP BY r.ramp_id ORDER BY newest DESC, r.ramp_id LIMIT ${part.size} OFFSET ${part.offset}
    ) shown ON shown.ramp_id = t.ramp_id
    WHERE t.plan_id = ${planId} ORDER BY shown.newest DESC, t.ramp_id, t.cycle`.execute(db);
  return rows;
}

export async function countRamps(db: Db, planId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(DISTINCT ramp_id) AS count FROM tests WHERE plan_id = ${planId}`.execute(db);
  return rows[0]!.count;
}

export type NewTest = {
  planId: string;
  token: string;
  /** The cycle that it follows, whose ramp it goes on. */
  after: { id: string; rampId: string } | null;
  test: TestPlan;
  by: string | null;
  at: Date;
};

export async function insertTest(tx: Tx, { planId, token, after, test, by, at }: NewTest): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    INSERT INTO tests (id, plan_id, token, ramp_id, cycle, follows, node_id, change, question, prediction, predicted_at,
      will_measure, series_id, starts_on, ends_on, place, scale, how_many, who, created_by, created_at)
    SELECT made.id, ${planId}, ${token}, coalesce(${after?.rampId ?? null}::uuid, made.id),
      coalesce((SELECT max(r.cycle) FROM tests r WHERE r.ramp_id = ${after?.rampId ?? null}::uuid), 0) + 1,
      ${after?.id ?? null}, ${test.nodeId}, ${test.change}, ${test.question}, ${test.prediction},
      CASE WHEN ${test.prediction} <> '' THEN ${at}::timestamptz END, ${test.willMeasure}, ${test.seriesId},
      ${test.startsOn}, ${test.endsOn}, ${test.place}, ${test.scale}, ${test.howMany}::integer, ${test.who}, ${by}, ${at}
    FROM (SELECT gen_random_uuid() AS id) made
    RETURNING id`.execute(tx);
  return rows[0]!.id;
}

type At = { id: string; version: number };

/** True when the test was still at this version, and is now at the next. */
export async function writeTestPlan(tx: Tx, { id, version }: At, test: TestPlan, at: Date): Promise<boolean> {
  const done = await tx
    .updateTable("tests")
    .set({
      node_id: test.nodeId,
      change: test.change,
      question: test.question,
      prediction: test.prediction,
      predicted_at: sql`CASE WHEN ${test.prediction} = '' THEN NULL
        WHEN prediction = ${test.prediction} THEN predicted_at ELSE ${at}::timestamptz END`,
      will_measure: test.willMeasure,
      series_id: test.seriesId,
      starts_on: test.startsOn,
      ends_on: test.endsOn,
      place: test.place,
      scale: test.scale,
      how_many: test.howMany,
      who: test.who,
      version: version + 1,
    })
    .where("id", "=", id)
    .where("version", "=", version)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

export async function writeStudy(
  tx: Tx,
  { id, version }: At,
  study: TestStudy,
  { by, at }: { by: string; at: Date },
): Promise<boolean> {
  const done = await tx
    .updateTable("tests")
    .set({
      happened: study.happened,
      outcome: study.outcome,
      surprises: study.surprises,
      figure: study.figure,
      chart_note: study.chartNote,
      early_reason: study.earlyReason,
      // Studied once; what is put right later does not make it later.
      studied_at: sql`coalesce(studied_at, ${at}::timestamptz)`,
      studied_by: sql`coalesce(studied_by, ${by}::uuid)`,
      version: version + 1,
    })
    .where("id", "=", id)
    .where("version", "=", version)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

export async function writeDecision(
  tx: Tx,
  { id, version }: At,
  { decision, learning }: TestDecision,
  { by, at }: { by: string; at: Date },
): Promise<boolean> {
  const done = await tx
    .updateTable("tests")
    .set({ decision, learning, decided_by: by, decided_at: at, version: version + 1 })
    .where("id", "=", id)
    .where("version", "=", version)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

/** The plan now had a test on that day, and was worked on. */
export async function touchPlan(tx: Tx, planId: string, at: Date): Promise<void> {
  await tx
    .updateTable("plans")
    .set({ last_edit_at: at, last_test_at: at })
    .where("id", "=", planId)
    .execute();
}

/** The test that a card's short word stands for; the plan is then looked for in the reader's own sight. */
export async function readCardTarget(
  db: Db,
  token: string,
): Promise<{ planId: string; testId: string } | undefined> {
  const { rows } = await sql<{ planId: string; testId: string }>`
    SELECT plan_id AS "planId", id AS "testId" FROM tests WHERE token = ${token}`.execute(db);
  return rows[0];
}

export type Choice = { id: string; name: string };

/** What a test has already stays to be chosen, though it has left the diagram or the plan since. */
type Own = Pick<TestPlan, "nodeId" | "seriesId">;

/** The change ideas of the diagram and the measures of the plan, to choose from in the form. */
export async function readTestChoices(
  db: Db,
  planId: string,
  own: Own = { nodeId: null, seriesId: null },
): Promise<{ ideas: Choice[]; measures: Choice[] }> {
  const { rows } = await sql<{ ideas: Choice[]; measures: Choice[] }>`
    SELECT
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', n.id, 'name', n.text) ORDER BY n.text) FROM plan_nodes n
        WHERE n.plan_id = ${planId} AND n.kind = 'idea' AND (n.removed_at IS NULL OR n.id = ${own.nodeId})), '[]') AS ideas,
      coalesce((SELECT jsonb_agg(DISTINCT jsonb_build_object('id', s.id,
          'name', v.name || CASE WHEN s.split = '' THEN '' ELSE ': ' || s.split END))
        FROM series s
        JOIN definition_versions v ON v.definition_id = s.definition_id AND v.version = s.definition_version
        WHERE s.id = ANY (ARRAY(SELECT ps.series_id FROM plan_series ps WHERE ps.plan_id = ${planId}) || ${own.seriesId}::uuid)),
        '[]') AS measures`.execute(db);
  return rows[0]!;
}

export type PredictionRow = {
  id: string;
  change: string;
  cycle: number;
  studiedAt: Date;
  outcome: TestStudy["outcome"];
};

/** How predictions of a plan turned out, in the order in which they were studied; the last so many. */
export async function readPredictions(db: Db, planId: string, most: number): Promise<PredictionRow[]> {
  const { rows } = await sql<PredictionRow>`
    SELECT * FROM (
      SELECT t.id, t.change, t.cycle, t.studied_at AS "studiedAt", t.outcome FROM tests t
      WHERE t.plan_id = ${planId} AND t.studied_at IS NOT NULL ORDER BY t.studied_at DESC, t.id LIMIT ${most}
    ) newest ORDER BY "studiedAt", id`.execute(db);
  return rows;
}

/** The newest test of a plan that was found in sight, and how many there are. */
export async function readLatestTest(
  db: Db,
  planId: string,
): Promise<{ test: PlanTest; total: number } | undefined> {
  const { rows } = await sql<PlanTest & { total: number }>`
    SELECT ${columns}, (SELECT count(*) FROM tests c WHERE c.plan_id = ${planId}) AS total
    FROM tests t WHERE t.plan_id = ${planId} ORDER BY t.starts_on DESC, t.id LIMIT 1`.execute(db);
  const [newest] = rows;
  return newest && { test: newest, total: newest.total };
}
