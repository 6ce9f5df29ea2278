import type { Label } from "@throughline/spc";
import { readDate, type DateCell } from "#ui/figures/read-date.ts";
import { readNumber, shortened } from "#ui/figures/read-number.ts";
import type { Problem } from "./read-paste.ts";

/** A line such as "1 April 2026, new pathway": a place on the chart and words. */
export interface PlacedWords {
  readonly at: Label;
  /** The first point on that date or after it; null when the chart ends before. */
  readonly index: number | null;
  /** The point of exactly that date, or of its month. */
  readonly exact: number | null;
  readonly words: string;
}

export interface Placed {
  readonly lines: readonly PlacedWords[];
  readonly problems: readonly Problem[];
}

interface Where {
  readonly field: string;
  /** Of the points, in chart order. */
  readonly x: readonly Label[];
  readonly dated: boolean;
}

export function readLines(text: string, where: Where): Placed {
  const lines: PlacedWords[] = [];
  const problems: Problem[] = [];
  for (const line of text.split(/[\n;]/).map((each) => each.trim())) {
    if (line === "") continue;
    const placed = where.dated ? dated(line, where.x) : numbered(line, where.x);
    if (placed) lines.push(placed);
    else
      problems.push({
        field: where.field,
        message: `“${shortened(line)}” must begin with ${where.dated ? "a date, such as 1 April 2026" : "the number or name of a point, such as 12"}`,
      });
  }
  return { lines, problems };
}

/** The longest beginning that is a date; what is left are the words. */
export function splitDate(line: string): { date: DateCell; words: string } | null {
  const pieces = [...line.matchAll(/[^\s,:]+[\s,:]*/g)].map((match) => match[0]);
  for (let count = Math.min(4, pieces.length); count > 0; count -= 1) {
    const date = readDate(
      pieces
        .slice(0, count)
        .join("")
        .replace(/[\s,:]+$/, ""),
    );
    if (date)
      return {
        date,
        words: pieces
          .slice(count)
          .join("")
          .replace(/^[\s,:–-]+/, "")
          .trim(),
      };
  }
  return null;
}

function dated(line: string, x: readonly Label[]): PlacedWords | null {
  const found = splitDate(line.replace(/^from\s+/i, ""));
  if (!found) return null;
  const { iso } = found.date;
  const days = x.map(String);
  const index = days.findIndex((day) => day >= iso);
  const same = days.indexOf(iso);
  const month = days.findIndex((day) => day.slice(0, 7) === iso.slice(0, 7));
  const onlyOne = month >= 0 && days.filter((day) => day.slice(0, 7) === iso.slice(0, 7)).length === 1;
  const exact = same >= 0 ? same : onlyOne ? month : null;
  return { at: iso, index: index < 0 ? null : index, exact, words: found.words };
}

function numbered(line: string, x: readonly Label[]): PlacedWords | null {
  const byName = x.findIndex(
    (label) => line === String(label) || new RegExp(String.raw`^${escaped(String(label))}[\s,:]`).test(line),
  );
  if (byName < 0) return null;
  const label = x[byName]!;
  return {
    at: label,
    index: byName,
    exact: byName,
    words: line.slice(String(label).length).replace(/^[\s,:–-]+/, ""),
  };
}

function escaped(words: string): string {
  return words.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}

export interface TargetSteps {
  readonly steps: readonly { readonly from: Label | null; readonly value: number }[];
  readonly problems: readonly Problem[];
}

/** "95", or "90; from 1 April 2026: 95". */
export function readTarget(text: string): TargetSteps {
  const steps: { from: Label | null; value: number }[] = [];
  const problems: Problem[] = [];
  for (const piece of text.split(/[\n;]/).map((each) => each.trim())) {
    if (piece === "") continue;
    const alone = readNumber(piece);
    const later = splitDate(piece.replace(/^from\s+/i, ""));
    const value = later ? readNumber(later.words) : alone;
    if (alone.kind === "number") steps.push({ from: null, value: alone.value });
    else if (later && value.kind === "number") steps.push({ from: later.date.iso, value: value.value });
    else
      problems.push({
        field: "target",
        message: `“${shortened(piece)}” is not a target: write a number, or “from 1 April 2026: 95”`,
      });
  }
  return { steps, problems };
}
