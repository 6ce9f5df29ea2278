import { BrokenCsv, parseCsv, type CsvRecord } from "./csv.ts";
import type { ImportProblem, ReadFile } from "./import-row.ts";
import { readOdsFile } from "./read-ods-file.ts";
import { hasOwnHeadings, readOwnFile } from "./read-own-file.ts";

export const mostRows = 20_000;

/** The text of an uploaded file, or what is wrong with it as a whole. */
export function decodeFile(bytes: Uint8Array): { text: string } | { problem: string } {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    if (text.includes("\0"))
      return { problem: "The file is not a text file: save it as CSV and upload that" };
    if (text.trim() === "" || text === "\uFEFF") return { problem: "The file is empty" };
    return { text };
  } catch {
    return {
      problem:
        "The file is not in the encoding UTF-8: in a spreadsheet, save it as “CSV UTF-8” and upload that",
    };
  }
}

/** Reads either kind of file; which one it is, its first line says. */
export function readFile(text: string): ReadFile {
  const records = recordsOf(text);
  if ("message" in records) return refused(records);
  const [first] = records;
  if (!first) return refused({ line: 0, message: "The file is empty" });
  if (records.length > mostRows) {
    const message = `There are ${records.length.toLocaleString("en-GB")} lines; one file may have ${mostRows.toLocaleString("en-GB")}`;
    return refused({ line: 0, message });
  }
  return hasOwnHeadings(first) ? readOwnFile(records) : readOdsFile(records);
}

function recordsOf(text: string): CsvRecord[] | ImportProblem {
  try {
    return parseCsv(text);
  } catch (error) {
    if (error instanceof BrokenCsv) return { line: error.line, message: error.message };
    throw error;
  }
}

function refused(problem: ImportProblem): ReadFile {
  return { format: "own", rows: [], problems: [problem], leftOut: 0 };
}
