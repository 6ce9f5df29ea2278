import type { ReactNode } from "react";
import type { Body } from "../body.ts";

/** From the nation to one ward, stop by stop. */
export function LineOfSight({ body }: { body: Body }): ReactNode {
  const stops = [...body.lineage, { code: body.code, name: body.name }];
  return (
    <section className="tl-line" aria-labelledby="line-of-sight">
      <h2 id="line-of-sight" className="nhsuk-heading-m">
        One line, from the nation to a ward
      </h2>
      <ol className="tl-line__stops">
        {stops.map((stop) => (
          <li key={stop.code} className="tl-line__stop">
            <a href={`/bodies/${stop.code}`}>{stop.name}</a>
          </li>
        ))}
      </ol>
      <p className="tl-line__note">Each stop says what it is for, what it is not for, and whom to ask.</p>
    </section>
  );
}
