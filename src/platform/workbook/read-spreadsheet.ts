import { readCsv, type CsvRecord } from "../csv.ts";
import { emptyCell, type Sheet, type SheetRow } from "./cell.ts";
import { usualWorkbookLimits, type WorkbookLimits } from "./limits.ts";
import { readWorkbook, type ReadWorkbook } from "./read-workbook.ts";

/**
 * A workbook or a CSV file, whichever it is by its content and not by its name, as sheets. All that a CSV file
 * holds is text, and its rows are numbered by line.
 */
export async function readSpreadsheet(
  bytes: Uint8Array,
  given: Partial<WorkbookLimits> = {},
): Promise<ReadWorkbook> {
  if (isOffice(bytes)) return readWorkbook(bytes, given);
  const { rows, columns } = { ...usualWorkbookLimits, ...given };
  const { records } = readCsv(bytes, { rows, columns });
  return { sheets: [sheetOf(records)] };
}

function isOffice([first, second]: Uint8Array): boolean {
  return (first === 0x50 && second === 0x4b) || (first === 0xd0 && second === 0xcf);
}

function sheetOf(records: readonly CsvRecord[]): Sheet {
  return {
    name: "",
    hidden: false,
    rows: records.map(rowOf),
    formulas: { count: 0, cells: [], withoutValue: 0 },
    merged: [],
  };
}

function rowOf({ line, cells }: CsvRecord): SheetRow {
  return { row: line, cells: cells.map((value) => (value === "" ? emptyCell : { kind: "text", value })) };
}
