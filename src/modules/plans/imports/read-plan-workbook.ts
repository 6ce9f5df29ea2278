import type { Sheet } from "#platform/workbook/cell.ts";
import { cellText } from "#platform/workbook/cell.ts";
import { readWorkbook } from "#platform/workbook/read-workbook.ts";
import { UnreadableFile } from "#platform/unreadable-file.ts";
import { planFileProblems } from "../exports/plan-file-problems.ts";
import { planFileSchema, planFormat, type PlanFile } from "../exports/plan-file.ts";
import { planPartIn } from "./project-part.ts";
import { headingsIn, readRows, type Column, type LineProblem, type ReadRow } from "./columns.ts";
import {
  beliefColumns,
  decisionColumns,
  diagramColumns,
  measureColumns,
  numberColumns,
  projectColumns,
  stageColumns,
  taskColumns,
  testColumns,
} from "./plan-columns.ts";
import { testIn } from "./test-part.ts";

export type ReadPlan = { file: PlanFile | null; problems: LineProblem[] };

type Reading = { sheets: readonly Sheet[]; problems: LineProblem[] };

/** Our own workbook, as it was written or changed: the plan, or all that is wrong with it, by sheet and row. */
export async function readPlanWorkbook(bytes: Uint8Array, today: string, now: Date): Promise<ReadPlan> {
  const { sheets } = await readWorkbook(bytes);
  const reading: Reading = { sheets, problems: [] };
  const project = sheetNamed(reading, "Project");
  if (!project)
    throw new UnreadableFile(
      "The selected file has no sheet called Project: download a project as a workbook to see what one looks like",
    );
  const parts = partsOf(reading);
  reading.problems.push(...strayBeliefs(parts));
  const draft = {
    format: planFormat,
    takenOn: today,
    plan: planPartIn(factsOf(project, reading.problems), stagesOf(parts.stages, today)),
    diagram: parts.diagram.map(({ values }) => ({
      ...values,
      note: values["note"] ?? "",
      under: values["under"] ?? [],
      ...beliefsOf(values["no"], parts.beliefs),
    })),
    tests: parts.tests.map((row) => testIn(row.values, today)),
    measures: parts.measures.map((row) => measureOf(row, parts.numbers, reading.problems)),
    tasks: parts.tasks.map(({ values }) => taskOf(values)),
    decisions: parts.decisions.map(({ values }) => withTexts(values, ["why", "decidedBy"])),
  };
  return judged(draft, parts, reading.problems, now);
}

type Parts = Record<
  "diagram" | "beliefs" | "tests" | "measures" | "numbers" | "tasks" | "decisions" | "stages",
  ReadRow[]
>;

function partsOf(reading: Reading): Parts {
  return {
    diagram: rowsOf(reading, "Diagram", diagramColumns, ["no", "kind", "text"]),
    beliefs: rowsOf(reading, "How sure", beliefColumns, ["no", "under", "belief"]),
    tests: rowsOf(reading, "Tests", testColumns, ["no", "change"]),
    measures: rowsOf(reading, "Measures", measureColumns, ["no", "name"]),
    numbers: rowsOf(reading, "Numbers", numberColumns, ["measure", "period"]),
    tasks: rowsOf(reading, "Tasks", taskColumns, ["text"]),
    decisions: rowsOf(reading, "Decisions", decisionColumns, ["what"]),
    stages: rowsOf(reading, "Stages", stageColumns, ["stage", "on"]),
  };
}

function beliefsOf(no: unknown, rows: readonly ReadRow[]): { beliefs?: unknown[] } {
  const own = rows.filter(({ values }) => values["no"] === no);
  return own.length === 0 ? {} : { beliefs: own.map(({ values: { no: _no, ...said } }) => said) };
}

function strayBeliefs({ diagram, beliefs }: Parts): LineProblem[] {
  const known = new Set(diagram.map(({ values }) => values["no"]));
  return beliefs
    .filter(({ values }) => !known.has(values["no"]))
    .map(({ line }) => ({ sheet: "How sure", line, message: "Its number is not in the diagram" }));
}

function taskOf({ text, note, dueOn, doneOn }: ReadRow["values"]) {
  return { text, note: note ?? "", dueOn, doneOn };
}

function sheetNamed({ sheets }: Reading, name: string): Sheet | undefined {
  return sheets.find((sheet) => sheet.name.trim().toLowerCase() === name.toLowerCase());
}

