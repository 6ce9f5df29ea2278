import { isId } from "#platform/id.ts";
import type { Context } from "#platform/perform.ts";
import { Forbidden, NotFound } from "#platform/problem.ts";
import type { PlanSeen } from "../plan.ts";
import type { PlanTest } from "../plan-test.ts";
import { maySeePlan } from "../policy.ts";
import { readTest } from "../store/tests.ts";

/** One test of a plan that is in sight. */
export async function testInSight(context: Context, plan: PlanSeen, id: string): Promise<PlanTest> {
  if (!maySeePlan(context.actor)) throw new Forbidden();
  const test = isId(id) ? await readTest(context.db, plan.id, id) : undefined;
  if (!test) throw new NotFound();
  return test;
}
