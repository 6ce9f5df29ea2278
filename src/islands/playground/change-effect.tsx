import type { ReactNode } from "react";
import { labelWords, rhythmOfLabels } from "#ui/chart/calendar.ts";
import type { Drawn } from "./study.ts";

/** Did the change work: only where a phase or a test says when it was. */
export function ChangeEffect({ drawn: { change, changedAt, analysis } }: { drawn: Drawn }): ReactNode {
  if (change === null || changedAt === null) return null;
  const rhythm = rhythmOfLabels(analysis.points.map((point) => point.x));
  return (
    <section aria-labelledby="effect">
      <h2 id="effect" className="nhsuk-heading-m">
        Did the change work
      </h2>
      <p>{change.words}</p>
      <p className="tl-quiet">
        {`Segmented regression with Newey–West errors: ${change.pointsBefore} points before and ${change.pointsAfter} from ${labelWords(changedAt, rhythm)}.`}
      </p>
      {change.reasons.length > 0 ? (
        <ul className="nhsuk-list nhsuk-list--bullet">
          {change.reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
