import { readDate } from "#ui/figures/read-date.ts";
import { cellsOf } from "#ui/figures/read-figure.ts";
import { readFigures, type Asked, type Choice } from "#ui/figures/read-figures.ts";
import { asksTwo } from "#ui/figures/figure-problem.ts";
import { splitCells, turnedIfAcross } from "#ui/figures/split-cells.ts";
import type { DateQuestion } from "#ui/figures/date-order.ts";

/** What a paste would do to the sheet. */
export type PastePlan =
  /** One value: the box takes it as it always does. */
  | { kind: "plain" }
  /** Numbers without dates, for the boxes from here on. */
  | { kind: "fill"; rows: string[][] }
  | { kind: "ask"; question: DateQuestion }
  | { kind: "refused"; message: string }
  | {
      kind: "put";
      rows: { period: string; first: string; second: string }[];
      /** Rows of which nobody knows where they belong. */
      left: { row: number; message: string }[];
      notes: readonly string[];
    };

export const mostPasted = 600;

/** Reads what was pasted, and says what is to be done with it. Never changes anything itself. */
export function planPaste(text: string, asked: Asked, choice: Choice = {}): PastePlan {
  const cells = turnedIfAcross(splitCells(text));
  if (cells.length <= 1 && (cells[0]?.length ?? 0) <= 1) return { kind: "plain" };
  if (!hasDates(cells)) return { kind: "fill", rows: cells };
  const read = readFigures(cells, asked, choice);
  if (read.problem !== null) return { kind: "refused", message: read.problem };
  if (read.question !== null) return { kind: "ask", question: read.question };
  if (read.rows.length > mostPasted)
    return {
      kind: "refused",
      message: `There are ${read.rows.length.toLocaleString("en-GB")} rows, and a sheet takes ${mostPasted}: upload the file instead`,
    };
  const placed = read.rows.filter((row) => row.period !== null && !isTwice(row));
  const left = read.rows.filter((row) => row.period === null || isTwice(row));
  return {
    kind: "put",
    notes: read.notes,
    rows: placed.map(({ period, figure, first, second }) => ({
      period: period!,
      ...(figure ? cellsOf(figure) : { first, second: asksTwo(asked.form) ? second : "" }),
    })),
    left: left.map(({ row, problems }) => ({ row, message: problems[0]?.message ?? "" })),
  };
}

function isTwice({ problems }: { problems: readonly { cell: string; message: string }[] }): boolean {
  return problems.some(({ cell }) => cell === "when");
}

/** A column of five-digit numbers beside others is one of dates too, but alone it may be figures. */
function hasDates(cells: readonly string[][]): boolean {
  const dated = cells.filter((row) => row.some((cell) => readDate(cell) !== null)).length;
  const wide = cells.filter((row) => row.length > 1 && /^\d{5}(\.\d+)?$/.test(row[0] ?? "")).length;
  return dated > 0 || wide > cells.length / 2;
}
