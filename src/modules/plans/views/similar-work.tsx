import type { ReactNode } from "react";
import { PersonLine } from "#ui/person-line.tsx";
import { Tag } from "#ui/nhs/tag.tsx";
import { stageLabels } from "../plan.ts";
import type { Similar, SimilarPlan, SimilarTest } from "../similar.ts";

/** Who has tried this before, each with the reason why it is shown. */
export function SimilarWork({ similar }: { similar: Similar }): ReactNode {
  const { plans, tests, people } = similar;
  if (plans.length + tests.length + people.length === 0)
    return <p>Nobody whose work you can see has tried something like it: yours may be the first.</p>;
  return (
    <div className="tl-similar">
      {plans.length > 0 ? (
        <>
          <h2 className="nhsuk-heading-s">Others who work on it</h2>
          <ul className="nhsuk-list">
            {plans.map((plan) => (
              <Plan key={plan.id} plan={plan} />
            ))}
          </ul>
        </>
      ) : null}
      {tests.length > 0 ? (
        <>
          <h2 className="nhsuk-heading-s">Tried, and given up</h2>
          <ul className="nhsuk-list">
            {tests.map((test) => (
              <Test key={test.id} test={test} />
            ))}
          </ul>
        </>
      ) : null}
      {people.length > 0 ? (
        <>
          <h2 className="nhsuk-heading-s">People who are willing to help</h2>
          <ul className="nhsuk-list">
            {people.map((one) => (
              <li key={one.id}>
                <PersonLine
                  name={one.name}
                  href={`/people/${one.id}`}
                  job={`Helps with ${one.helpsWith.join(", ").toLowerCase()}`}
                  place={one.bodyName}
                />
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}

function Plan({ plan }: { plan: SimilarPlan }): ReactNode {
  return (
    <li>
      <a href={`/plans/${plan.id}`}>{plan.title}</a>, {plan.bodyName}{" "}
      <Tag text={stageLabels[plan.stage]} colour={plan.stage === "stopped" ? "grey" : "blue"} />
      <br />
      <span className="tl-quiet">{reasonOf(plan)}</span>
      {plan.learned ? (
        <>
          <br />
          Learned: {plan.learned}
        </>
      ) : null}
    </li>
  );
}

function reasonOf({ inTitle, inAim, driver, improvingSince }: SimilarPlan): string {
  const reasons = [
    inTitle.length > 0 ? `its name says ${words(inTitle)}` : "",
    inTitle.length === 0 && inAim.length > 0 ? `its aim or topic says ${words(inAim)}` : "",
    driver ? `one of its drivers is “${driver}”` : "",
    improvingSince ? "its measures get better" : "",
  ].filter((reason) => reason !== "");
  return `Shown because ${reasons.length > 0 ? reasons.join(", and ") : "it is written like what you typed"}.`;
}

/** Words as the search keeps them are cut to their stems, which is told by the marks. */
function words(lexemes: readonly string[]): string {
  return lexemes.map((lexeme) => `“${lexeme}…”`).join(" and ");
}

function Test({ test }: { test: SimilarTest }): ReactNode {
  return (
    <li>
      <a href={`/plans/${test.planId}/tests/${test.id}`}>{test.change}</a>, {test.bodyName}
      {test.learning ? (
        <>
          <br />
          Learned: {test.learning}
        </>
      ) : null}
      <br />
      <span className="tl-quiet">Shown because it was a test of something like it, in {test.planTitle}.</span>
    </li>
  );
}
