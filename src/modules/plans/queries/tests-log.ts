import { dayOf } from "#platform/day.ts";
import { isId } from "#platform/id.ts";
import { paging, type AskedPage, type Paging } from "#platform/paging.ts";
import type { Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import type { PlanSeen } from "../plan.ts";
import { scales, testStates, type PlanTest, type TestState } from "../plan-test.ts";
import { mayEditPlan, maySeeCoaching, maySeePlan } from "../policy.ts";
import {
  countRamps,
  countTests,
  listTests,
  readRamps,
  readTestChoices,
  type Choice,
} from "../store/tests.ts";

/** As it stands in the address of the page. */
export type LogAsked = { state: string; scale: string; node: string; page: AskedPage };

export type TestsLog = {
  tests: PlanTest[];
  paging: Paging;
  narrowed: { state?: TestState; scale?: PlanTest["scale"]; node?: Choice };
  ideas: Choice[];
  today: string;
  can: { test: boolean; seeCoaching: boolean };
};

const testsOnPage = 25;
const rampsOnPage = 10;

export async function testsLog(context: Context, plan: PlanSeen, asked: LogAsked): Promise<TestsLog> {
  if (!maySeePlan(context.actor)) throw new Forbidden();
  const { db, at } = context;
  const today = dayOf(at);
  const { ideas } = await readTestChoices(db, plan.id);
  const state = testStates.find((one) => one === asked.state);
  const scale = scales.find((one) => one === asked.scale);
  const node = isId(asked.node) ? ideas.find((idea) => idea.id === asked.node) : undefined;
  const filter = { state, scale, nodeId: node?.id, today };
  const shown = paging(await countTests(db, plan.id, filter), asked.page, testsOnPage);
  return {
    tests: await listTests(db, plan.id, filter, shown),
    paging: shown,
    narrowed: { ...(state && { state }), ...(scale && { scale }), ...(node && { node }) },
    ideas,
    today,
    can: { test: mayEditPlan(context.actor, plan), seeCoaching: maySeeCoaching(context.actor, plan) },
  };
}

export type Ramps = { ramps: PlanTest[][]; paging: Paging; today: string; can: { test: boolean } };

/** The ramps of a plan, those that moved last first. */
export async function planRamps(context: Context, plan: PlanSeen, page: number): Promise<Ramps> {
  if (!maySeePlan(context.actor)) throw new Forbidden();
  const shown = paging(await countRamps(context.db, plan.id), page, rampsOnPage);
  const cycles = await readRamps(context.db, plan.id, shown);
  const ramps = [...Map.groupBy(cycles, (cycle) => cycle.rampId).values()];
  return { ramps, paging: shown, today: dayOf(context.at), can: { test: mayEditPlan(context.actor, plan) } };
}
