import { BrokenCsv, readCsvText, type CsvRecord } from "#platform/csv.ts";
import { UnreadableFile } from "#platform/unreadable-file.ts";
import type { ImportProblem, ReadFile } from "./import-row.ts";
import { readOdsFile } from "./read-ods-file.ts";
import { hasOwnHeadings, readOwnFile } from "./read-own-file.ts";

export const mostRows = 20_000;

/** Reads either kind of file; which one it is, its first line says. */
export function readFile(text: string): ReadFile {
  const records = recordsOf(text);
  if ("message" in records) return refused(records);
  const [first] = records;
  if (!first) return refused({ line: 0, message: "The file is empty" });
  return hasOwnHeadings(first) ? readOwnFile(records) : readOdsFile(records);
}

function recordsOf(text: string): CsvRecord[] | ImportProblem {
  try {
    return readCsvText(text, { rows: mostRows, columns: 10_000, cellLength: Infinity }).records;
  } catch (error) {
    if (error instanceof BrokenCsv) return { line: error.line, message: error.reason };
    if (error instanceof UnreadableFile) return { line: 0, message: error.message };
    throw error;
  }
}

function refused(problem: ImportProblem): ReadFile {
  return { format: "own", rows: [], problems: [problem], leftOut: 0 };
}
