import type { ReactNode } from "react";
import { counted } from "#ui/counted.ts";
import { Button } from "#ui/nhs/button.tsx";
import { TaskList, type Task } from "#ui/nhs/task-list.tsx";
import { columnPage } from "#web/column-page.tsx";
import { ownContext } from "#web/own-context.ts";
import type { Request } from "#web/env.ts";
import { firstProject } from "../queries/first-project.ts";
import { minutesToLook, tourSteps, type FirstProject, type TourStep } from "../tour.ts";

/** Through somebody's own first project, in the order in which most begin. */
export async function tourPage(c: Request): Promise<Response> {
  const { first, can } = await firstProject(ownContext(c));
  const steps = tourSteps(first, can.start);
  return columnPage(c, {
    title: "Your first project in 20 minutes",
    section: "Improvement work",
    breadcrumbs: [
      { text: "Home", href: "/" },
      { text: "Improvement work", href: "/plans" },
    ],
    children: (
      <>
        <p>{howFar(steps, first)}</p>
        <p>
          Go in any order, leave when you like and come back to this page: it reads your project and marks
          what is there. Nobody else sees it.
        </p>
        {first || can.start ? null : <NoPlaceYet />}
        <TaskList idPrefix="tour" items={[...steps.map(taskOf), lookOf(first)]} />
        {first ? (
          <Button href={`/plans/${first.planId}`} text="Go to the project" variant="secondary" />
        ) : can.start ? (
          <Button href="/plans/new" text="Start a project" />
        ) : null}
      </>
    ),
  });
}

function howFar(steps: readonly TourStep[], first: FirstProject | undefined): ReactNode {
  const done = steps.filter(({ isDone }) => isDone).length;
  if (!first) return "This leads you through a project of your own, from one sentence to a chart.";
  const way = done === steps.length ? "It has all that a project begins with." : "";
  return (
    <>
      <a href={`/plans/${first.planId}`}>{first.title}</a>: {done} of {steps.length} steps are done. {way}
    </>
  );
}

/** A project belongs to where somebody works. */
function NoPlaceYet(): ReactNode {
  return (
    <p>
      A project is started where you work. <a href="/bodies">Find your organisation</a>, and ask somebody
      there to invite you.
    </p>
  );
}

function taskOf({ text, hint, minutes, href, isDone }: TourStep): Task {
  return {
    heading: { text },
    hint: { text: `${hint}. About ${counted(minutes, "minute")}` },
    ...(href && { href }),
    status: statusOf(isDone, href !== undefined),
  };
}

function statusOf(isDone: boolean, isOpen: boolean): NonNullable<Task["status"]> {
  if (isDone) return { text: "Done" };
  return isOpen
    ? { tag: { text: "To do", colour: "blue" } }
    : { text: "Cannot start yet", classes: "nhsuk-task-list__status--cannot-start-yet" };
}

/** Nobody counts whether somebody looked. */
function lookOf(first: FirstProject | undefined): Task {
  const there = first?.seriesId && first.hasNumber ? `/series/${first.seriesId}` : undefined;
  return {
    heading: { text: "Look at the chart" },
    hint: {
      text: `It grows with each number, and says when a change is more than chance. About ${counted(minutesToLook, "minute")}`,
    },
    ...(there && { href: there }),
    status: there ? { text: "Whenever you like" } : { text: "With the first number" },
  };
}
