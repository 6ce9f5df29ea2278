import fc from "fast-check";
import { expect, test } from "vitest";
import { openZip } from "../zip/open-zip.ts";
import { cellText } from "./cell.ts";
import { readWorkbook } from "./read-workbook.ts";
import { cellTextOf } from "./table-cell.ts";
import { headings, sheetNames, tableNames } from "./workbook-names.ts";
import { writeWorkbook } from "./write-workbook.ts";
import type { TableColumn, TableValue, WrittenWorkbook } from "./written-workbook.ts";

const columns: TableColumn[] = [
  { heading: "Month", kind: "date" },
  { heading: "Value", kind: "number", decimals: 1 },
  { heading: "Share", kind: "percent" },
  { heading: "Note", kind: "text" },
  { heading: "Read", kind: "date-time" },
  { heading: "Done", kind: "yes-no" },
];

const workbook = (rows: TableValue[][], given: Partial<WrittenWorkbook> = {}): WrittenWorkbook => ({
  title: "Waits",
  cover: ["Invented figures."],
  facts: [["Made on", "1 April 2026"]],
  notes: ["n/a: not applicable"],
  tables: [
    { sheet: "Points", title: "Points by month", lead: "One row a month.", name: "points", columns, rows },
  ],
  at: new Date("2026-04-01T10:00:00Z"),
  ...given,
});

async function partsOf(bytes: Uint8Array): Promise<Map<string, string>> {
  const zip = await openZip(bytes);
  const parts = new Map<string, string>();
  for (const name of zip.names) {
    const pieces: Uint8Array[] = [];
    await zip.unpack(name, (piece) => pieces.push(piece));
    parts.set(name, Buffer.concat(pieces).toString());
  }
  return parts;
}

test("what is written is read again as it was: numbers, dates, texts, nothing", async () => {
  const bytes = await writeWorkbook(
    workbook([
      ["2026-04-01", -5.5, 0.153, "=1+1", "2026-04-01T09:30:00", true],
      ["1850-01-01", null, Number.NaN, "a\n-b & <c>", null, false],
      ["2024-02-29", 1e308, 1, "_x0041_", "2026-10-25T01:30", null],
    ]),
  );
  const { sheets } = await readWorkbook(bytes);
  expect(sheets.map((sheet) => sheet.name)).toEqual(["Cover", "Notes", "Points"]);
  expect(sheets[2]!.rows.map((row) => row.cells.map(cellText))).toEqual([
    ["Points by month"],
    ["One row a month."],
    ["Month", "Value", "Share", "Note", "Read", "Done"],
    ["2026-04-01", "-5.5", "15.3%", "=1+1", "2026-04-01T09:30:00", "Yes"],
    ["1850-01-01", "", "", "a\n-b & <c>", "", "No"],
    ["2024-02-29", "1e+308", "100%", "_x0041_", "2026-10-25T01:30:00"],
  ]);
  expect(sheets[2]!.rows[3]!.cells[1]).toEqual({ kind: "number", value: -5.5 });
  expect(sheets[2]!.merged).toEqual([]);
});

const signs = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", " =", "\u00A0="];

test("no text becomes a formula, wherever it stands", async () => {
  const evil = signs.map((sign) => `${sign}cmd|' /C calc'!A0`);
  const bytes = await writeWorkbook(
    workbook(
      evil.map((text) => [text, text, text, text, text, text]),
      { title: evil[0]!, cover: evil, facts: [[evil[0]!, evil[1]!]], notes: evil },
    ),
  );
  for (const [name, xml] of await partsOf(bytes)) {
    if (!name.startsWith("xl/")) continue;
    expect(xml, name).not.toMatch(/<(?:\w+:)?(?:f|definedName|calculatedColumnFormula|hyperlink)[ >]/);
  }
  const { sheets } = await readWorkbook(bytes);
  expect(sheets.map((sheet) => sheet.formulas.count)).toEqual([0, 0, 0]);
});

test("any text comes back, but for what XML cannot hold", async () => {
  const texts = fc.sample(fc.string({ unit: "binary", maxLength: 40 }), { numRuns: 300, seed: 7 });
  const tables = await readWorkbook(
    await writeWorkbook(
      workbook([], {
        tables: [
          {
            sheet: "Texts",
            title: "Texts",
            name: "texts",
            columns: [{ heading: "Text", kind: "text" }],
            rows: texts.map((text) => [`x${text}`]),
          },
        ],
      }),
    ),
  );
  const kept = (text: string) =>
    `x${text}`
      .toWellFormed()
      .replaceAll(/\r\n?/g, "\n")
      .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, "");
  expect(tables.sheets[2]!.rows.slice(2).map((row) => cellText(row.cells[0]))).toEqual(
    texts.map((text) => kept(text).replaceAll("\u007F", "")),
  );
});

test("prints as wide as the paper", async () => {
  const parts = await partsOf(await writeWorkbook(workbook([["2026-04-01", 1, 0.5, "", null, true]])));
  const sheets = [...parts].filter(([name]) => name.includes("worksheets/sheet"));
  expect(sheets).toHaveLength(3);
  for (const [, xml] of sheets) {
    expect(xml).toContain('<pageSetUpPr fitToPage="1"/>');
    expect(xml).toMatch(/<pageSetup [^>]*paperSize="9"[^>]*fitToWidth="1"[^>]*fitToHeight="0"/);
  }
  expect(parts.get("xl/worksheets/sheet3.xml")).toContain('orientation="landscape"');
});

test("the same content is the same bytes at any time", async () => {
  const rows = [["2026-04-01", 1, 0.5, "a", null, true]];
  const first = await writeWorkbook(workbook(rows));
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  expect(Buffer.compare(first, await writeWorkbook(workbook(rows)))).toBe(0);
});

test("a table without rows says so, and stays a table with a name", async () => {
  const bytes = await writeWorkbook(workbook([]));
  const parts = await partsOf(bytes);
  expect(parts.get("xl/tables/table1.xml")).toContain('ref="A4:F5"');
  const { sheets } = await readWorkbook(bytes);
  expect(cellText(sheets[2]!.rows[2]!.cells[0])).toBe("There is nothing to show yet.");
});

test("a text longer than a cell is cut off and says so", () => {
  const cut = cellTextOf("x".repeat(40_000));
  expect(cut).toHaveLength(32_767);
  expect(cut).toMatch(/cut off: a cell holds 32,767 characters\)$/);
});

test.each([
  [
    ["a/b:c", "History", "", "'q'"],
    ["a b c", "History of changes", "Sheet", "q"],
  ],
  [
    ["Same", "same", "SAME"],
    ["Same", "same 2", "SAME 3"],
  ],
  [
    ["x".repeat(40), "x".repeat(40)],
    ["x".repeat(31), `${"x".repeat(29)} 2`],
  ],
])("tabs %j are named %j", (wanted, names) => {
  expect(sheetNames(wanted)).toEqual(names);
});

test.each([
  [
    ["Points by month", "A1", "R", "2026", "Café"],
    ["Points_by_month", "Table_A1", "Table_R", "Table_2026", "Cafe"],
  ],
  [
    ["a", "A"],
    ["a", "A_2"],
  ],
])("tables %j are named %j", (wanted, names) => {
  expect(tableNames(wanted)).toEqual(names);
});

test("headings are never empty and never the same", () => {
  expect(headings(["Value", "value", "", "a\nb"])).toEqual(["Value", "value 2", "Column", "a b"]);
});
