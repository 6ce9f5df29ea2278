import type { Context } from "#platform/perform.ts";
import { Forbidden, Invalid, NotFound } from "#platform/problem.ts";
import { mayEditPlan } from "../policy.ts";
import { planInSight } from "../queries/plan-in-sight.ts";
import { insertAlignment, readNodeInSight, removeAlignment } from "../store/alignments.ts";
import { readNodeChoices } from "../store/attached.ts";
import { planEdited } from "../store/plans.ts";
import { teamDeed } from "../team-deed.ts";

export type NewAlignment = { nodeId: string | null; toNodeId: string; reason: string };

/** The team says that its plan, or one entry of it, serves an entry of another plan. It needs nobody's leave. */
export async function align(context: Context, planId: string, given: NewAlignment): Promise<void> {
  const plan = await planInSight(context, planId);
  if (!mayEditPlan(context.actor, plan)) throw new Forbidden();
  const to = await readNodeInSight(context.db, context, given.toNodeId);
  if (!to || to.planId === planId)
    throw new Invalid([{ field: "to", message: "Choose an entry of another plan that you can see" }]);
  const nodes = given.nodeId === null ? [] : await readNodeChoices(context.db, planId);
  if (given.nodeId !== null && !nodes.some((node) => node.id === given.nodeId))
    throw new Invalid([
      { field: "node", message: "Choose an entry of this plan’s diagram, or the whole plan" },
    ]);
  await teamDeed(context, plan, async ({ tx, by, at }) => {
    await insertAlignment(tx, { planId, ...given, toPlanId: to.planId, by, at });
    await planEdited(tx, planId, at);
    return {
      result: null,
      did: { action: "align", kind: "plan", id: planId, detail: { to: given.toNodeId } },
    };
  });
}

/** Only the team that said so takes it back. */
export async function endAlignment(context: Context, planId: string, id: string): Promise<void> {
  const plan = await planInSight(context, planId);
  if (!mayEditPlan(context.actor, plan)) throw new Forbidden();
  await teamDeed(context, plan, async ({ tx, at }) => {
    if (!(await removeAlignment(tx, { planId, id, at }))) throw new NotFound();
    return {
      result: null,
      did: { action: "end-alignment", kind: "plan", id: planId, detail: { alignment: id } },
    };
  });
}
