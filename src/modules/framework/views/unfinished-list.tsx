import type { ReactNode } from "react";
import { longDate } from "#ui/long-date.ts";
import { itemPath } from "../paths.ts";
import { isUnfinished } from "../progress.ts";
import type { ItemPage } from "../queries/item-page.ts";
import { StandingTag } from "./standing-tag.tsx";

/** What of that which was promised under an item is neither done nor stopped, the oldest day first. */
export function UnfinishedList({ page: { within, progress } }: { page: ItemPage }): ReactNode {
  if (within.length === 0) return null;
  const open = within.filter(isUnfinished).toSorted((a, b) => a.due.localeCompare(b.due));
  return (
    <section aria-labelledby="unfinished">
      <h2 id="unfinished" className="nhsuk-heading-m">
        What is unfinished ({open.length})
      </h2>
      {open.length === 0 ? (
        <p>Nothing: all that was promised here is done, with evidence, or stopped.</p>
      ) : null}
      <ul className="nhsuk-list tl-plain">
        {open.map((one) => (
          <li key={one.key}>
            <a href={itemPath(progress.framework.key, one.key)}>
              {one.id} {one.title}
            </a>{" "}
            <StandingTag standing={one.standing} />
            <p className="tl-quiet">
              {one.responsible}, due on {longDate(one.due)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
