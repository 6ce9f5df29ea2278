import type { Cell } from "./cell.ts";
import type { NumberFormat } from "./number-format.ts";
import { serialDate, timeOfDay, writtenDate } from "./serial-date.ts";
import { spelledOut } from "./spelled-out.ts";

export type RawCell = { type: string; style: number; value: string | undefined; inline: string };

/** What a workbook has beside its cells, without which they cannot be understood. */
export type Surroundings = {
  strings: readonly string[];
  formats: readonly NumberFormat[];
  from1904: boolean;
};

export class BrokenCell extends Error {}

/** The value of a cell from what is written for it; undefined for a cell that holds nothing. */
export function cellValue(raw: RawCell, around: Surroundings): Cell | undefined {
  const { type, value } = raw;
  if (type === "inlineStr") return text(spelledOut(raw.inline));
  if (value === undefined || (value === "" && type !== "str")) return undefined;
  switch (type) {
    case "s":
      return text(sharedString(value, around.strings));
    case "str":
      return text(spelledOut(value));
    case "b":
      return { kind: "boolean", value: value.trim() === "1" || value.trim() === "true" };
    case "e":
      return { kind: "error", value: value.trim() };
    case "d":
      return { kind: "date", value: writtenDate(value.trim()) ?? broken() };
    default:
      return number(value, raw.style, around);
  }
}

function text(value: string): Cell | undefined {
  return value === "" ? undefined : { kind: "text", value };
}

function sharedString(value: string, strings: readonly string[]): string {
  return strings[/^\s*\d{1,9}\s*$/.test(value) ? Number(value) : -1] ?? broken();
}

function number(written: string, style: number, { formats, from1904 }: Surroundings): Cell {
  const value = Number(written);
  if (!Number.isFinite(value)) throw new BrokenCell();
  const format = formats[style] ?? "number";
  if (format === "time" && value >= 0 && value < 1) return { kind: "text", value: timeOfDay(value) };
  const date = format === "date" || format === "time" ? serialDate(value, from1904) : undefined;
  if (date) return { kind: "date", value: date };
  return format === "percent" ? { kind: "number", value, percent: true } : { kind: "number", value };
}

function broken(): never {
  throw new BrokenCell();
}
