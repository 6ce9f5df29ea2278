import { isPerson } from "#platform/actor.ts";
import { perform, type Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import type { Visibility } from "#platform/sight.ts";
import { startGroup, type Workplace } from "#modules/people/index.ts";
import type { Aim, PlanKind } from "../plan.ts";
import { mayStartPlan } from "../policy.ts";
import { templateChanges } from "../template-changes.ts";
import { changeIn } from "./change-diagram.ts";
import { methodOf } from "../methods.ts";
import { insertPlan } from "../store/plans.ts";

export type PlanStart = {
  kind: PlanKind;
  title: string;
  sentence: string;
  aim?: Partial<Aim>;
  method?: string;
  topics?: readonly string[];
  place: Workplace;
  visibility: Visibility;
  /** Begin with the drivers that the method offers. */
  withTemplate?: boolean;
};

const noAim: Aim = { text: "", what: "", from: null, to: null, unit: "", by: null, forWhom: "" };

/** One sentence and a place are enough. Whoever starts it leads it until they hand it over. */
export async function startPlan(context: Context, start: PlanStart): Promise<string> {
  const { actor, at } = context;
  if (!isPerson(actor) || !mayStartPlan(actor, start.place)) throw new Forbidden();
  return perform(context, async (tx) => {
    const id = await startGroup(tx, { userId: actor.id, at });
    const aimId = await insertPlan(tx, {
      id,
      kind: start.kind,
      title: start.title,
      sentence: start.sentence,
      aim: { ...noAim, ...start.aim },
      method: start.method ?? "",
      topics: start.topics ?? [],
      bodyId: start.place.id,
      visibility: start.visibility,
      by: actor.id,
      at,
    });
    const method = start.withTemplate ? methodOf(start.method ?? "") : undefined;
    if (method)
      await changeIn(tx, { planId: id, by: actor.id, at }, templateChanges(method, aimId, new Set()));
    const detail = { kind: start.kind, visibility: start.visibility };
    return { result: id, did: { action: "start-plan", kind: "plan", id, bodyId: start.place.id, detail } };
  });
}
