import { isPerson } from "#platform/actor.ts";
import { dayOf } from "#platform/day.ts";
import type { Context } from "#platform/perform.ts";
import type { PlanLine } from "../plan-line.ts";
import { maySeePlan, mayStartAnywhere } from "../policy.ts";
import { listOwnPlans, listPlans } from "../store/find-plans.ts";

export type MyPlans = {
  rows: PlanLine[];
  /** Work of others that gets better, for those who have none yet. */
  example: PlanLine[];
  can: { start: boolean };
};

/** What somebody takes part in, or what others do. */
export async function myPlans(context: Context, most: number): Promise<MyPlans | undefined> {
  const { actor, db } = context;
  if (!isPerson(actor) || !maySeePlan(actor)) return undefined;
  const rows = await listOwnPlans(db, actor.id, most);
  const example = rows.length > 0 ? [] : await improvingPlans(context);
  return { rows, example, can: { start: mayStartAnywhere(actor) } };
}

function improvingPlans(context: Context): Promise<PlanLine[]> {
  const { at, db } = context;
  const today = dayOf(at);
  const sought = { words: [], state: "improving", quietBefore: at, finishedAfter: at, today } as const;
  return listPlans(db, context, sought, { size: 2, offset: 0 });
}
