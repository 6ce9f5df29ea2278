import { isPerson } from "#platform/actor.ts";
import { tell } from "#platform/live.ts";
import { perform, type Context } from "#platform/perform.ts";
import { Conflict, Forbidden, NotFound } from "#platform/problem.ts";
import { checkDecision } from "../check-test.ts";
import type { PlanSeen } from "../plan.ts";
import type { TestDecision } from "../plan-test.ts";
import { mayEditPlan } from "../policy.ts";
import { testInSight } from "../queries/test-in-sight.ts";
import { drawOnCharts } from "../store/test-charts.ts";
import { readTest, touchPlan, writeDecision } from "../store/tests.ts";
import { keepText } from "../store/texts.ts";
import { differing, keptTexts, textsOf, textsOfDecision } from "../test-texts.ts";

export type Act = { id: string; decided: TestDecision; version: number };

/** What to do with what was learned. Abandoning is an answer like the others, and asks for its lesson. */
export async function actOnTest(
  context: Context,
  plan: PlanSeen,
  { id, decided, version }: Act,
): Promise<string> {
  const { actor, at } = context;
  if (!isPerson(actor) || !mayEditPlan(actor, plan)) throw new Forbidden();
  checkDecision(await testInSight(context, plan, id), decided);
  return perform(context, async (tx) => {
    if (!(await writeDecision(tx, { id, version }, decided, { by: actor.id, at }))) {
      const theirs = await readTest(tx, plan.id, id);
      if (!theirs) throw new NotFound();
      throw new Conflict(differing(textsOfDecision(decided), textsOf(theirs)), theirs.version);
    }
    await keepText(tx, { planId: plan.id, by: actor.id, at, texts: keptTexts(id, textsOfDecision(decided)) });
    await drawOnCharts(tx, { planId: plan.id, testId: id, by: actor.id, at });
    await touchPlan(tx, plan.id, at);
    await tell(tx, `plan:${plan.id}`);
    const detail = { plan: plan.id, decision: decided.decision };
    return { result: id, did: { action: "act-on-test", kind: "test", id, bodyId: plan.body.id, detail } };
  });
}
