import { isPerson } from "#platform/actor.ts";
import { tell } from "#platform/live.ts";
import { perform, type Context } from "#platform/perform.ts";
import { Conflict, Forbidden, NotFound } from "#platform/problem.ts";
import { checkTestPlan } from "../check-test.ts";
import type { PlanSeen } from "../plan.ts";
import type { PlanTest, TestPlan } from "../plan-test.ts";
import { mayEditPlan } from "../policy.ts";
import { testInSight } from "../queries/test-in-sight.ts";
import { drawOnCharts } from "../store/test-charts.ts";
import { insertTest, readTest, readTestChoices, touchPlan, writeTestPlan } from "../store/tests.ts";
import { keepText } from "../store/texts.ts";
import { newTestToken } from "../test-token.ts";
import { differing, keptTexts, textsOfPlan } from "../test-texts.ts";

/** A new cycle: the first of a ramp, or the one after another. */
export async function planTest(
  context: Context,
  plan: PlanSeen,
  { test, followsId }: { test: TestPlan; followsId: string | null },
): Promise<string> {
  const { actor, at, db } = context;
  if (!isPerson(actor) || !mayEditPlan(actor, plan)) throw new Forbidden();
  checkTestPlan(test, await readTestChoices(db, plan.id));
  const after = followsId === null ? null : await testInSight(context, plan, followsId);
  return perform(context, async (tx) => {
    const token = newTestToken();
    const id = await insertTest(tx, { planId: plan.id, token, after, test, by: actor.id, at });
    await keepText(tx, { planId: plan.id, by: actor.id, at, texts: keptTexts(id, textsOfPlan(test)) });
    await drawOnCharts(tx, { planId: plan.id, testId: id, by: actor.id, at });
    await touchPlan(tx, plan.id, at);
    await tell(tx, `plan:${plan.id}`);
    const detail = { plan: plan.id, scale: test.scale, predicted: test.prediction !== "" };
    return { result: id, did: { action: "plan-test", kind: "test", id, bodyId: plan.body.id, detail } };
  });
}

/** What was planned, put right. */
export async function changeTest(
  context: Context,
  plan: PlanSeen,
  { id, test, version }: { id: string; test: TestPlan; version: number },
): Promise<string> {
  const { actor, at, db } = context;
  if (!isPerson(actor) || !mayEditPlan(actor, plan)) throw new Forbidden();
  const before = await testInSight(context, plan, id);
  checkTestPlan(test, await readTestChoices(db, plan.id, before));
  return perform(context, async (tx) => {
    if (!(await writeTestPlan(tx, { id: before.id, version }, test, at)))
      throw changedMeanwhile(test, await readTest(tx, plan.id, id));
    await keepText(tx, { planId: plan.id, by: actor.id, at, texts: keptTexts(id, textsOfPlan(test)) });
    await drawOnCharts(tx, { planId: plan.id, testId: id, by: actor.id, at });
    await touchPlan(tx, plan.id, at);
    await tell(tx, `plan:${plan.id}`);
    return {
      result: id,
      did: { action: "change-test", kind: "test", id, bodyId: plan.body.id, detail: { plan: plan.id } },
    };
  });
}

function changedMeanwhile(yours: TestPlan, theirs: PlanTest | undefined): Conflict {
  if (!theirs) throw new NotFound();
  return new Conflict(differing(textsOfPlan(yours), textsOfPlan(theirs)), theirs.version);
}
