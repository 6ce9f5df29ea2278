import type { ReactNode } from "react";
import { hasEnded } from "../plan.ts";
import { stateOf, type TestState } from "../plan-test.ts";
import type { PlanWords } from "../plan-words.ts";
import type { NextActions } from "../queries/next-actions.ts";
import { dueWords } from "../task.ts";
import type { PlanFrame } from "../workspace-part.ts";
import { planPath } from "./plan-page.tsx";

type NextActionProps = {
  frame: PlanFrame;
  actions: NextActions;
};

/** What comes next, each with the page on which it is done. */
export function NextAction({
  frame: { plan, words },
  actions: { tests, tasks, today },
}: NextActionProps): ReactNode {
  return (
    <section aria-labelledby="next-action">
      <h2 id="next-action">{words.nextAction}</h2>
      {tests.length + tasks.length === 0 ? (
        <p>
          Nothing waits for you.
          {hasEnded(plan) ? null : (
            <>
              {" "}
              <a href={planPath(plan, "/tests/new")}>Plan {words.aTest}</a> or{" "}
              <a href={planPath(plan, "/tasks/new")}>add a task</a>.
            </>
          )}
        </p>
      ) : (
        <ul className="nhsuk-list nhsuk-list--border">
          {tests.map((test) => (
            <li key={test.id}>
              <TestStep test={test} today={today} words={words} />
            </li>
          ))}
          {tasks.map((task) => (
            <li key={task.id}>
              <a href={planPath(plan, "/tasks")}>{task.text}</a>. {task.owner ?? "Nobody yet"}.{" "}
              {dueWords(task, today)}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

type TestStepProps = { test: NextActions["tests"][number]; today: string; words: PlanWords };

function TestStep({ test, today, words }: TestStepProps): ReactNode {
  const steps: Partial<Record<TestState, [text: string, path: string]>> = {
    "to-study": [words.doStudy, "/study"],
    "to-decide": ["Decide after", "/act"],
  };
  const here = `/plans/${test.planId}/tests`;
  const [text, path] = steps[stateOf(test, today)] ?? [`Plan ${words.nextCycle} after`, ""];
  const href = path === "" ? `${here}/new?follows=${test.id}` : `${here}/${test.id}${path}`;
  return <a href={href}>{`${text} ${words.cycle} ${test.cycle}: ${test.change}`}</a>;
}