function rowsOf(
  reading: Reading,
  name: string,
  columns: readonly Column[],
  needed: readonly string[],
): ReadRow[] {
  const sheet = sheetNamed(reading, name);
  if (!sheet) return [];
  const found = headingsIn(sheet, columns, needed);
  if (found) return readRows(sheet, columns, found, reading.problems);
  const headings = columns.filter(({ key }) => needed.includes(key)).map(({ heading }) => heading);
  reading.problems.push({ sheet: name, line: 1, message: `It needs the headings ${headings.join(", ")}` });
  return [];
}

/** The sheet of the project lies on its side: a name and a value on each row. */
function factsOf(sheet: Sheet, problems: LineProblem[]): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const { row, cells } of sheet.rows) {
    const said = cellText(cells[0]).trim().toLowerCase();
    const column = projectColumns.find(({ heading }) => heading.toLowerCase() === said);
    if (!column) continue;
    const one = { name: "Project", rows: [{ row, cells: cells.slice(1) }] };
    const [read] = readRows(one, [column], { after: 0, places: new Map([[column.key, 0]]) }, problems);
    values[column.key] = read?.values[column.key] ?? null;
  }
  return values;
}

function stagesOf(rows: readonly ReadRow[], today: string) {
  return rows.map(({ values }) => ({
    stage: values["stage"],
    on: values["on"] ?? today,
    reason: values["reason"] ?? "",
  }));
}

function withTexts(values: Record<string, unknown>, keys: readonly string[]): Record<string, unknown> {
  return { ...values, ...Object.fromEntries(keys.map((key) => [key, values[key] ?? ""])) };
}

const definitionTexts = [
  "why",
  "operational",
  "numerator",
  "denominator",
  "unit",
  "collector",
  "source",
  "authority",
  "topic",
];

function measureOf({ line, values }: ReadRow, numbers: readonly ReadRow[], problems: LineProblem[]) {
  const { no, split, place, on, view, ...rest } = values;
  const own = numbers.filter((row) => row.values["measure"] === no);
  return {
    no,
    split: split ?? "",
    place: place ?? "",
    on: on ?? [],
    definition: {
      ...withTexts(rest, definitionTexts),
      multiplier: rest["multiplier"] ?? 1,
      minutesPerPoint: rest["minutesPerPoint"] ?? 0,
    },
    view: viewIn(view, { line, problems }),
    points: own.map((row) => pointIn(row.values)),
  };
}

function viewIn(view: unknown, { line, problems }: { line: number; problems: LineProblem[] }): unknown {
  try {
    return JSON.parse(typeof view === "string" ? view : "");
  } catch {
    problems.push({ sheet: "Measures", line, message: "The chart settings are not as they were written" });
    return {};
  }
}

function pointIn({ period, state, value, numerator, denominator, note }: ReadRow["values"]) {
  const said = { period, note: note ?? "" };
  if (state === "missing" || state === "not-applicable") return { ...said, state };
  return value === null ? { ...said, numerator, denominator } : { ...said, value };
}

/** What the schema and the rules say against it, at the rows where it stands. */
function judged(draft: unknown, parts: Parts, problems: LineProblem[], now: Date): ReadPlan {
  const read = planFileSchema.safeParse(draft);
  if (!read.success) {
    const found = read.error.issues.map(({ path, message }) => issueAt(path, message, parts));
    return { file: null, problems: [...problems, ...found] };
  }
  const lineOf = {
    diagram: linesOf(parts.diagram),
    tests: linesOf(parts.tests),
    measures: linesOf(parts.measures),
  };
  const sheets = { diagram: "Diagram", tests: "Tests", measures: "Measures" };
  const against = planFileProblems(read.data, now).map(({ part, no, message }) => ({
    sheet: sheets[part],
    line: lineOf[part].get(no) ?? 1,
    message,
  }));
  const all = [...problems, ...against];
  return { file: all.length > 0 ? null : read.data, problems: all };
}

function linesOf(rows: readonly ReadRow[]): Map<number, number> {
  return new Map(rows.map(({ line, values }) => [Number(values["no"]), line]));
}

function issueAt(path: readonly PropertyKey[], message: string, parts: Parts): LineProblem {
  const [part = "", index, ...rest] = path.map(String);
  const rows = Object.hasOwn(parts, part) ? parts[part as keyof Parts] : [];
  const field = rest.findLast((name) => !/^\d+$/.test(name)) ?? (part === "plan" ? (index ?? "") : "");
  const sheet = part === "plan" ? "Project" : part.charAt(0).toUpperCase() + part.slice(1);
  const about = field === "" ? "" : `${field}: `;
  return { sheet, line: rows[Number(index)]?.line ?? 1, message: `${about}${message}` };
}
