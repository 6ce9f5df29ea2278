import { isoDayInWords } from "#platform/moments.ts";
import type { WrittenWorkbook } from "#platform/workbook/written-workbook.ts";
import { tableOf, type Row } from "../imports/columns.ts";
import {
  beliefColumns,
  decisionColumns,
  diagramColumns,
  measureColumns,
  numberColumns,
  projectColumns,
  stageColumns,
  taskColumns,
  teamColumns,
  testColumns,
} from "../imports/plan-columns.ts";
import { planFileOf, type PlanFile, type PlanFileTest } from "./plan-file.ts";
import type { PlanRecord } from "./plan-record.ts";

/** A whole plan as a workbook that can be read here again, and edited on the way. */
export function planWorkbook(record: PlanRecord): WrittenWorkbook {
  const file = planFileOf(record);
  const { title } = file.plan;
  return {
    title,
    at: record.at,
    cover: [
      `The whole of “${title}” at ${file.plan.place}, as it stood on ${isoDayInWords(file.takenOn)}.`,
      "It can be changed here and read in again as a new project: sheets and headings must keep their names.",
    ],
    notes: [
      "Entries of the diagram, tests and measures have numbers of their own, by which the sheets name one another.",
      "Under: the numbers of what an entry stands under, with commas between them. An entry may stand under several.",
      "Follows test: the number of the test that this one goes on from. A test that follows none begins a ramp.",
      "Numbers: a period without a number says whether it is missing, or whether there was nothing to measure.",
      "The sheet of the team is for reading: nobody is made a member by a file.",
    ],
    tables: [
      projectTable(file),
      table(
        "Diagram",
        "The driver diagram",
        diagramColumns,
        file.diagram.map(({ beliefs: _beliefs, ...node }) => node),
      ),
      table("How sure", "How sure the team is of each link of the diagram", beliefColumns, beliefRows(file)),
      table(
        "Tests",
        "Every test, ramp after ramp",
        testColumns,
        file.tests.map((test) => testRow(test, file)),
      ),
      table("Measures", "What is measured", measureColumns, file.measures.map(measureRow)),
      table("Numbers", "Every number of every measure", numberColumns, numberRows(file)),
      table("Tasks", "What is to be done, and what is done", taskColumns, record.tasks),
      table("Decisions", "What was decided", decisionColumns, file.decisions),
      table("Stages", "How far it was, since when", stageColumns, file.plan.stages),
      table("Team", "Who takes part", teamColumns, record.team),
    ],
  };
}

function table(sheet: string, title: string, columns: Parameters<typeof tableOf>[0], rows: readonly Row[]) {
  return tableOf(columns, rows, { sheet, title });
}

function beliefRows({ diagram }: PlanFile): Row[] {
  return diagram.flatMap(({ no, beliefs = [] }) => beliefs.map((held) => ({ no, ...held })));
}

const factColumns = [
  { key: "what", heading: "What", kind: "text" },
  { key: "value", heading: "Value", kind: "text" },
] as const;

function projectTable({ plan }: PlanFile) {
  const { aim, topics, stages: _stages, ...rest } = plan;
  const values: Row = {
    ...rest,
    aim: aim.text,
    aimWhat: aim.what,
    aimFrom: aim.from,
    aimTo: aim.to,
    aimUnit: aim.unit,
    aimBy: aim.by,
    aimFor: aim.forWhom,
    topics: topics.join("\n"),
  };
  const rows = projectColumns.map(({ key, heading, choices }) => {
    const value = values[key] ?? null;
    const shown = typeof value === "string" && choices ? (choices[value] ?? value) : value;
    return { what: heading, value: shown === null ? null : String(shown) };
  });
  return table("Project", "What it is", factColumns, rows);
}

function testRow(test: PlanFileTest, { diagram }: PlanFile): Row {
  const { study, decision, ...planned } = test;
  const { on: studiedOn = null, ...studied } = study ?? {};
  return {
    ...planned,
    ideaText: diagram.find(({ no }) => no === test.idea)?.text ?? null,
    ...studied,
    studiedOn,
    decision: decision?.decision ?? null,
    learning: decision?.learning ?? null,
    decidedOn: decision?.on ?? null,
  };
}

function measureRow({ no, split, place, on, definition, view }: PlanFile["measures"][number]): Row {
  return { ...definition, no, split, place, on, view: JSON.stringify(view) };
}

function numberRows({ measures }: PlanFile): Row[] {
  return measures.flatMap(({ no, points }) =>
    points.map((point): Row => ({ state: "number", ...point, measure: no })),
  );
}
