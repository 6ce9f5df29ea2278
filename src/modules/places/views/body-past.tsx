import type { ReactNode } from "react";
import { longDate } from "#ui/long-date.ts";
import type { Body } from "../body.ts";
import { BodyLink } from "./body-about.tsx";
import { inFigures } from "#ui/counted.ts";

/** What it was called, and what it was made of. */
export function BodyPast({ body }: { body: Body }): ReactNode {
  const { formerNames, predecessors, predecessorCount } = body;
  if (formerNames.length === 0 && predecessors.length === 0) return null;
  const more = predecessorCount - predecessors.length;
  return (
    <section>
      <h2 className="nhsuk-heading-m">What it was before</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {formerNames.map(({ name, until }) => (
          <li key={name + until}>
            {name}, its name until {longDate(until)}
          </li>
        ))}
        {predecessors.map((one) => (
          <li key={one.code}>
            <BodyLink body={one} />, which became part of it on {longDate(one.closedOn)}
          </li>
        ))}
        {more > 0 ? <li>and {inFigures(more)} more</li> : null}
      </ul>
    </section>
  );
}
