import { correctedMean, correctedSum, standardDeviation } from "./mean.ts";
import { median } from "./median.ts";
import { compareLabels } from "./prepare.ts";
import type { Label, Reading } from "./series.ts";
import { checkLength, SpcError } from "./spc-error.ts";

export type Period = "day" | "week" | "month" | "quarter" | "year";

export interface Rows {
  readonly x: readonly (Label | null)[];
  readonly y: readonly Reading[];
  /** Denominators, where each row has its own. A row without one loses its value too. */
  readonly n?: readonly Reading[];
  /** Put dates together by the period that they fall in; a week starts on Monday. */
  readonly period?: Period;
}

/** All rows with the same `x`, summed up. Unknown readings take no part; a group of nothing else is empty. */
export interface RowGroup {
  readonly x: Label;
  /** Place of the first of its rows. */
  readonly firstRow: number;
  /** How many rows there were, known or not. */
  readonly rows: number;
  readonly readings: readonly number[];
  readonly sum: number;
  readonly mean: number;
  readonly median: number;
  readonly sd: number;
  readonly denominator: number;
}

/** Rows put together by `x`, in order of `x`: what a chart of subgroups is drawn from. */
export function groupRows({ x, y, n, period }: Rows): RowGroup[] {
  checkLength("x", x, y.length);
  if (n !== undefined) checkLength("n", n, y.length);
  const groups = new Map<
    Label,
    { firstRow: number; rows: number; readings: number[]; denominators: number[] }
  >();
  for (let row = 0; row < y.length; row += 1) {
    const given = x[row];
    if (given === null || given === undefined) continue;
    const label = period === undefined ? given : periodStart(String(given), period);
    const group = groups.get(label) ?? { firstRow: row, rows: 0, readings: [], denominators: [] };
    group.rows += 1;
    groups.set(label, group);
    const reading = y[row];
    const below = n === undefined ? 1 : n[row];
    if (!isNumber(reading) || !isNumber(below)) continue;
    group.readings.push(reading);
    group.denominators.push(below);
  }
  return [...groups]
    .sort(([a], [b]) => compareLabels(a, b))
    .map(([label, { firstRow, rows, readings, denominators }]) => ({
      x: label,
      firstRow,
      rows,
      readings,
      sum: correctedSum(readings),
      mean: correctedMean(readings),
      median: median(readings),
      sd: standardDeviation(readings),
      denominator: correctedSum(denominators),
    }));
}

function isNumber(reading: Reading): reading is number {
  return typeof reading === "number" && Number.isFinite(reading);
}

/** First day of the period that an ISO date falls in, reckoned in the calendar: no time zone comes into it. */
export function periodStart(date: string, period: Period): string {
  const [year = Number.NaN, month = Number.NaN, day = 1] = date.slice(0, 10).split("-").map(Number);
  if (!Number.isInteger(year) || !Number.isInteger(month))
    throw new SpcError("x", `“${date}” is not an ISO date`);
  if (period === "day") return date.slice(0, 10);
  if (period === "year") return `${pad(year, 4)}-01-01`;
  if (period === "month") return `${pad(year, 4)}-${pad(month, 2)}-01`;
  if (period === "quarter") return `${pad(year, 4)}-${pad(month - ((month - 1) % 3), 2)}-01`;
  const at = Date.UTC(year, month - 1, day);
  const sinceMonday = (new Date(at).getUTCDay() + 6) % 7;
  return new Date(at - sinceMonday * 86_400_000).toISOString().slice(0, 10);
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, "0");
}
