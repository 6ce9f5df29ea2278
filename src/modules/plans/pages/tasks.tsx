import { listOf, type Columns } from "#platform/list-file.ts";
import { askedPage } from "#web/take-away.tsx";
import type { ReactNode } from "react";
import { z } from "zod";
import { dayInWords } from "#platform/moments.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { PageLinks } from "#ui/page-links.tsx";
import { PostButton } from "#ui/post-button.tsx";
import { ActionLink } from "#ui/nhs/action-link.tsx";
import { contextOf, type Request } from "#web/env.ts";
import { savedDraft } from "#web/saved-draft.ts";
import { doneWord } from "#web/done-word.ts";
import { defineForm } from "#web/form/form.ts";
import type { FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import { addTask, changeTask, dropTask, finishTask } from "../commands/change-tasks.ts";
import type { PlanSeen } from "../plan.ts";
import { planTasks, taskToChange, teammates, type PlanTasks } from "../queries/plan-tasks.ts";
import { planToEdit } from "../queries/plan-to-edit.ts";
import { dueWords, type Task, type TaskText } from "../task.ts";
import { frameOf, planFormPage, planPage, planPath } from "../views/plan-page.tsx";
import { planOf } from "./plan-of.ts";
import { dayParts, short } from "./test-form.ts";

type Team = PlanTasks["team"];

function taskForm(team: Team) {
  return defineForm({
    text: {
      kind: "text",
      label: "What has to be done?",
      hint: "What you want to find out belongs to a test; this is for what simply has to be done",
      schema: short("What has to be done", 500).min(2, "Say what has to be done"),
    },
    owner: {
      kind: "select",
      label: "Who does it",
      options: [
        { value: "", label: "Nobody yet" },
        ...team.map(({ id, name }) => ({ value: id, label: name })),
      ],
      schema: z.string().transform((text) => (text === "" ? null : text)),
    },
    due: {
      kind: "date",
      label: "By when",
      hint: "Leave it empty if there is no date",
      schema: z
        .string()
        .refine((text) => text === "" || /^\d{4}-\d{2}-\d{2}$/.test(text), "Enter the date, like 27 3 2026")
        .transform((text) => (text === "" ? null : text)),
    },
    note: { kind: "long-text", label: "Note", rows: 3, most: 2000, schema: short("The note", 2000) },
  });
}

const done = {
  added: "The task is on the list.",
  changed: "The task is changed.",
  finished: "Done.",
  reopened: "The task is open again.",
  dropped: "The task is taken off the list.",
};

const columns: Columns<Task> = {
  task: ["What has to be done", (task) => task.text],
  owner: ["Who does it", (task) => task.owner],
  dueOn: ["By when", (task) => task.dueOn],
  note: ["Note", (task) => task.note],
  doneAt: ["Done", (task) => task.doneAt],
  doneBy: ["Done by", (task) => task.doneBy],
};

export async function tasksPage(c: Request): Promise<Response> {
  const frame = await planOf(c);
  const { plan } = frame;
  const tasks = await planTasks(contextOf(c), plan, askedPage(c));
  return planPage(c, frame, {
    under: "tasks",
    title: frame.words.tasks,
    success: doneWord(c, done),
    list: listOf({
      name: "tasks",
      columns,
      rows: [...tasks.open, ...tasks.done],
      total: tasks.open.length + tasks.paging.total,
    }),
    ...savedDraft(c, `task:${plan.id}`),
    children: (
      <>
        {tasks.can.change && tasks.open.length > 0 ? (
          <ActionLink text="Add a task" href={planPath(plan, "/tasks/new")} />
        ) : null}
        {tasks.open.length === 0 ? (
          <NoTasks plan={plan} can={tasks.can.change} />
        ) : (
          <Open plan={plan} tasks={tasks} />
        )}
        {tasks.done.length > 0 ? <Finished plan={plan} tasks={tasks} /> : null}
        <p>
          <a href={planPath(plan, "/decisions")}>What was decided, and why</a>
        </p>
      </>
    ),
  });
}

type Listed = { plan: PlanSeen; tasks: PlanTasks };

function Open({ plan, tasks: { open, today, can } }: Listed): ReactNode {
  return (
    <ul className="tl-notes">
      {open.map((task) => (
        <li key={task.id}>
          <p>
            <strong>{task.text}</strong>
          </p>
          <p>
            {task.owner ?? "Nobody yet"}. {dueWords(task, today)}
          </p>
          {task.note ? <p className="tl-lines">{task.note}</p> : null}
          {can.change ? <TaskWays plan={plan} task={task} /> : null}
        </li>
      ))}
    </ul>
  );
}

function TaskWays({ plan, task }: { plan: PlanSeen; task: Task }): ReactNode {
  const here = planPath(plan, `/tasks/${task.id}`);
  return (
    <div className="tl-talk__ways">
      <PostButton action={`${here}/done`} text="Done" about={task.text} variant="secondary" small />
      <a href={`${here}/edit`}>
        Change<span className="nhsuk-u-visually-hidden"> {task.text}</span>
      </a>
    </div>
  );
}

function Finished({ plan, tasks: { done: finished, paging, can } }: Listed): ReactNode {
  return (
    <>
      <h2 className="nhsuk-heading-m">Done ({paging.total.toLocaleString("en-GB")})</h2>
      <ul className="tl-notes">
        {finished.map((task) => (
          <li key={task.id}>
            <p>{task.text}</p>
            <p className="tl-quiet">
              {task.doneBy ?? "Somebody who has left"}, {dayInWords(task.doneAt!)}
            </p>
            {can.change ? (
              <PostButton
                action={planPath(plan, `/tasks/${task.id}/open`)}
                text="Open it again"
                about={task.text}
                variant="secondary"
                small
              />
            ) : null}
          </li>
        ))}
      </ul>
      <PageLinks paging={paging} href={(page) => planPath(plan, `/tasks?page=${page}`)} />
    </>
  );
}

function NoTasks({ plan, can }: { plan: PlanSeen; can: boolean }): ReactNode {
  return (
    <EmptyState
      heading="Nothing has to be done just now"
      {...(can && { action: { text: "Add a task", href: planPath(plan, "/tasks/new") } })}
      example={
        <p>
          <strong>Ask estates for a second handrail in bay 2.</strong> Asha Patel. Due tomorrow
        </p>
      }
    >
      <p>A task has an owner and a date. What you are not sure of is better tested than done.</p>
    </EmptyState>
  );
}

type Given = z.output<z.ZodType<{ text: string; owner: string | null; due: string | null; note: string }>>;

const taskOf = ({ text, owner, due, note }: Given): TaskText => ({ text, note, ownerId: owner, dueOn: due });

async function toAdd(c: Request): Promise<{ plan: PlanSeen; team: Team }> {
  const context = contextOf(c);
  const plan = await planToEdit(context, c.req.param("id")!);
  return { plan, team: await teammates(context, plan) };
}

export async function newTaskPage(c: Request): Promise<Response> {
  return drawNew(c, await toAdd(c), {});
}

export async function saveNewTask(c: Request): Promise<Response> {
  const adding = await toAdd(c);
  return submitForm(c, {
    form: taskForm(adding.team),
    act: async (values) => {
      await addTask(contextOf(c), adding.plan, taskOf(values));
      return c.redirect(planPath(adding.plan, "/tasks?done=added"), 303);
    },
    redraw: (state, status) => drawNew(c, adding, state, status),
  });
}

function drawNew(
  c: Request,
  { plan, team }: { plan: PlanSeen; team: Team },
  state: FormState,
  status = 200,
): Response {
  const page = {
    under: "tasks",
    title: "Add a task",
    form: taskForm(team),
    action: planPath(plan, "/tasks/new"),
    submit: "Add the task",
  } as const;
  return planFormPage(c, frameOf(c, plan), page, { state, status });
}

async function toChange(c: Request): Promise<{ plan: PlanSeen; team: Team; task: Task }> {
  const adding = await toAdd(c);
  return { ...adding, task: await taskToChange(contextOf(c), adding.plan, c.req.param("task")!) };
}

export async function editTaskPage(c: Request): Promise<Response> {
  const changing = await toChange(c);
  const { text, note, ownerId, dueOn, version } = changing.task;
  const typed = { text, note, owner: ownerId ?? "", due: dueOn === null ? [] : dayParts(dueOn) };
  return drawChange(c, changing, { typed, version });
}

export async function saveTask(c: Request): Promise<Response> {
  const changing = await toChange(c);
  const { plan, team, task } = changing;
  return submitForm(c, {
    form: taskForm(team),
    act: async (values, version) => {
      await changeTask(contextOf(c), plan, { id: task.id, task: taskOf(values), version });
      return c.redirect(planPath(plan, "/tasks?done=changed"), 303);
    },
    redraw: (state, status) => drawChange(c, changing, state, status),
  });
}

type Changing = { plan: PlanSeen; team: Team; task: Task };

function drawChange(c: Request, { plan, team, task }: Changing, state: FormState, status = 200): Response {
  const here = planPath(plan, `/tasks/${task.id}`);
  const page = {
    under: "tasks",
    title: "Change a task",
    form: taskForm(team),
    action: `${here}/edit`,
    submit: "Save",
    draft: `task:${plan.id}:${task.id}`,
    after: <PostButton action={`${here}/drop`} text="Take it off the list" variant="secondary" small />,
  } as const;
  return planFormPage(c, frameOf(c, plan), page, { state, status });
}

/** One press: done, open again, or off the list. */
function pressed(done: string, act: (c: Request, plan: PlanSeen, id: string) => Promise<unknown>) {
  return async (c: Request): Promise<Response> => {
    const context = contextOf(c);
    const plan = await planToEdit(context, c.req.param("id")!);
    const task = await taskToChange(context, plan, c.req.param("task")!);
    await act(c, plan, task.id);
    return c.redirect(planPath(plan, `/tasks?done=${done}`), 303);
  };
}

export const finishTaskForm = pressed("finished", (c, plan, id) =>
  finishTask(contextOf(c), plan, { id, isDone: true }),
);
export const reopenTaskForm = pressed("reopened", (c, plan, id) =>
  finishTask(contextOf(c), plan, { id, isDone: false }),
);
export const dropTaskForm = pressed("dropped", (c, plan, id) => dropTask(contextOf(c), plan, id));
