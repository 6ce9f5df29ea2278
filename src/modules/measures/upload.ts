import { cellText, columnName, type Sheet } from "#platform/workbook/cell.ts";
import { sheetNotes } from "#platform/workbook/sheet-notes.ts";
import type { DateOrder } from "#ui/figures/date-order.ts";
import { readFigures, type Asked, type FigureCell, type ReadFigures } from "#ui/figures/read-figures.ts";
import { turnedIfAcross } from "#ui/figures/split-cells.ts";
import { faultOver } from "./fault-over.ts";
import { figureWords } from "./figure-words.ts";
import type { Point, StoredPoint } from "./point.ts";

/** A sheet of a file as it is kept between the look at it and the yes. */
export type UploadedSheet = {
  name: string;
  notes: string[];
  /** As the spreadsheet numbers it, and what its cells say. */
  rows: { row: number; cells: string[] }[];
};

/** Which sheet and columns to read, and how. Nothing said is left to be found out. */
export type UploadChoice = {
  sheet: number | undefined;
  order: DateOrder | undefined;
  when: number | undefined;
  first: number | undefined;
  second: number | undefined;
  /** Leave the numbers that stand there, and add only those of other periods. */
  onlyNew: boolean;
};

/** Sheets with something on them, with a wholly empty one left out. */
export function sheetsToKeep(sheets: readonly Sheet[]): UploadedSheet[] {
  return sheets
    .filter(({ rows }) => rows.length > 0)
    .map((sheet) => ({
      name: sheet.name,
      notes: sheetNotes(sheet),
      rows: sheet.rows.map(({ row, cells }) => ({ row, cells: cells.map(cellText) })),
    }));
}

export type UploadProblem = { place: string; message: string };

/** What loading would do, worked out without doing it. */
export type UploadPlan = {
  read: ReadFigures;
  sheet: UploadedSheet;
  /** Which of the sheets that is. */
  at: number;
  points: Point[];
  added: number;
  changed: { period: string; from: string; to: string }[];
  same: number;
  /** Periods left as they stand, because only new ones were asked for. */
  kept: number;
  /** Numbers that stand there and that the file has none for. */
  taken: number;
  problems: UploadProblem[];
  width: number;
};

export function planUpload(
  sheets: readonly UploadedSheet[],
  choice: UploadChoice,
  asked: Asked,
): PlannedSheet {
  if (choice.sheet !== undefined) return planSheet(sheets, choice.sheet, { choice, asked });
  const all = sheets.map((_, at) => planSheet(sheets, at, { choice, asked }));
  // A workbook often begins with a page of words: the first sheet that numbers can be read from is meant.
  return all.find(({ read }) => read.problem === null) ?? all[0]!;
}

/** Names a cell as the spreadsheet does. */
type Placer = (row: number, cell: FigureCell) => string;

type PlannedSheet = Pick<UploadPlan, "read" | "sheet" | "at" | "problems" | "width"> & { place: Placer };

function planSheet(
  sheets: readonly UploadedSheet[],
  said: number,
  { choice, asked }: { choice: UploadChoice; asked: Asked },
): PlannedSheet {
  const at = said in sheets ? said : 0;
  const sheet = sheets[at]!;
  const cells = sheet.rows.map((row) => row.cells);
  const width = Math.max(...cells.map((row) => row.length));
  const turned = turnedIfAcross(cells);
  const { when, first, second } = choice;
  const columns =
    when === undefined || first === undefined ? undefined : { when, first, second: second ?? null };
  const read = readFigures(turned, asked, { order: choice.order, columns });
  const place = placer(sheet, read, turned !== cells);
  const problems = read.rows.flatMap((row) =>
    row.problems.map(({ cell, message }) => ({ place: place(row.row, cell), message })),
  );
  return { read, sheet, at, problems, width, place };
}

/** "B14", as the spreadsheet names the cell. */
function placer(sheet: UploadedSheet, read: ReadFigures, isTurned: boolean): Placer {
  return (row, cell) => {
    const column = read.columns?.[cell] ?? 0;
    if (isTurned) return `${columnName(row - 1)}${sheet.rows[column]?.row ?? column + 1}`;
    return `${columnName(column)}${sheet.rows[row - 1]?.row ?? row}`;
  };
}

/** Held against what stands there. */
export function compareUpload(
  { read, problems, place }: PlannedSheet,
  there: ReadonlyMap<string, StoredPoint>,
  onlyNew: boolean,
): Pick<UploadPlan, "points" | "added" | "changed" | "same" | "kept" | "taken" | "problems"> {
  const plan = {
    points: [] as Point[],
    added: 0,
    changed: [] as UploadPlan["changed"],
    same: 0,
    kept: 0,
    taken: 0,
    problems: [...problems],
  };
  for (const row of read.rows) {
    const { period, figure } = row;
    if (period === null || figure === null) continue;
    const stands = there.get(period);
    const [from, to] = [stands && figureWords(stands), figureWords(figure)];
    const fault = faultOver(row, stands);
    if (from === to) plan.same += 1;
    else if (stands && onlyNew) plan.kept += 1;
    else if (fault) plan.problems.push({ place: place(row.row, fault.cell), message: fault.message });
    else {
      plan.points.push({ ...figure, period, note: stands?.note ?? "" });
      if (from === undefined) plan.added += 1;
      else plan.changed.push({ period, from, to });
      if (stands?.state === "number" && figure.state !== "number") plan.taken += 1;
    }
  }
  return plan;
}
