import type { ReactNode } from "react";
import { dayOf } from "#platform/day.ts";
import { Outline } from "#ui/diagram/outline.tsx";
import { longDate } from "#ui/long-date.ts";
import { Details } from "#ui/nhs/details.tsx";
import { contextOf, type Request } from "#web/env.ts";
import { diagramAt, diagramHistory } from "../queries/diagram-versions.ts";
import { nodeWords } from "../diagram/node-words.ts";
import { DiagramViews } from "../views/diagram-views.tsx";
import { TreePicture } from "../views/plan-diagram.tsx";
import { frameOf, planPage } from "../views/plan-page.tsx";

/** The diagram of one day, and the way to every other: a list that a script makes a slider of. */
export async function replayDiagramPage(c: Request): Promise<Response> {
  const context = contextOf(c);
  const { plan, days } = await diagramHistory(context, c.req.param("id")!, 1);
  const today = dayOf(context.at);
  const shown = [...new Set([...days.map(({ day }) => day), today])].sort();
  const day = c.req.query("at") ?? today;
  const nodes = await diagramAt(context, plan, day);
  const frame = frameOf(c, plan);
  const words = nodeWords(frame, nodes);
  return planPage(c, frame, {
    under: "diagram",
    title: `The diagram on ${longDate(day)}`,
    wide: true,
    island: "diagram-replay",
    children: (
      <>
        <DiagramViews frame={frame} current="history" />
        <Days planId={plan.id} days={shown} day={day} />
        {nodes.length === 0 ? (
          <p>There was no diagram yet.</p>
        ) : (
          <div id="replay-picture">
            <TreePicture
              id="diagram"
              title={`${plan.title} on ${longDate(day)}`}
              nodes={nodes}
              words={words}
              label={frame.words.diagram}
            />
          </div>
        )}
        <Details summary={{ text: "The same in words" }}>
          <Outline nodes={nodes} words={words} />
        </Details>
      </>
    ),
  });
}

function Days({ planId, days, day }: { planId: string; days: readonly string[]; day: string }): ReactNode {
  const href = (one: string): string => `/plans/${planId}/diagram/replay?at=${one}`;
  const at = days.findLastIndex((one) => one <= day);
  const [before, after] = [days[at - 1], days[at + 1]];
  return (
    <nav aria-label="Days" className="tl-diagram-days" id="replay-days" data-plan={planId}>
      <p>
        {before ? <a href={href(before)}>Before: {longDate(before)}</a> : "This is the first day."}{" "}
        {after ? <a href={href(after)}>After: {longDate(after)}</a> : "This is the newest."}
      </p>
      <Details summary={{ text: `All ${days.length} days on which it changed` }}>
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
    </nav>
  );
}
