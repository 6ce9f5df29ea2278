import type { Cell, Sheet } from "#platform/workbook/cell.ts";
import { cellText } from "#platform/workbook/cell.ts";
import type { TableColumn, TableValue, WorkbookTable } from "#platform/workbook/written-workbook.ts";
import { readDay } from "./read-day.ts";

/** A column that is written to our own workbook and read from it and from anybody's. */
export type Column = {
  key: string;
  heading: string;
  /** What others call it. */
  also?: readonly string[];
  kind: "text" | "number" | "day" | "choice" | "numbers";
  /** The words of each value, of a column with few of them. */
  choices?: Readonly<Record<string, string>>;
};

export type Value = string | number | readonly number[] | null;
export type Row = Readonly<Record<string, Value>>;
export type ReadRow = { line: number; values: Record<string, Value> };

/** What is wrong in a file and where: on a line of it, and of which sheet. */
export type LineProblem = { sheet: string; line: number; message: string };

const kinds: Record<Column["kind"], TableColumn["kind"]> = {
  text: "text",
  number: "number",
  day: "date",
  choice: "text",
  numbers: "text",
};

export function tableOf(
  columns: readonly Column[],
  rows: readonly Row[],
  about: Pick<WorkbookTable, "sheet" | "title" | "lead">,
): WorkbookTable {
  return {
    ...about,
    name: about.sheet,
    columns: columns.map(({ heading, kind }) => ({ heading, kind: kinds[kind] })),
    rows: rows.map((row) => columns.map((column) => written(column, row[column.key] ?? null))),
  };
}

function written({ choices }: Column, value: Value): TableValue {
  if (typeof value === "object" && value !== null) return value.join(", ");
  return typeof value === "string" && choices ? (choices[value] ?? value) : value;
}

/** The letters of a heading alone, so that neither case nor dots nor spaces matter. */
function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
}

/** Where the columns stand on a sheet, told from its heading row: the first that has enough of them. */
export function headingsIn(
  { rows }: Pick<Sheet, "rows">,
  columns: readonly Column[],
  needed: readonly string[],
): { after: number; places: Map<string, number> } | undefined {
  for (const [index, row] of rows.slice(0, 20).entries()) {
    const places = new Map<string, number>();
    for (const [place, cell] of row.cells.entries()) {
      const said = plain(cellText(cell));
      const column = columns.find(({ heading, also = [] }) =>
        [heading, ...also].some((name) => plain(name) === said),
      );
      if (column && !places.has(column.key)) places.set(column.key, place);
    }
    if (needed.every((key) => places.has(key))) return { after: index + 1, places };
  }
  return undefined;
}

/** Every row under the headings, each cell as its column wants it; what cannot be read is said by its line. */
export function readRows(
  sheet: Pick<Sheet, "name" | "rows">,
  columns: readonly Column[],
  found: { after: number; places: ReadonlyMap<string, number> },
  problems: LineProblem[],
): ReadRow[] {
  return sheet.rows.slice(found.after).flatMap(({ row: line, cells }): ReadRow[] => {
    const values: Record<string, Value> = {};
    for (const column of columns) {
      const place = found.places.get(column.key);
      const read = readCell(column, place === undefined ? undefined : cells[place]);
      if ("problem" in read) problems.push({ sheet: sheet.name, line, message: read.problem });
      values[column.key] = "value" in read ? read.value : null;
    }
    return Object.values(values).every((value) => value === null) ? [] : [{ line, values }];
  });
}

type Read = { value: Value } | { problem: string };

function readCell(column: Column, cell: Cell | undefined): Read {
  const text = cellText(cell).trim();
  if (text === "") return { value: null };
  if (cell?.kind === "error")
    return { problem: `${column.heading} holds an error of the spreadsheet, ${cell.value}` };
  switch (column.kind) {
    case "text":
      return { value: text };
    case "number":
      return readNumber(column, text);
    case "day": {
      const day = readDay(text);
      return day ? { value: day } : { problem: `${column.heading} is no date: write it like 1 April 2026` };
    }
    case "choice":
      return readChoice(column, text);
    case "numbers":
      return readNumbers(column, text);
  }
}

function readNumber({ heading }: Column, text: string): Read {
  const number = Number(text.replaceAll(",", "").replace(/%$/, ""));
  return Number.isFinite(number) ? { value: number } : { problem: `${heading} is no number` };
}

function readChoice({ heading, choices = {} }: Column, text: string): Read {
  const said = plain(text);
  const all = Object.entries(choices);
  const found = all.find(([value, label]) => plain(label) === said || plain(value) === said);
  if (found) return { value: found[0] };
  // "1 ward" is enough for "1 ward or team", as long as nothing else begins like that.
  const begun = all.filter(([, label]) => said.length > 2 && plain(label).startsWith(said));
  if (begun.length === 1) return { value: begun[0]![0] };
  return {
    problem: `${heading} is “${text.slice(0, 40)}”, and can be: ${Object.values(choices).join("; ")}`,
  };
}

function readNumbers({ heading }: Column, text: string): Read {
  const parts = text.split(/[,;\s]+/).filter((part) => part !== "");
  if (parts.every((part) => /^\d{1,6}$/.test(part))) return { value: parts.map(Number) };
  return { problem: `${heading} holds something else than numbers` };
}
