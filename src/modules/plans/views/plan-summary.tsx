import type { ReactNode } from "react";
import { isoDayInWords } from "#platform/moments.ts";
import { stageSentence, testsSentence } from "../exports/plan-facts.ts";
import { shortened } from "../exports/paper.ts";
import { shownMeasures, type PlanRecord } from "../exports/plan-record.ts";
import { planWords } from "../plan-words.ts";
import { FittedTree, fitTree, SheetAim, SheetChart, SheetLessons, SheetPart } from "./plan-sheet.tsx";

/** A plan on one sheet of A4: what one takes to a meeting. */
export function PlanSummary({ record }: { record: PlanRecord }): ReactNode {
  const { plan, today, nodes } = record;
  const charts = shownMeasures(record).slice(0, 2);
  const words = planWords(plan.kind, false);
  return (
    <article className="tl-wall-sheet tl-wall-sheet--a4">
      <header className="tl-wall-sheet__head">
        <p className="tl-wall-sheet__place">{plan.bodies.map(({ name }) => name).join(", ")}</p>
        <h1>{plan.title}</h1>
        <p>{stageSentence(record)}</p>
      </header>
      <SheetAim record={record} />
      {nodes.length > 1 ? (
        <SheetPart heading={words.diagram} className="tl-wall-sheet__diagram">
          <FittedTree record={record} layout={fitTree(record, 2.6)} />
        </SheetPart>
      ) : null}
      {charts.length > 0 ? (
        <SheetPart heading="What the numbers show">
          <div className={`tl-wall-sheet__charts tl-wall-sheet__charts--${charts.length}`}>
            {charts.map((measure) => (
              <SheetChart
                key={measure.id}
                measure={measure}
                width={charts.length === 1 ? 900 : 560}
                plotHeight={charts.length === 1 ? 190 : 180}
              />
            ))}
          </div>
        </SheetPart>
      ) : null}
      <div className="tl-wall-sheet__two">
        <SheetPart heading="What was learned">
          <SheetLessons record={record} most={3} />
        </SheetPart>
        <SheetPart heading={words.nextAction}>
          <p>{testsSentence(record)}</p>
          <NextSteps record={record} />
        </SheetPart>
      </div>
      <div className="tl-wall-sheet__foot">
        <span>{plan.lead ? `Led by ${plan.lead.name}` : words.kind}</span>
        <span>Throughline, {isoDayInWords(today)}</span>
      </div>
    </article>
  );
}

function NextSteps({ record: { tasks, plan } }: { record: PlanRecord }): ReactNode {
  const open = tasks.filter((task) => task.doneOn === null).slice(0, 3);
  return (
    <ul>
      {open.map((task) => (
        <li key={`${task.text} ${task.dueOn}`}>
          {shortened(task.text, 110)}
          {task.dueOn ? `, by ${isoDayInWords(task.dueOn)}` : ""}
        </li>
      ))}
      {plan.helpWanted === "" ? null : <li>Help wanted: {shortened(plan.helpWanted, 140)}</li>}
    </ul>
  );
}
