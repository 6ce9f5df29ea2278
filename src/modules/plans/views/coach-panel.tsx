import type { ReactNode } from "react";
import { Details } from "#ui/nhs/details.tsx";
import { Words } from "#ui/words.tsx";
import type { Advice } from "../test-coach.ts";

const words: Record<Advice["kept"], string> = { yes: "Done", no: "To do", "not-yet": "Not yet" };

/** What a coach would say about these cycles: for the team's eyes, with the reason for each rule. */
export function CoachPanel({ advice }: { advice: readonly Advice[] }): ReactNode {
  if (advice.length === 0) return null;
  const kept = advice.filter((one) => one.kept === "yes").length;
  return (
    <section className="tl-coach" aria-labelledby="coach">
      <h2 id="coach" className="nhsuk-heading-m">
        What a coach would say
      </h2>
      <p className="tl-quiet">
        {`${kept} of ${advice.length} done. Only this plan’s team sees this, and nobody is measured by it.`}
      </p>
      <ul className="tl-coach__rules">
        {advice.map((one) => (
          <li key={one.rule} className={`tl-coach__rule tl-coach__rule--${one.kept}`}>
            <strong>
              {words[one.kept]}: {one.title}
            </strong>
            <p>
              <Words>{one.words}</Words>
            </p>
          </li>
        ))}
      </ul>
      <Details summary="Why these 6 rules">
        <dl className="tl-coach__why">
          {advice.map((one) => (
            <div key={one.rule}>
              <dt>{one.title}</dt>
              <dd>{one.why}</dd>
            </div>
          ))}
        </dl>
      </Details>
    </section>
  );
}
