import { isPerson } from "#platform/actor.ts";
import { tell } from "#platform/live.ts";
import { perform, type Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import { loadedTests } from "../exports/loaded-tests.ts";
import type { ReadTest } from "../imports/read-tests.ts";
import type { PlanSeen } from "../plan.ts";
import { mayEditPlan } from "../policy.ts";
import { insertTests } from "../store/load-plan.ts";
import { removeImport } from "../store/plan-imports.ts";
import { planEdited } from "../store/plans.ts";
import { readTestChoices } from "../store/tests.ts";
import { keepText } from "../store/texts.ts";
import { keptTexts, loadedTexts } from "../test-texts.ts";

/** The tests of a file come into the log: all of them or none. One that names an idea of the diagram hangs on it. */
export async function importTests(
  context: Context,
  plan: PlanSeen,
  { tests, importId }: { tests: readonly ReadTest[]; importId: string },
): Promise<void> {
  const { actor, at, db } = context;
  if (!isPerson(actor) || !mayEditPlan(actor, plan)) throw new Forbidden();
  const { ideas } = await readTestChoices(db, plan.id);
  const known = new Map(ideas.map(({ id, name }) => [name.toLowerCase(), id]));
  const loaded = loadedTests(
    tests.map(({ test }) => test),
    { nodes: new Map(), series: new Map() },
  ).map((test, index) => ({ ...test, node: known.get(tests[index]!.idea?.toLowerCase() ?? "") ?? null }));
  await perform(context, async (tx) => {
    const loading = { planId: plan.id, by: actor.id, at };
    await insertTests(tx, loading, loaded);
    await keepText(tx, {
      ...loading,
      texts: loaded.flatMap((test) => keptTexts(test.id, loadedTexts(test))),
    });
    await planEdited(tx, plan.id, at);
    await removeImport(tx, importId);
    await tell(tx, `plan:${plan.id}`);
    const did = { action: "import-tests", kind: "plan", id: plan.id, bodyId: plan.body.id };
    return { result: null, did: { ...did, detail: { tests: loaded.length } } };
  });
}
