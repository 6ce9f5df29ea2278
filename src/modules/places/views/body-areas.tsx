import type { ReactNode } from "react";
import type { Body } from "../body.ts";
import { BodyLink } from "./body-about.tsx";

/** The areas of support that it sits in, kind by kind: they overlap, so it can sit in several. */
export function BodyAreas({ areas }: Pick<Body, "areas">): ReactNode {
  if (areas.length === 0) return null;
  const kinds = Map.groupBy(areas, (area) => area.kindPlural);
  return (
    <section className="tl-aside">
      <h2 className="nhsuk-heading-s">Areas it sits in</h2>
      {[...kinds].map(([kind, ofKind]) => (
        <div key={kind}>
          <h3 className="nhsuk-heading-xs">{kind}</h3>
          <ul className="nhsuk-list">
            {ofKind.map((area) => (
              <li key={area.code}>
                <BodyLink body={area} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
