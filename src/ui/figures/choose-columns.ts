import { readDate, readExcelDay } from "./read-date.ts";
import { readNumber } from "./read-number.ts";

/** One number a row, or a numerator and a denominator; "auto" works it out. */
export type Shape = "auto" | "values" | "ratio";

/** What is known of a table before its columns are. */
export interface Reader {
  readonly head: readonly string[];
  readonly heads: number;
  readonly shape: Shape;
}

/** Which column holds what. */
export interface Columns {
  readonly when: number | null;
  readonly value: number;
  readonly denominator: number | null;
  readonly target: number | null;
  readonly unused: readonly number[];
}

/** Null when no column holds numbers. */
export function chooseColumns(body: readonly string[][], { head, shape }: Reader): Columns | null {
  const width = Math.max(...body.map((row) => row.length));
  const all = Array.from({ length: width }, (_, column) => column);
  const share = (column: number, test: (cell: string) => boolean) =>
    body.filter((row) => test(row[column] ?? "")).length / body.length;
  const isWhen = (column: number) =>
    share(column, (cell) => readDate(cell) !== null) > 0.5 || (column === 0 && width > 1 && excelDays(body));
  const when =
    all.find(isWhen) ?? (width > 1 && share(0, (cell) => readNumber(cell).kind === "wrong") > 0.5 ? 0 : null);
  const target =
    all.find((column) => column !== when && /\b(target|goal|aim|trajectory)\b/i.test(head[column] ?? "")) ??
    null;
  const numbers = all.filter(
    (column) => column !== when && column !== target && share(column, hasNumber) > 0.3,
  );
  const counter =
    numbers.length > 1 &&
    (when === null || numbers[0]! < when) &&
    share(numbers[0]!, (cell) => /^\d+$/.test(cell)) === 1 &&
    isCounting(body, numbers[0]!);
  const measured = counter ? numbers.slice(1) : numbers;
  const [value, below] = measured;
  if (value === undefined) {
    const typed = all.find((column) => column !== when && column !== target);
    return typed === undefined || share(typed, hasNumber) === 0
      ? null
      : { when, value: typed, denominator: null, target, unused: [] };
  }
  const ratio =
    shape === "ratio" || (shape === "auto" && below !== undefined && looksLikeRatio(body, value, below));
  const denominator = ratio ? (below ?? null) : null;
  return {
    when: counter && when === null ? numbers[0]! : when,
    value,
    denominator,
    target,
    unused: measured.filter((column) => column !== value && column !== denominator),
  };
}

function hasNumber(cell: string): boolean {
  return readNumber(cell).kind === "number";
}

/** A second column is a denominator when it is whole, mostly not smaller, and no percentage. */
function looksLikeRatio(body: readonly string[][], value: number, below: number): boolean {
  const pairs = body
    .map((row) => [readNumber(row[value] ?? ""), readNumber(row[below] ?? "")] as const)
    .filter(([a, b]) => a.kind === "number" && b.kind === "number");
  const fits = pairs.filter(
    ([a, b]) =>
      a.kind === "number" &&
      b.kind === "number" &&
      !b.percent &&
      b.value >= a.value &&
      Number.isInteger(b.value),
  );
  return pairs.length > 0 && fits.length >= pairs.length * 0.8;
}

function excelDays(body: readonly string[][]): boolean {
  const days = body.map((row) => readExcelDay(row[0] ?? ""));
  return days.every((day) => day !== null) && days.every((day, i) => i === 0 || day > days[i - 1]!);
}

function isCounting(body: readonly string[][], column: number): boolean {
  return body.every((row, i) => i === 0 || Number(row[column]) === Number(body[i - 1]![column]) + 1);
}
