import { mostCellCharacters } from "./limits.ts";
import { spelledFor } from "./spelled-out.ts";
import type { TableColumn, TableValue } from "./written-workbook.ts";

/** How a column's values are shown. Text is told to stay text, also when somebody edits a cell that begins with "=". */
export function columnFormat({ kind, decimals }: TableColumn): string {
  switch (kind) {
    case "text":
    case "yes-no":
      return "@";
    case "number":
      return decimals === undefined ? "General" : `#,##0${places(decimals)}`;
    case "percent":
      return `0${places(decimals ?? 1)}%`;
    case "date":
      return "d mmmm yyyy";
    case "date-time":
      return "d mmmm yyyy hh:mm";
  }
}

function places(decimals: number): string {
  return decimals === 0 ? "" : `.${"0".repeat(decimals)}`;
}

/** What a cell holds: a number, a text or nothing, and never anything that a spreadsheet would work out. */
export function tableCell({ kind }: TableColumn, value: TableValue): string | number | null {
  if (value === null || value === undefined || value === "") return null;
  if (typeof value === "boolean") return value ? "Yes" : "No";
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (kind === "date" || kind === "date-time") return serialOf(value) ?? cellTextOf(value);
  return cellTextOf(value);
}

const cutOff = " … (cut off: a cell holds 32,767 characters)";

export function cellTextOf(text: string): string {
  const plain = spelledFor(text);
  return plain.length <= mostCellCharacters
    ? plain
    : plain.slice(0, mostCellCharacters - cutOff.length) + cutOff;
}

const millisecondsOfDay = 86_400_000;
/** From this day on the serial numbers agree with the calendar. */
const firstOfMarch1900 = Date.UTC(1900, 2, 1);

/** The day before which Excel has no dates it can show rightly stays a text. */
function serialOf(text: string): number | undefined {
  const found = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?)?/.exec(text);
  const moment = found
    ? Date.parse(`${found[0].length === 10 ? `${found[0]}T00:00` : found[0]}Z`)
    : Number.NaN;
  if (Number.isNaN(moment) || moment < firstOfMarch1900) return undefined;
  return (moment - firstOfMarch1900) / millisecondsOfDay + 61;
}
