import { mostAtOnce, type AskedPage } from "#platform/paging.ts";
import type { Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import { deedWords, type Doing } from "../activity.ts";
import type { PlanSeen } from "../plan.ts";
import { maySeeActivity } from "../policy.ts";
import { countActivity, readActivity } from "../store/activity.ts";

export type Activity = {
  doings: Doing[];
  older: string | null;
  /** How many there are with the older ones, or one more than can be taken away at once. */
  total: number;
  /** The moment before which they were done, where one is asked for. */
  before: Date | null;
};

type AskedActivity = { before: string; page: AskedPage };

const onPage = 50;

/** What was done in a plan before a moment, so that a page stays what it is while more is done. */
export async function planActivity(
  { actor, db, at }: Context,
  plan: PlanSeen,
  asked: AskedActivity,
): Promise<Activity> {
  if (!maySeeActivity(actor)) throw new Forbidden();
  const parsed = new Date(asked.before);
  const before = Number.isNaN(parsed.getTime()) ? null : parsed;
  const told = { actions: Object.keys(deedWords), before: before ?? new Date(at.getTime() + 1) };
  const size = asked.page === "all" ? mostAtOnce : onPage;
  const doings = await readActivity(db, plan.id, { ...told, most: size + 1 });
  const shown = doings.slice(0, size);
  const hasOlder = doings.length > size;
  return {
    doings: shown,
    older: hasOlder ? shown.at(-1)!.at.toISOString() : null,
    total: hasOlder ? await countActivity(db, plan.id, told) : shown.length,
    before,
  };
}
