import type { ReactNode } from "react";
import { SpcChart } from "#ui/chart/spc-chart.tsx";
import { DiagramSheet } from "#ui/diagram/diagram-sheet.tsx";
import { TreeDrawing } from "#ui/diagram/driver-tree.tsx";
import { layOutTree, type TreeLayout } from "#ui/diagram/driver-tree-layout.ts";
import { treeSentence } from "#ui/diagram/tree-sentence.ts";
import { measureChart, measureSays } from "../exports/measure-chart.ts";
import { shortened } from "../exports/paper.ts";
import { aimParts, aimSentence, recordWords, testEnd } from "../exports/plan-facts.ts";
import { foldToFit } from "../diagram/fold-to-fit.ts";
import { lessonsOf, type PlanRecord, type RecordMeasure } from "../exports/plan-record.ts";

const boxWidths = [150, 170, 190, 210, 236, 265, 300, 340, 390, 450, 520];

/** The tree with the box width that makes its letters largest in a frame of this shape. */
export function fitTree(record: PlanRecord, ratio: number): TreeLayout {
  const { nodes } = record;
  const words = recordWords(record);
  const { closed } = foldToFit(nodes);
  const layouts = boxWidths.map((boxWidth) => layOutTree(nodes, { words, boxWidth, closed }));
  const scale = ({ width, height }: (typeof layouts)[number]) => Math.min(ratio / width, 1 / height);
  return layouts.reduce((best, one) => (scale(one) > scale(best) ? one : best));
}

export function FittedTree({ record, layout }: { record: PlanRecord; layout: TreeLayout }): ReactNode {
  const { plan, nodes } = record;
  const words = recordWords(record);
  return (
    <DiagramSheet
      id="sheet-diagram"
      title={`Driver diagram: ${plan.title}`}
      description={treeSentence(nodes, words)}
      width={layout.width}
      height={layout.height}
    >
      <TreeDrawing layout={layout} />
    </DiagramSheet>
  );
}

export function SheetAim({ record: { plan } }: { record: PlanRecord }): ReactNode {
  return (
    <div className="tl-wall-sheet__aim">
      <p className="tl-wall-sheet__aim-words">{shortened(aimSentence(plan), 260)}</p>
      <dl>
        {aimParts(plan).map(({ name, text }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{shortened(text, 120)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

const mostMarks = 4;

type ChartProps = { measure: RecordMeasure; width: number; plotHeight: number };

/** The sentence first, then the chart that bears it out. */
export function SheetChart({ measure, width, plotHeight }: ChartProps): ReactNode {
  const chart = measureChart(measure);
  // More marks than these take the room of the line itself; the tests have a part of their own.
  const marks = chart.annotations && chart.annotations.length <= mostMarks ? chart.annotations : [];
  return (
    <figure className="tl-wall-sheet__chart">
      <figcaption>{shortened(measureSays(measure).short, 170)}</figcaption>
      <SpcChart {...chart} annotations={marks} width={width} plotHeight={plotHeight} />
    </figure>
  );
}

/** What tests taught; where nothing was learned yet, what was tried last. */
export function SheetLessons({ record, most }: { record: PlanRecord; most: number }): ReactNode {
  const lessons = lessonsOf(record);
  const { learned } = record.plan;
  if (lessons.length === 0 && learned === "") return <LastTests record={record} most={most} />;
  return (
    <>
      {learned === "" ? null : <p>{shortened(learned, 360)}</p>}
      <ul>
        {lessons.slice(0, most).map((test) => (
          <li key={test.id}>
            <strong>{shortened(test.change, 80)}:</strong> {shortened(test.learning, 150)}
          </li>
        ))}
      </ul>
    </>
  );
}

function LastTests({ record: { tests, today }, most }: { record: PlanRecord; most: number }): ReactNode {
  if (tests.length === 0) return <p>Nothing has been tested yet.</p>;
  const last = tests.toSorted((a, b) => b.startsOn.localeCompare(a.startsOn)).slice(0, most);
  return (
    <ul>
      {last.map((test) => (
        <li key={test.id}>
          <strong>{shortened(test.change, 90)}:</strong> {testEnd(test, today)}
        </li>
      ))}
    </ul>
  );
}

type PartProps = { heading: string; className?: string; children: ReactNode };

export function SheetPart({ heading, className = "", children }: PartProps): ReactNode {
  return (
    <section className={`tl-wall-sheet__part ${className}`.trim()}>
      <h2>{heading}</h2>
      {children}
    </section>
  );
}
