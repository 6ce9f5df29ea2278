import type { ReactNode } from "react";
import { differenceWords, type Moved } from "../moved.ts";
import { frameworkPath } from "../paths.ts";

/** What moved above, item by item, with the way to the whole of it. Every link stays as it was. */
export function MovedList({
  moved,
  withPlan = false,
}: {
  moved: readonly Moved[];
  withPlan?: boolean;
}): ReactNode {
  return (
    <ul className="nhsuk-list tl-plain">
      {moved.map((one) => (
        <li key={`${one.planId} ${one.reference}`}>
          {withPlan ? (
            <>
              <a href={`/plans/${one.planId}/line`}>{one.planTitle}</a> serves “{one.title}”:{" "}
            </>
          ) : null}
          {one.differences.map(differenceWords).join("; ")}.{" "}
          <a
            href={frameworkPath(one.frameworkKey, "compare", { from: String(one.from), to: String(one.to) })}
          >
            {one.frameworkTitle}: version {one.to} beside version {one.from}
          </a>
        </li>
      ))}
    </ul>
  );
}
