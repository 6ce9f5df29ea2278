import type { z } from "zod";
import { decodeText } from "#platform/decode-text.ts";
import type { Cell, Sheet } from "#platform/workbook/cell.ts";
import { readSpreadsheet } from "#platform/workbook/read-spreadsheet.ts";
import { UnreadableFile } from "#platform/unreadable-file.ts";
import { planTestSchema, type PlanFileTest } from "../exports/plan-file.ts";
import { headingsIn, readRows, type LineProblem, type ReadRow } from "./columns.ts";
import { indentedLines } from "./indented-lines.ts";
import { testColumns } from "./plan-columns.ts";
import { testIn } from "./test-part.ts";

/** A test of a list, with its line and the words of the change idea that it names. */
export type ReadTest = { line: number; test: PlanFileTest; idea: string | null };

export type ReadTests = { tests: ReadTest[]; problems: LineProblem[]; withoutDay: number };

const most = 5_000;

/** A list of tests from a workbook, a CSV file or indented text, whichever it is. */
export async function readTests(bytes: Uint8Array, today: string): Promise<ReadTests> {
  const problems: LineProblem[] = [];
  const rows = await rowsIn(bytes, problems);
  if (rows.length === 0 && problems.length === 0)
    throw new UnreadableFile("The selected file holds no tests");
  const over = rows[most];
  if (over)
    problems.push({
      sheet: "",
      line: over.line,
      message: "A file may hold 5,000 tests, and here the next begins",
    });
  const seen = new Set<number>();
  const broken = new Set(problems.map(({ line }) => line));
  const tests = rows.slice(0, most).flatMap((row, index) => {
    const read = readOne(row, { index, today, seen, isBroken: broken.has(row.line) });
    if ("test" in read) return [read];
    problems.push(...read.problems);
    return [];
  });
  const withoutDay = rows.filter(({ values }) => values["startsOn"] === null).length;
  return { tests, problems: problems.toSorted((a, b) => a.line - b.line), withoutDay };
}

/** On a line of which a cell could not be read, the cells are not held against each other. */
type Around = { index: number; today: string; seen: Set<number>; isBroken: boolean };

function readOne(
  { line, values }: ReadRow,
  { index, today, seen, isBroken }: Around,
): ReadTest | { problems: LineProblem[] } {
  const no = values["no"] ?? index + 1;
  // Numbers of a diagram and of measures mean nothing in another plan.
  const draft = testIn({ ...values, no, idea: null, measure: null }, today);
  const read = planTestSchema.safeParse(draft);
  const wrong = read.success
    ? isBroken
      ? []
      : ruleProblems(read.data, seen)
    : read.error.issues.map(issueWords);
  if (typeof no === "number") seen.add(no);
  if (read.success && wrong.length === 0)
    return { line, test: read.data, idea: values["ideaText"] as string | null };
  return { problems: wrong.map((message) => ({ sheet: "", line, message })) };
}

function issueWords({ path, message, code }: z.core.$ZodIssue): string {
  const key = String(path.at(-1) ?? "");
  if (key === "change" && code === "too_small") return "Say what is tried in at least 3 letters";
  const heading = testColumns.find((column) => column.key === key)?.heading;
  return heading ? `${heading}: ${message}` : message;
}

function ruleProblems(test: PlanFileTest, seen: ReadonlySet<number>): string[] {
  return [
    seen.has(test.no) && `The number ${test.no} is there twice`,
    test.follows !== null &&
      !seen.has(test.follows) &&
      `It follows test ${test.follows}, which does not stand before it`,
    test.endsOn < test.startsOn && "Its last day is before its first day",
    test.decision?.decision === "abandon" &&
      test.decision.learning === "" &&
      "It was abandoned, and what was learned is not said",
  ].filter((one) => one !== false);
}

async function rowsIn(bytes: Uint8Array, problems: LineProblem[]): Promise<ReadRow[]> {
  if (!isOffice(bytes)) {
    const { text } = decodeText(bytes);
    if (isIndented(text)) return rowsOf(indentedSheet(text, problems), problems);
  }
  const { sheets } = await readSpreadsheet(bytes);
  const sheet = sheets.find((one) => headingsIn(one, testColumns, ["change"]));
  if (!sheet)
    throw new UnreadableFile(
      "The selected file has no heading for what is tried: begin with a row of headings, one of them “What is tried”",
    );
  return rowsOf(sheet, problems);
}

function isOffice([first, second]: Uint8Array): boolean {
  return (first === 0x50 && second === 0x4b) || (first === 0xd0 && second === 0xcf);
}

function rowsOf(sheet: Pick<Sheet, "name" | "rows">, problems: LineProblem[]): ReadRow[] {
  const found = headingsIn(sheet, testColumns, ["change"])!;
  return readRows({ ...sheet, name: "" }, testColumns, found, problems);
}

/** A test on a line at the margin, and what is said of it on indented lines with a name and a colon. */
function isIndented(text: string): boolean {
  return /^[ \t]+\S[^\n:]*:/m.test(text) || !/[,;\t]/.test(text.trim().split(/\r?\n|\r/)[0] ?? "");
}

/** The same as a sheet with headings, so that both are read alike. */
function indentedSheet(text: string, problems: LineProblem[]): Pick<Sheet, "name" | "rows"> {
  const head = testColumns.map(({ heading }): Cell => ({ kind: "text", value: heading }));
  const rows: Sheet["rows"] = [{ row: 0, cells: head }];
  for (const { line, depth, text: words } of indentedLines(text)) {
    if (depth === 0) rows.push({ row: line, cells: cellsWith("change", words) });
    else addFact(rows, { line, words }, problems);
  }
  return { name: "", rows };
}

function cellsWith(key: string, value: string): Cell[] {
  return testColumns.map((column): Cell =>
    column.key === key ? { kind: "text", value } : { kind: "empty" },
  );
}

function addFact(
  rows: Sheet["rows"],
  { line, words }: { line: number; words: string },
  problems: LineProblem[],
): void {
  const [, name = "", value = ""] = /^([^:]{1,40}):\s*(.*)$/.exec(words) ?? [];
  const plain = (said: string) => said.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
  const place = testColumns.findIndex(({ heading, also = [] }) =>
    [heading, ...also].some((known) => plain(known) === plain(name)),
  );
  if (name === "" || place < 0)
    problems.push({
      sheet: "",
      line,
      message: "An indented line begins with what it says, such as “Prediction:”",
    });
  else if (rows.length === 1) problems.push({ sheet: "", line, message: "No test stands above this line" });
  else rows.at(-1)!.cells[place] = { kind: "text", value };
}
