import { isPerson } from "#platform/actor.ts";
import type { Deed } from "#platform/audit.ts";
import type { Tx } from "#platform/database.ts";
import { tell } from "#platform/live.ts";
import { perform, type Context, type Json } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import type { PlanSeen } from "./plan.ts";
import { mayEditPlan } from "./policy.ts";

export type Doing = { tx: Tx; by: string; at: Date };

/** What anybody in the team may do to their plan: one deed, told to all who have it open. */
export async function teamDeed<R extends Json>(
  context: Context,
  plan: PlanSeen,
  work: (doing: Doing) => Promise<{ result: R; did: Pick<Deed, "action" | "kind" | "id" | "detail"> }>,
): Promise<R> {
  const { actor, at } = context;
  if (!isPerson(actor) || !mayEditPlan(actor, plan)) throw new Forbidden();
  return perform(context, async (tx) => {
    const { result, did } = await work({ tx, by: actor.id, at });
    await tell(tx, `plan:${plan.id}`);
    return { result, did: { ...did, bodyId: plan.body.id, detail: { plan: plan.id, ...did.detail } } };
  });
}
