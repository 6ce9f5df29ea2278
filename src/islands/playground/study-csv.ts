import type { Analysis } from "@throughline/spc";
import { centreName } from "#ui/chart/verdict-words.ts";
import type { Drawn } from "./study.ts";

type Cell = string | number | null;

/** A spreadsheet would run a text that begins so as a formula; an apostrophe keeps it a text. Numbers stay numbers. */
export function csvCell(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return Number.isFinite(cell) ? String(cell) : "";
  const safe = /^[=+\-@\t\r]/.test(cell) && !/^-?\d+(?:\.\d+)?%?$/.test(cell) ? `'${cell}` : cell;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function csv(rows: readonly (readonly Cell[])[]): string {
  // Excel takes a file for Latin-1 unless it begins with this mark.
  return `\uFEFF${rows.map((row) => row.map(csvCell).join(",")).join("\r\n")}\r\n`;
}

/** Every point with all its lines and marks, unrounded. */
export function studyCsv({ analysis }: Drawn): string {
  const ratio = analysis.points.some((point) => point.denominator !== null && point.denominator !== 1);
  const head = [
    "Date",
    ...(ratio ? ["Numerator", "Denominator"] : []),
    "Value",
    centreName(analysis.chart),
    "Lower limit",
    "Upper limit",
    "Target",
    "Phase",
    "Left out because",
    "Meaning",
    "Rules broken",
  ];
  const rows = analysis.points.map((point): Cell[] => [
    point.x,
    ...(ratio ? [point.numerator, point.denominator] : []),
    point.value ?? (point.state === "not-applicable" ? "n/a" : null),
    point.centre,
    point.lower,
    point.upper,
    point.target,
    phaseName(analysis, point.phase),
    point.excluded,
    point.value === null ? point.state : point.meaning,
    point.flags.map((flag) => flag.rule).join("; "),
  ]);
  return csv([head, ...rows]);
}

function phaseName({ phases }: Analysis, index: number): string {
  return phases[index]?.name ?? String(index + 1);
}

export function workingCsv({ working, fingerprint, analysis }: Drawn): string {
  const facts: Cell[][] = [
    ["Rules", `${analysis.rules.name}, version ${analysis.rules.version}`, analysis.rules.source, ""],
    ["Fingerprint", fingerprint, "", ""],
  ];
  return csv([
    ["Phase", "What", "How", "Result"],
    ...working.map((line) => [line.phase + 1, line.what, line.how, line.result]),
    ...facts,
  ]);
}
