import type { Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import type { PlanSeen } from "../plan.ts";
import type { PlanTest } from "../plan-test.ts";
import { mayEditPlan } from "../policy.ts";
import { readTestChoices, type Choice } from "../store/tests.ts";

export type TestChoices = { ideas: Choice[]; measures: Choice[] };

/** What a new test can be about, and what it can be drawn on. */
export async function testChoices(context: Context, plan: PlanSeen, test?: PlanTest): Promise<TestChoices> {
  if (!mayEditPlan(context.actor, plan)) throw new Forbidden();
  return readTestChoices(context.db, plan.id, test);
}
