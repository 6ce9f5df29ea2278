import type { ReactNode } from "react";
import type { Similar } from "../similar-strategies.ts";

type SimilarListProps = { planId: string; similar: readonly Similar[] };

/** Strategies worth reading beside one, each with why and the way to put both side by side. */
export function SimilarList({ planId, similar }: SimilarListProps): ReactNode {
  if (similar.length === 0)
    return (
      <p>
        None that you can see is alike yet. They are found by the kind of body, by their drivers and aims, and
        by what they serve above.
      </p>
    );
  return (
    <ul className="nhsuk-list">
      {similar.map((one) => (
        <li key={one.planId} className="nhsuk-u-margin-bottom-5">
          <a href={`/plans/${one.planId}/strategy`}>{one.bodyName}</a>
          <ul className="nhsuk-list nhsuk-list--bullet nhsuk-u-margin-bottom-2">
            {one.reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
          <a href={`/strategies/compare?with=${planId}&with=${one.planId}`}>
            Put side by side<span className="nhsuk-u-visually-hidden"> with that of {one.bodyName}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
