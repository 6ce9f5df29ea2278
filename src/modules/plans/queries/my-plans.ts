import { isPerson } from "#platform/actor.ts";
import type { Context } from "#platform/perform.ts";
import type { PlanLine } from "../plan-line.ts";
import { maySeePlan, mayStartAnywhere } from "../policy.ts";
import { listOwnPlans } from "../store/find-plans.ts";

export type MyPlans = { rows: PlanLine[]; can: { start: boolean } };

/** What somebody takes part in. */
export async function myPlans({ actor, db }: Context, most: number): Promise<MyPlans | undefined> {
  if (!isPerson(actor) || !maySeePlan(actor)) return undefined;
  return { rows: await listOwnPlans(db, actor.id, most), can: { start: mayStartAnywhere(actor) } };
}
