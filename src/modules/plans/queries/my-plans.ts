import { isPerson, type Person } from "#platform/actor.ts";
import { dayOf } from "#platform/day.ts";
import type { Context } from "#platform/perform.ts";
import type { PlanLine } from "../plan-line.ts";
import { maySeePlan, mayStartAnywhere } from "../policy.ts";
import { isYoung, tourSteps } from "../tour.ts";
import { firstProject } from "./first-project.ts";
import { listOwnPlans, listPlans } from "../store/find-plans.ts";

export type MyPlans = {
  rows: PlanLine[];
  /** Work of others that gets better, for those who have none yet. */
  example: PlanLine[];
  /** How far their first project has come, while it is young and something is left to do. */
  tour: { done: number; of: number } | undefined;
  can: { start: boolean };
};

/** Whoever takes part in more has long found the way. */
const fewForTour = 2;

/** What somebody takes part in, or what others do. */
export async function myPlans(context: Context, most: number): Promise<MyPlans | undefined> {
  const { actor, db } = context;
  if (!isPerson(actor) || !maySeePlan(actor)) return undefined;
  const rows = await listOwnPlans(db, actor.id, most);
  const example = rows.length > 0 ? [] : await improvingPlans(context);
  const tour = rows.length > 0 && rows.length <= fewForTour ? await tourOf({ ...context, actor }) : undefined;
  return { rows, example, tour, can: { start: mayStartAnywhere(actor) } };
}

async function tourOf(context: Context & { actor: Person }): Promise<MyPlans["tour"]> {
  const { first } = await firstProject(context);
  if (!first || !isYoung(first, context.at)) return undefined;
  const steps = tourSteps(first);
  const done = steps.filter(({ isDone }) => isDone).length;
  return done < steps.length ? { done, of: steps.length } : undefined;
}

function improvingPlans(context: Context): Promise<PlanLine[]> {
  const { at, db } = context;
  const today = dayOf(at);
  const sought = { words: [], state: "improving", quietBefore: at, finishedAfter: at, today } as const;
  return listPlans(db, context, sought, { size: 2, offset: 0 });
}
