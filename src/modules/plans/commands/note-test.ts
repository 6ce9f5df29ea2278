import { isPerson } from "#platform/actor.ts";
import { tell } from "#platform/live.ts";
import { perform, type Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import type { PlanSeen } from "../plan.ts";
import { mayEditPlan } from "../policy.ts";
import { testInSight } from "../queries/test-in-sight.ts";
import { insertNote } from "../store/test-notes.ts";
import { touchPlan } from "../store/tests.ts";

/** A line about what is seen while a test runs. */
export async function noteTest(
  context: Context,
  plan: PlanSeen,
  { id, text }: { id: string; text: string },
): Promise<string> {
  const { actor, at } = context;
  if (!isPerson(actor) || !mayEditPlan(actor, plan)) throw new Forbidden();
  const test = await testInSight(context, plan, id);
  return perform(context, async (tx) => {
    const noteId = await insertNote(tx, { testId: test.id, text, fileId: null, by: actor.id, at });
    await touchPlan(tx, plan.id, at);
    await tell(tx, `plan:${plan.id}`);
    const detail = { plan: plan.id };
    return {
      result: noteId,
      did: { action: "note-test", kind: "test", id: test.id, bodyId: plan.body.id, detail },
    };
  });
}
