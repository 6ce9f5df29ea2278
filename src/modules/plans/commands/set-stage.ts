import { isPerson } from "#platform/actor.ts";
import { perform, type Context } from "#platform/perform.ts";
import { Conflict, Forbidden, Invalid } from "#platform/problem.ts";
import { hasEnded, stageLabels, type AimMet, type Stage } from "../plan.ts";
import { mayEditPlan } from "../policy.ts";
import { planInSight } from "../queries/plan-in-sight.ts";
import { writeStage } from "../store/stages.ts";
import { keepText } from "../store/texts.ts";

export type StageChange = {
  stage: Stage;
  reason: string;
  /** Asked for when it ends, and kept when it does not. */
  learned?: string;
  aimMet?: AimMet | null;
  version: number;
};

/** The team says how far it is. An end asks what was learned: an ended project that taught nothing taught nobody. */
export async function setStage(context: Context, planId: string, change: StageChange): Promise<void> {
  const { actor, at } = context;
  const plan = await planInSight(context, planId);
  if (!isPerson(actor) || !mayEditPlan(actor, plan)) throw new Forbidden();
  const learned = change.learned ?? plan.learned;
  if (hasEnded(change) && learned.trim() === "")
    throw new Invalid([
      { field: "learned", message: "Write what was learned, in a line or two: it is what others come for" },
    ]);
  await perform(context, async (tx) => {
    const written = await writeStage(tx, { planId, ...change, learned, by: actor.id, at });
    if (!written) throw new Conflict(stageTexts(plan.stage, change.stage), plan.version);
    const texts = [{ thingKind: "plan", thingId: planId, field: "learned", text: learned }] as const;
    await keepText(tx, { planId, by: actor.id, at, texts });
    const detail = { from: plan.stage, to: change.stage };
    return {
      result: null,
      did: { action: "set-stage", kind: "plan", id: planId, bodyId: plan.body.id, detail },
    };
  });
}

function stageTexts(theirs: Stage, yours: Stage) {
  return [{ name: "stage", label: "Stage", yours: stageLabels[yours], theirs: stageLabels[theirs] }];
}
