import type { ReactNode } from "react";
import { dayOf } from "#platform/day.ts";
import { Outline } from "#ui/diagram/outline.tsx";
import { longDate } from "#ui/long-date.ts";
import { Details } from "#ui/nhs/details.tsx";
import { contextOf, type Request } from "#web/env.ts";
import { diagramAt, diagramHistory } from "../queries/diagram-versions.ts";
import { recordAt, type RecordAt } from "../exports/record-at.ts";
import { shownMeasures } from "../exports/plan-record.ts";
import { recordOf } from "../queries/plan-record.ts";
import { ChartsThen, mostCharts, TestsThen } from "../views/plan-then.tsx";
import { nodeWords } from "../diagram/node-words.ts";
import { DiagramViews } from "../views/diagram-views.tsx";
import { TreePicture } from "../views/plan-diagram.tsx";
import { frameOf, planPage } from "../views/plan-page.tsx";

const mostDays = 300;

/** All of one day, and the way to every other: a list that a script makes a slider of. */
export async function replayDiagramPage(c: Request): Promise<Response> {
  const context = contextOf(c);
  const { plan, days } = await diagramHistory(context, c.req.param("id")!, 1);
  const today = dayOf(context.at);
  const day = c.req.query("at") ?? today;
  const found = await diagramAt(context, plan, day);
  const record = await recordOf(context, plan);
  const then = recordAt(record, day);
  const nodes = found.map((node) => ({
    ...node,
    tests: then.tests.filter(({ nodeId }) => nodeId === node.id).length,
  }));
  const shown = daysOf(record, [...days.map((one) => one.day), today]);
  const frame = frameOf(c, plan);
  const words = nodeWords(frame, nodes);
  return planPage(c, frame, {
    under: "diagram",
    title: `How it stood on ${longDate(day)}`,
    wide: true,
    island: "diagram-replay",
    children: (
      <>
        <DiagramViews frame={frame} current="history" />
        <Days planId={plan.id} days={shown} day={day} />
        <div id="replay-shown">
          <h2 className="nhsuk-heading-m">{frame.words.diagram}</h2>
          {nodes.length === 0 ? (
            <p>There was no diagram yet.</p>
          ) : (
            <TreePicture
              id="diagram"
              title={`${plan.title} on ${longDate(day)}`}
              nodes={nodes}
              words={words}
              label={frame.words.diagram}
            />
          )}
          <Details summary={{ text: "The same in words" }}>
            <Outline nodes={nodes} words={words} />
          </Details>
          <TestsThen record={then} frame={frame} />
          <ChartsThen record={then} frame={frame} />
        </div>
      </>
    ),
  });
}

/** Those on which something was drawn, begun, studied or counted; of very many, the newest. */
function daysOf({ tests, measures }: RecordAt, days: readonly string[]): string[] {
  const tried = tests.flatMap(({ startsOn, studiedAt }) => [
    startsOn,
    ...(studiedAt ? [dayOf(studiedAt)] : []),
  ]);
  const counted = shownMeasures({ measures })
    .slice(0, mostCharts)
    .flatMap(({ points }) => points.map(({ period }) => period));
  // A measure is often older than the work, and a test may be planned for tomorrow.
  const today = days.at(-1)!;
  const work = [...days, ...tried].filter((day) => day <= today).toSorted();
  const all = new Set([...work, ...counted.filter((day) => day >= work[0]! && day <= today)]);
  return [...all].toSorted().slice(-mostDays);
}

function Days({ planId, days, day }: { planId: string; days: readonly string[]; day: string }): ReactNode {
  const href = (one: string): string => `/plans/${planId}/diagram/replay?at=${one}`;
  const at = days.findLastIndex((one) => one <= day);
  const [before, after] = [days[at - 1], days[at + 1]];
  return (
    <nav aria-label="Days" className="tl-diagram-days" id="replay-days">
      <div id="replay-steps">
        <p>
          {before ? <a href={href(before)}>Before: {longDate(before)}</a> : "This is the first day."}{" "}
          {after ? <a href={href(after)}>After: {longDate(after)}</a> : "This is the newest."}
        </p>
        <Details summary={{ text: `All ${days.length} days on which something changed` }}>
          <ol className="nhsuk-list">
            {days.map((one) => (
              <li key={one}>
                <a href={href(one)} data-day={one} aria-current={one === day ? "date" : undefined}>
                  {longDate(one)}
                </a>
              </li>
            ))}
          </ol>
        </Details>
      </div>
    </nav>
  );
}
