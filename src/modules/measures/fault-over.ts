import { figureWords } from "./figure-words.ts";
import type { StoredPoint } from "./point.ts";

type Typed = { first: string; second: string };

/** A formula that failed, such as #DIV/0!, says nothing about a number that stands there: it may not take it away. */
export function faultOver(
  typed: Typed,
  stands: StoredPoint | undefined,
): { cell: keyof Typed; message: string } | undefined {
  if (stands?.state !== "number") return undefined;
  const cell = (["first", "second"] as const).find((one) => typed[one].trim().startsWith("#"));
  if (!cell) return undefined;
  const message = `“${typed[cell].trim()}” is an error of the spreadsheet and would take away the number that stands there (${figureWords(stands)}): put the formula right, or write “missing” or “n/a”`;
  return { cell, message };
}
