import { isPerson } from "#platform/actor.ts";
import type { Context } from "#platform/perform.ts";
import { Conflict, Forbidden, Invalid, NotFound } from "#platform/problem.ts";
import type { PlanSeen } from "../plan.ts";
import { mayEditPlan } from "../policy.ts";
import { insertTask, markTask, readTask, removeTask, writeTask } from "../store/tasks.ts";
import { readTeammates } from "../store/team-choices.ts";
import { keepText } from "../store/texts.ts";
import { teamDeed } from "../team-deed.ts";
import type { Task, TaskText } from "../task.ts";

export async function addTask(context: Context, plan: PlanSeen, task: TaskText): Promise<string> {
  await checkOwner(context, plan, task);
  return teamDeed(context, plan, async ({ tx, by, at }) => {
    const id = await insertTask(tx, { planId: plan.id, task, by, at });
    await keepText(tx, { planId: plan.id, by, at, texts: kept(id, task) });
    return { result: id, did: { action: "add-task", kind: "task", id } };
  });
}

export async function changeTask(
  context: Context,
  plan: PlanSeen,
  { id, task, version }: { id: string; task: TaskText; version: number },
): Promise<string> {
  await checkOwner(context, plan, task);
  return teamDeed(context, plan, async ({ tx, by, at }) => {
    if (!(await writeTask(tx, { id, version }, task)))
      throw changedMeanwhile(task, await readTask(tx, plan.id, id));
    await keepText(tx, { planId: plan.id, by, at, texts: kept(id, task) });
    return { result: id, did: { action: "change-task", kind: "task", id } };
  });
}

export async function finishTask(
  context: Context,
  plan: PlanSeen,
  { id, isDone }: { id: string; isDone: boolean },
): Promise<string> {
  if (!mayEditPlan(context.actor, plan)) throw new Forbidden();
  const task = await readTask(context.db, plan.id, id);
  if (!task) throw new NotFound();
  // Pressed twice, by one or by two: it is so already.
  if ((task.doneAt !== null) === isDone) return id;
  return teamDeed(context, plan, async ({ tx, by, at }) => {
    await markTask(tx, id, isDone ? { by, at } : null);
    return { result: id, did: { action: isDone ? "finish-task" : "reopen-task", kind: "task", id } };
  });
}

export async function dropTask(context: Context, plan: PlanSeen, id: string): Promise<string> {
  return teamDeed(context, plan, async ({ tx, at }) => {
    if (!(await readTask(tx, plan.id, id))) throw new NotFound();
    await removeTask(tx, id, at);
    return { result: id, did: { action: "remove-task", kind: "task", id } };
  });
}

/** Nobody is given a task in a team that they are not in. */
async function checkOwner({ db, at, actor }: Context, plan: PlanSeen, { ownerId }: TaskText): Promise<void> {
  if (!isPerson(actor) || !mayEditPlan(actor, plan)) throw new Forbidden();
  if (ownerId === null) return;
  const team = await readTeammates(db, plan.id, at);
  if (!team.some((one) => one.id === ownerId))
    throw new Invalid([{ field: "owner", message: "Choose somebody who is in the team" }]);
}

function kept(id: string, { text, note }: TaskText) {
  const of = { thingKind: "task", thingId: id } as const;
  return [
    { ...of, field: "text", text },
    { ...of, field: "note", text: note },
  ];
}

function changedMeanwhile(yours: TaskText, theirs: Task | undefined): Conflict {
  if (!theirs) throw new NotFound();
  const fields = [
    { name: "text", label: "Task", yours: yours.text, theirs: theirs.text },
    { name: "note", label: "Note", yours: yours.note, theirs: theirs.note },
  ];
  return new Conflict(
    fields.filter((field) => field.yours !== field.theirs),
    theirs.version,
  );
}
