import { isPerson } from "#platform/actor.ts";
import { dayOf } from "#platform/day.ts";
import type { Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import { analyseSeries, seriesAsOf, seriesName, type SeriesAsOf } from "#modules/measures/index.ts";
import type { PlanRecord, RecordMeasure } from "../exports/plan-record.ts";
import type { PlanSeen } from "../plan.ts";
import type { PlanTest } from "../plan-test.ts";
import { maySeePlan } from "../policy.ts";
import { readBesidePlan, type BesidePlan } from "../store/plan-record.ts";
import { listTests } from "../store/tests.ts";
import { diagramOf } from "./plan-diagram.ts";
import { planInSight } from "./plan-in-sight.ts";

/** More tests than this no paper holds; a plan that has more is a list of its own. */
const mostTests = 5_000;

export async function planRecord(context: Context, planId: string): Promise<PlanRecord> {
  if (!maySeePlan(context.actor)) throw new Forbidden();
  return recordOf(context, await planInSight(context, planId));
}

/** The record of a plan that was found in sight already. */
export async function recordOf(context: Context, plan: PlanSeen): Promise<PlanRecord> {
  const { db, actor, at } = context;
  const today = dayOf(at);
  const [{ nodes, links }, tests, beside] = await Promise.all([
    diagramOf(context, plan),
    listTests(db, plan.id, { today }, { size: mostTests, offset: 0 }),
    readBesidePlan(db, plan.id, { withPeople: isPerson(actor) }),
  ]);
  const { series, ...rest } = beside;
  return {
    plan,
    nodes,
    links,
    tests: inRamps(tests),
    measures: await measuresOf(context, plan, series),
    ...rest,
    at,
    today,
  };
}

function inRamps(tests: readonly PlanTest[]): PlanTest[] {
  const began = new Map<string, string>();
  for (const { rampId, startsOn } of tests) {
    const known = began.get(rampId);
    if (known === undefined || startsOn < known) began.set(rampId, startsOn);
  }
  return tests.toSorted(
    (a, b) =>
      began.get(a.rampId)!.localeCompare(began.get(b.rampId)!) ||
      a.rampId.localeCompare(b.rampId) ||
      a.cycle - b.cycle,
  );
}

async function measuresOf(
  context: Context,
  plan: PlanSeen,
  attached: BesidePlan["series"],
): Promise<RecordMeasure[]> {
  const ids = [...new Set(attached.map(({ id }) => id))];
  if (ids.length === 0) return [];
  const seen = await seriesAsOf(context, ids, context.at);
  return seen.map((series) => measureOf(series, plan, attached));
}

function measureOf(series: SeriesAsOf, plan: PlanSeen, attached: BesidePlan["series"]): RecordMeasure {
  const { id, split, body, groupId, definition, view, points, annotations } = series;
  return {
    id,
    name: seriesName(series),
    split,
    place: body.name,
    nodes: attached.flatMap((one) => (one.id === id && one.node !== null ? [one.node] : [])),
    isOwn: groupId === plan.id,
    visibility: series.visibility,
    definition,
    view,
    points,
    annotations,
    analysis: analyseSeries(definition, points, view),
  };
}
