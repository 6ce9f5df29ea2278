import { isPerson } from "#platform/actor.ts";
import { dayOf } from "#platform/day.ts";
import { tell } from "#platform/live.ts";
import { perform, type Context } from "#platform/perform.ts";
import { Conflict, Forbidden, NotFound } from "#platform/problem.ts";
import { checkStudy } from "../check-test.ts";
import type { PlanSeen } from "../plan.ts";
import type { TestStudy } from "../plan-test.ts";
import { mayEditPlan } from "../policy.ts";
import { testInSight } from "../queries/test-in-sight.ts";
import { drawOnCharts } from "../store/test-charts.ts";
import { readTest, touchPlan, writeStudy } from "../store/tests.ts";
import { keepText } from "../store/texts.ts";
import { differing, keptTexts, textsOf, textsOfStudy } from "../test-texts.ts";

export type Study = { id: string; study: TestStudy; version: number };

/** What happened, held against what was predicted. */
export async function studyTest(
  context: Context,
  plan: PlanSeen,
  { id, study, version }: Study,
): Promise<string> {
  const { actor, at } = context;
  if (!isPerson(actor) || !mayEditPlan(actor, plan)) throw new Forbidden();
  const test = await testInSight(context, plan, id);
  checkStudy(test, study, dayOf(test.studiedAt ?? at));
  return perform(context, async (tx) => {
    if (!(await writeStudy(tx, { id, version }, study, { by: actor.id, at }))) {
      const theirs = await readTest(tx, plan.id, id);
      if (!theirs) throw new NotFound();
      throw new Conflict(differing(textsOfStudy(study), textsOf(theirs)), theirs.version);
    }
    await keepText(tx, { planId: plan.id, by: actor.id, at, texts: keptTexts(id, textsOfStudy(study)) });
    await drawOnCharts(tx, { planId: plan.id, testId: id, by: actor.id, at });
    await touchPlan(tx, plan.id, at);
    await tell(tx, `plan:${plan.id}`);
    const detail = { plan: plan.id, outcome: study.outcome, early: study.earlyReason !== "" };
    return { result: id, did: { action: "study-test", kind: "test", id, bodyId: plan.body.id, detail } };
  });
}
