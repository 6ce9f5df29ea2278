import type { ReactNode } from "react";
import { dayOf } from "#platform/day.ts";
import { kindWords } from "#ui/diagram/kind-words.ts";
import { longDate } from "#ui/long-date.ts";
import { Table } from "#ui/nhs/table.tsx";
import { contextOf, type Request } from "#web/env.ts";
import type { Compared } from "../diagram/compare-diagrams.ts";
import { comparedVersions } from "../queries/diagram-versions.ts";
import { DiagramViews } from "../views/diagram-views.tsx";
import { frameOf, planPage } from "../views/plan-page.tsx";
import { CompareFields } from "./diagram-history.tsx";

/** What two versions have that the other has not: in words, because colours in a picture would only half say it. */
export async function compareDiagramPage(c: Request): Promise<Response> {
  const context = contextOf(c);
  const today = dayOf(context.at);
  const [one, other] = [c.req.query("from") ?? today, c.req.query("to") ?? today];
  const [from, to] = one <= other ? [one, other] : [other, one];
  const { plan, days, added, removed, reworded, moved, same } = await comparedVersions(
    context,
    c.req.param("id")!,
    { from, to },
  );
  const isSame = [added, removed, reworded, moved].every((list) => list.length === 0);
  const frame = frameOf(c, plan);
  return planPage(c, frame, {
    under: "diagram",
    title: "Two versions of the diagram",
    wide: true,
    children: (
      <>
        <DiagramViews frame={frame} current="history" />
        <div className="tl-diagram-column">
          <CompareFields planId={plan.id} days={days} from={from} to={to} today={today} />
          <p>
            From the end of {longDate(from)} to the end of {longDate(to)}:{" "}
            {isSame ? "nothing changed." : `${same} ${same === 1 ? "entry" : "entries"} stayed as they were.`}
          </p>
          <Found caption="New" list={added} />
          <Found caption="Removed" list={removed} />
          <Found
            caption="Other words"
            list={reworded}
            second={{ heading: "Words before", cell: (one) => one.was }}
          />
          <Found
            caption="Moved"
            list={moved}
            second={{ heading: "Stood under", cell: (one) => one.wasUnder.join("; ") || "Nothing" }}
          />
          <p>
            <a href={`/plans/${plan.id}/diagram/replay?at=${from}`}>See it as it stood on {longDate(from)}</a>
          </p>
        </div>
      </>
    ),
  });
}

type FoundProps = {
  caption: string;
  list: readonly Compared[];
  second?: { heading: string; cell: (one: Compared) => string };
};

function Found({ caption, list, second }: FoundProps): ReactNode {
  if (list.length === 0) return null;
  return (
    <Table
      caption={{ text: `${caption}: ${list.length}`, size: "m" }}
      firstCellIsHeader
      responsive
      head={[
        { text: "Words" },
        { text: "What it is" },
        { text: "Stands under" },
        ...(second ? [{ text: second.heading }] : []),
      ]}
      rows={list.map((one) => [
        { text: one.text },
        { text: kindWords[one.kind].one },
        { text: one.under.join("; ") || "Nothing" },
        ...(second ? [{ text: second.cell(one) }] : []),
      ])}
    />
  );
}
