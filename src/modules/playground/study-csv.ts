import type { Analysis } from "@throughline/spc";
import { centreName } from "#ui/chart/verdict-words.ts";
import { writeCsv, type CsvValue } from "#platform/write-csv.ts";
import type { Drawn } from "../../islands/playground/study.ts";

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
  const rows = analysis.points.map((point): CsvValue[] => [
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
  return writeCsv([head, ...rows]);
}

function phaseName({ phases }: Analysis, index: number): string {
  return phases[index]?.name ?? String(index + 1);
}

export function workingCsv({ working, fingerprint, analysis }: Drawn): string {
  const facts: CsvValue[][] = [
    ["Rules", `${analysis.rules.name}, version ${analysis.rules.version}`, analysis.rules.source, ""],
    ["Fingerprint", fingerprint, "", ""],
  ];
  return writeCsv([
    ["Phase", "What", "How", "Result"],
    ...working.map((line) => [line.phase + 1, line.what, line.how, line.result]),
    ...facts,
  ]);
}
