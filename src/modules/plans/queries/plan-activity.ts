import type { Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import { deedWords, type Doing } from "../activity.ts";
import type { PlanSeen } from "../plan.ts";
import { maySeeActivity } from "../policy.ts";
import { readActivity } from "../store/activity.ts";

export type Activity = { doings: Doing[]; older: string | null };

const onPage = 50;

/** What was done in a plan before a moment, so that a page stays what it is while more is done. */
export async function planActivity(context: Context, plan: PlanSeen, asked: string): Promise<Activity> {
  if (!maySeeActivity(context.actor)) throw new Forbidden();
  const parsed = new Date(asked);
  const before = Number.isNaN(parsed.getTime()) ? new Date(context.at.getTime() + 1) : parsed;
  const actions = Object.keys(deedWords);
  const doings = await readActivity(context.db, plan.id, { actions, before, most: onPage + 1 });
  const shown = doings.slice(0, onPage);
  return { doings: shown, older: doings.length > onPage ? shown.at(-1)!.at.toISOString() : null };
}
