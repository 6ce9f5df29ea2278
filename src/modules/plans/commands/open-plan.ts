import { isPerson } from "#platform/actor.ts";
import { perform, type Context } from "#platform/perform.ts";
import { Conflict, Forbidden, Invalid } from "#platform/problem.ts";
import { visibilityLabels, type Visibility } from "#platform/sight.ts";
import { mayLeadPlan } from "../policy.ts";
import { planInSight } from "../queries/plan-in-sight.ts";
import { readTeamBodies, writeBodies, writeVisibility } from "../store/edit-plan.ts";
import { planEdited } from "../store/plans.ts";

/** Who sees the plan from now on. The lead decides, and it is kept who decided what. */
export async function openPlan(
  context: Context,
  planId: string,
  { visibility, version }: { visibility: Visibility; version: number },
): Promise<void> {
  const { actor, at } = context;
  const plan = await planInSight(context, planId);
  if (!isPerson(actor) || !mayLeadPlan(actor, plan)) throw new Forbidden();
  await perform(context, async (tx) => {
    if (!(await writeVisibility(tx, { planId, visibility, version, by: actor.id, at }))) {
      const both = { yours: visibilityLabels[visibility], theirs: visibilityLabels[plan.visibility] };
      throw new Conflict([{ name: "visibility", label: "Who can see it", ...both }], plan.version);
    }
    await planEdited(tx, planId, at);
    const detail = { from: plan.visibility, to: visibility };
    return {
      result: null,
      did: { action: "open-plan", kind: "plan", id: planId, bodyId: plan.body.id, detail },
    };
  });
}

/** Whose plan it is: organisations of those in its team. Where it opens to organisations, it opens to these. */
export async function setPlanBodies(
  context: Context,
  planId: string,
  codes: readonly string[],
): Promise<void> {
  const { actor, at, db } = context;
  const plan = await planInSight(context, planId);
  if (!mayLeadPlan(actor, plan)) throw new Forbidden();
  const known = new Map((await readTeamBodies(db, planId)).map((body) => [body.code, body.id]));
  const ids = codes.map((code) => known.get(code));
  if (ids.some((id) => id === undefined))
    throw new Invalid([{ field: "bodies", message: "Choose organisations of people in the team" }]);
  await perform(context, async (tx) => {
    await writeBodies(tx, planId, ids as string[], at);
    await planEdited(tx, planId, at);
    const detail = { bodies: ids as string[] };
    return {
      result: null,
      did: { action: "set-plan-bodies", kind: "plan", id: planId, bodyId: plan.body.id, detail },
    };
  });
}
