import type { ReactNode } from "react";
import { labelWords, rhythmOfLabels } from "#ui/chart/calendar.ts";
import type { Drawn } from "./study.ts";

/** Did the change work: only where a phase or a test says when it was. */
export function ChangeEffect({ drawn: { change, analysis } }: { drawn: Drawn }): ReactNode {
  if (change === null) return null;
  const first =
    analysis.points[
      change.pointsBefore +
        absentBefore(
          analysis.points.map((point) => point.value),
          change.pointsBefore,
        )
    ];
  const rhythm = rhythmOfLabels(analysis.points.map((point) => point.x));
  return (
    <section aria-labelledby="effect">
      <h2 id="effect" className="nhsuk-heading-m">
        Did the change work
      </h2>
      <p>{change.words}</p>
      <p className="tl-quiet">
        {`Segmented regression with Newey–West errors: ${change.pointsBefore} points before and ${change.pointsAfter} from ${first ? labelWords(first.x, rhythm) : "the change"}.`}
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

/** How many gaps lie before the point that has so many measured ones before it. */
function absentBefore(values: readonly (number | null)[], measured: number): number {
  let [seen, absent] = [0, 0];
  for (const value of values) {
    if (seen === measured && value !== null) return absent;
    if (value === null) absent += 1;
    else seen += 1;
  }
  return absent;
}
