import type { FieldProblem } from "#platform/problem.ts";
import { periodWords } from "#ui/figures/period.ts";
import { readFigure, type ReadFigure } from "#ui/figures/read-figure.ts";
import type { DefinitionText } from "./definition.ts";
import { faultOver } from "./fault-over.ts";
import { figureWords } from "./figure-words.ts";
import type { Point, StoredPoint } from "./point.ts";

/** One row of a sheet of figures as it was typed. */
export type SheetRow = { period: string; first: string; second: string; note: string };

export type SheetCell = "first" | "second" | "note";

/** What a cell of a sheet is called, in the form and as its id. */
export function cellName(cell: SheetCell, period: string): string {
  return `${cell}-${period}`;
}

const cellShape = /^(first|second|note)-(\d{4}-\d{2}-\d{2})$/;
export const mostRows = 600;

/** The rows of a sheet that was sent, in the order of their periods. */
export function sheetRows(sent: Iterable<[string, unknown]>): SheetRow[] {
  const rows = new Map<string, SheetRow>();
  for (const [name, value] of sent) {
    const [, cell, period] = cellShape.exec(name) ?? [];
    if (!cell || !period || typeof value !== "string") continue;
    const row = rows.get(period) ?? { period, first: "", second: "", note: "" };
    rows.set(period, { ...row, [cell]: value.trim() });
  }
  return [...rows.values()].sort((one, other) => (one.period < other.period ? -1 : 1));
}

type Asked = Pick<DefinitionText, "form" | "unit" | "frequency">;

/** Only what differs from what stands there is written, and all of it or nothing. */
export type SheetRead = { points: Point[]; problems: FieldProblem[] };

export function readSheet(
  asked: Asked,
  rows: readonly SheetRow[],
  there: ReadonlyMap<string, StoredPoint>,
): SheetRead {
  const points: Point[] = [];
  const problems: FieldProblem[] = [];
  for (const row of rows) {
    const stands = there.get(row.period);
    const read = readRow(asked, row, stands);
    if (read === null) continue;
    if ("message" in read) problems.push({ field: cellName(read.cell, row.period), message: read.message });
    else if (!stands || isChanged(read, row.note, stands))
      points.push({ ...read, period: row.period, note: row.note });
  }
  return { points, problems };
}

type Fault = { cell: SheetCell; message: string };

const longestNote = 500;

function readRow(asked: Asked, row: SheetRow, stands: StoredPoint | undefined): ReadFigure | Fault | null {
  const when = periodWords(row.period, asked.frequency);
  const at = (cell: SheetCell, message: string): Fault => ({ cell, message: `${when}: ${message}` });
  const read = readFigure(asked, row);
  if (row.note.length > longestNote) return at("note", `the note must be ${longestNote} characters or fewer`);
  if (read === null && stands)
    return at("first", `write “missing” or “n/a” to take back the number (${figureWords(stands)})`);
  const fault = faultOver(row, stands);
  if (fault) return at(fault.cell, fault.message);
  if (read === null && row.note !== "") return at("first", "there is a note, but no number");
  return read !== null && "message" in read ? at(read.cell, read.message) : read;
}

function isChanged(read: ReadFigure, note: string, stands: StoredPoint): boolean {
  return figureWords(read) !== figureWords(stands) || note !== stands.note;
}
