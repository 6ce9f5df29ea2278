import { checkRows, sameName } from "./check-rows.ts";
import type { ImportProblem, ImportRow, ReadFile } from "./import-row.ts";
import type { Known, KnownBody } from "./known-body.ts";

export type Change = { row: ImportRow; body: KnownBody };

/** What loading a file would do, or why it cannot be loaded. */
export type ImportPlan = {
  format: ReadFile["format"];
  problems: ImportProblem[];
  added: ImportRow[];
  changed: Change[];
  closed: Change[];
  renamed: Change[];
  unchanged: number;
  leftOut: number;
  /** More of what is open would close than a file usually closes, so somebody has to say that this is right. */
  closesMany: boolean;
};

/** The share of open organisations that one file may close without being asked. */
const usualClosures = 0.02;

export function planImport(file: ReadFile, known: Known): ImportPlan {
  const problems = [...file.problems, ...checkRows(file.rows, known)].sort((a, b) => a.line - b.line);
  const there = file.rows.flatMap((row) => {
    const body = known.bodies.get(row.code);
    return body ? [{ row, body }] : [];
  });
  const closed = there.filter(({ row, body }) => body.closedOn === null && row.closedOn !== undefined);
  const differing = there.filter(differs);
  const closing = new Set(closed);
  return {
    format: file.format,
    problems,
    added: file.rows.filter((row) => !known.bodies.has(row.code)),
    changed: differing.filter((change) => !closing.has(change)),
    closed,
    renamed: there.filter(({ row, body }) => !sameName(row.name, body.name)),
    unchanged: there.length - differing.length,
    leftOut: file.leftOut,
    closesMany: closed.length > known.open * usualClosures,
  };
}

const texts = ["topic", "address", "town", "postcode", "contactEmail", "contactPhone", "website"] as const;

function differs({ row, body }: Change): boolean {
  return (
    !sameName(row.name, body.name) ||
    row.parentCode !== body.parentCode ||
    texts.some((name) => row[name] !== undefined && row[name] !== body[name]) ||
    (row.openedOn !== undefined && row.openedOn !== body.openedOn) ||
    (row.closedOn !== undefined && row.closedOn !== body.closedOn) ||
    (row.successorCode !== undefined && row.successorCode !== body.successorCode) ||
    (row.areaCodes !== undefined &&
      [...row.areaCodes].sort().join(" ") !== [...body.areaCodes].sort().join(" "))
  );
}

/** New bodies in the order in which they can be made: whatever stands below another of the file comes after it. */
export function inLevels(added: readonly ImportRow[]): ImportRow[][] {
  const levels: ImportRow[][] = [];
  let waiting = new Set(added.map((row) => row.code));
  let left = [...added];
  while (left.length > 0) {
    const level = left.filter((row) => !waiting.has(row.parentCode));
    if (level.length === 0)
      throw new Error("Organisations of a checked file stand below one another in a ring.");
    levels.push(level);
    left = left.filter((row) => waiting.has(row.parentCode));
    waiting = new Set(left.map((row) => row.code));
  }
  return levels;
}
