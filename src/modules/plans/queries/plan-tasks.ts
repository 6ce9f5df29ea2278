import { dayOf } from "#platform/day.ts";
import { isId } from "#platform/id.ts";
import { paging, type AskedPage, type Paging } from "#platform/paging.ts";
import type { Context } from "#platform/perform.ts";
import { Forbidden, NotFound } from "#platform/problem.ts";
import type { PlanSeen } from "../plan.ts";
import { mayEditPlan, maySeePlan } from "../policy.ts";
import { countDoneTasks, readDoneTasks, readOpenTasks, readTask } from "../store/tasks.ts";
import { readTeammates, type Teammate } from "../store/team-choices.ts";
import type { Task } from "../task.ts";

export type PlanTasks = {
  open: Task[];
  done: Task[];
  paging: Paging;
  today: string;
  team: Teammate[];
  can: { change: boolean };
};

const mostOpen = 300;
const doneOnPage = 20;

export async function planTasks(context: Context, plan: PlanSeen, page: AskedPage): Promise<PlanTasks> {
  if (!maySeePlan(context.actor)) throw new Forbidden();
  const { db, at } = context;
  const shown = paging(await countDoneTasks(db, plan.id), page, doneOnPage);
  const can = { change: mayEditPlan(context.actor, plan) };
  return {
    open: await readOpenTasks(db, plan.id, mostOpen),
    done: await readDoneTasks(db, plan.id, shown),
    paging: shown,
    today: dayOf(at),
    team: can.change ? await readTeammates(db, plan.id, at) : [],
    can,
  };
}

/** One task, for whoever works on the plan. */
export async function taskToChange(context: Context, plan: PlanSeen, id: string): Promise<Task> {
  if (!mayEditPlan(context.actor, plan)) throw new Forbidden();
  const task = isId(id) ? await readTask(context.db, plan.id, id) : undefined;
  if (!task) throw new NotFound();
  return task;
}

export async function teammates(context: Context, plan: PlanSeen): Promise<Teammate[]> {
  if (!mayEditPlan(context.actor, plan)) throw new Forbidden();
  return readTeammates(context.db, plan.id, context.at);
}
