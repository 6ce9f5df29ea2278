import { isPerson } from "#platform/actor.ts";
import type { Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import type { BodySummary } from "#modules/places/index.ts";
import type { PlanLine, SoughtPlans } from "../plan-line.ts";
import { maySeePlan, mayStartAnywhere } from "../policy.ts";
import { newestPlans } from "../store/find-plans.ts";

export type BodyPlans = { rows: PlanLine[]; total: number; can: { start: boolean } };

/** The plans in sight of a body and of all that stands in it, the newest first. */
export async function bodyPlans(context: Context, body: BodySummary, most: number): Promise<BodyPlans> {
  const { actor, db, at } = context;
  if (!maySeePlan(actor)) throw new Forbidden();
  const sought: SoughtPlans = {
    words: [],
    placeId: body.id,
    isWhole: body.kind === "nation",
    quietBefore: at,
    finishedAfter: at,
    today: at.toISOString().slice(0, 10),
  };
  const isOwn = isPerson(actor) && actor.roles.some((held) => held.bodyId === body.id);
  return {
    ...(await newestPlans(db, context, sought, most)),
    can: { start: isOwn && mayStartAnywhere(actor) && body.closedOn === null },
  };
}
