import { expect, test } from "vitest";
import { rawWorkbook } from "#tests/setup/raw-workbook.ts";
import { cellText, columnIndex, columnName, type Cell } from "./cell.ts";
import { readWorkbook } from "./read-workbook.ts";
import { sheetNotes } from "./sheet-notes.ts";

const styles = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
  <numFmts><numFmt numFmtId="164" formatCode="mmm\\-yy"/><numFmt numFmtId="165" formatCode="[$-809]dd mmmm yyyy;@"/><numFmt numFmtId="166" formatCode="0&quot; days&quot;"/><numFmt numFmtId="167" formatCode="0.0%"/></numFmts>
  <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
  <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="9"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="20"/><xf numFmtId="46"/><xf numFmtId="167"/></cellXfs></styleSheet>`;

const strings = `<si><t>Falls</t></si><si><r><t>Two </t></r><r><t xml:space="preserve">runs</t></r><rPh><t>aside</t></rPh></si><si><t>a_x000D_
b_x0000_</t></si><si><t/></si>`;

async function cellsOf(xml: string, workbookPr = ""): Promise<Cell[]> {
  const { sheets } = await readWorkbook(
    rawWorkbook({ sheets: [{ name: "One", xml: `<row>${xml}</row>` }], styles, strings, workbookPr }),
  );
  return sheets[0]!.rows[0]?.cells ?? [];
}

test.each<[string, string, Cell]>([
  ["a number", "<c><v>12.5</v></c>", { kind: "number", value: 12.5 }],
  ["a huge number", "<c><v>1e308</v></c>", { kind: "number", value: 1e308 }],
  ["a percentage", '<c s="3"><v>0.15</v></c>', { kind: "number", value: 0.15, percent: true }],
  [
    "a percentage of its own format",
    '<c s="9"><v>0.07</v></c>',
    { kind: "number", value: 0.07, percent: true },
  ],
  ["a shared text", '<c t="s"><v>0</v></c>', { kind: "text", value: "Falls" }],
  ["a text in runs", '<c t="s"><v>1</v></c>', { kind: "text", value: "Two runs" }],
  ["odd characters", '<c t="s"><v>2</v></c>', { kind: "text", value: "a\nb" }],
  ["a text of its own", '<c t="inlineStr"><is><t>Ward</t></is></c>', { kind: "text", value: "Ward" }],
  ["a text by a formula", '<c t="str"><f>A1</f><v>x</v></c>', { kind: "text", value: "x" }],
  ["true", '<c t="b"><v>1</v></c>', { kind: "boolean", value: true }],
  ["an error", '<c t="e"><v>#DIV/0!</v></c>', { kind: "error", value: "#DIV/0!" }],
  ["a day", '<c s="1"><v>46113</v></c>', { kind: "date", value: "2026-04-01" }],
  [
    "a day and time",
    '<c s="2"><v>46113.395833333336</v></c>',
    { kind: "date", value: "2026-04-01T09:30:00" },
  ],
  ["a month", '<c s="4"><v>46113</v></c>', { kind: "date", value: "2026-04-01" }],
  ["a day in words", '<c s="5"><v>46113</v></c>', { kind: "date", value: "2026-04-01" }],
  ["the first day", '<c s="1"><v>1</v></c>', { kind: "date", value: "1900-01-01" }],
  ["a day before the one that never was", '<c s="1"><v>59</v></c>', { kind: "date", value: "1900-02-28" }],
  ["the day that never was", '<c s="1"><v>60</v></c>', { kind: "number", value: 60 }],
  ["the day after it", '<c s="1"><v>61</v></c>', { kind: "date", value: "1900-03-01" }],
  ["a leap day", '<c s="1"><v>45351</v></c>', { kind: "date", value: "2024-02-29" }],
  [
    "a day a breath before midnight",
    '<c s="1"><v>46112.999999999</v></c>',
    { kind: "date", value: "2026-04-01" },
  ],
  ["a day below zero", '<c s="1"><v>-3</v></c>', { kind: "number", value: -3 }],
  ["a count of days", '<c s="6"><v>46113</v></c>', { kind: "number", value: 46_113 }],
  ["a time of day", '<c s="7"><v>0.395833333333333</v></c>', { kind: "text", value: "09:30" }],
  ["hours that run on", '<c s="8"><v>1.5</v></c>', { kind: "number", value: 1.5 }],
  ["a written date", '<c t="d"><v>2026-04-01T00:00:00Z</v></c>', { kind: "date", value: "2026-04-01" }],
])("%s", async (_, xml, cell) => {
  expect(await cellsOf(xml)).toEqual([cell]);
});

test("days may be counted from 1904", async () => {
  const cells = await cellsOf('<c s="1"><v>44651</v></c>', '<workbookPr date1904="1"/>');
  expect(cells).toEqual([{ kind: "date", value: "2026-04-01" }]);
});

test("cells stand where they say, and what holds nothing takes no room", async () => {
  const xml = `<row r="2"><c r="B2"><v>1</v></c><c r="D2" t="s"><v>0</v></c><c r="XFD2" s="1"/></row>
    <row r="4"><c r="A4" t="s"><v>3</v></c></row><row r="9"><c r="A9"><v>9</v></c></row>`;
  const { sheets } = await readWorkbook(rawWorkbook({ sheets: [{ name: "One", xml }], strings }));
  expect(sheets[0]!.rows).toEqual([
    {
      row: 2,
      cells: [
        { kind: "empty" },
        { kind: "number", value: 1 },
        { kind: "empty" },
        { kind: "text", value: "Falls" },
      ],
    },
    { row: 9, cells: [{ kind: "number", value: 9 }] },
  ]);
});

test("what a person should know of a sheet is said", async () => {
  const xml = `<worksheet><sheetData><row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>NOW()</f></c></row></sheetData>
    <mergeCells><mergeCell ref="A1:C1"/></mergeCells></worksheet>`;
  const { sheets } = await readWorkbook(
    rawWorkbook({
      sheets: [
        { name: "First", xml: "" },
        { name: "Kept back", xml, state: "veryHidden" },
      ],
    }),
  );
  expect(sheets.map((sheet) => [sheet.name, sheet.hidden])).toEqual([
    ["First", false],
    ["Kept back", true],
  ]);
  expect(sheetNotes(sheets[0]!)).toEqual([]);
  expect(sheetNotes(sheets[1]!)).toEqual([
    "This sheet is hidden in the workbook.",
    "2 cells hold formulas (A1, B1): the values that were saved last are taken.",
    "1 formula is without a saved value and counts as empty. Open the workbook in Excel and save it to have them worked out.",
    "Cells are merged (A1:C1): only the first of them holds the value.",
  ]);
});

test.each<[Cell | undefined, string]>([
  [undefined, ""],
  [{ kind: "empty" }, ""],
  [{ kind: "number", value: 0.07, percent: true }, "7%"],
  [{ kind: "number", value: -3 }, "-3"],
  [{ kind: "boolean", value: false }, "FALSE"],
  [{ kind: "date", value: "2026-04-01" }, "2026-04-01"],
])("%j is typed as %j", (cell, text) => {
  expect(cellText(cell)).toBe(text);
});

test.each([
  [0, "A"],
  [25, "Z"],
  [26, "AA"],
  [701, "ZZ"],
  [702, "AAA"],
  [16_383, "XFD"],
])("column %d is %s", (index, name) => {
  expect(columnName(index)).toBe(name);
  expect(columnIndex(name)).toBe(index);
});

test("a workbook of 200,000 cells is read in a few seconds without holding up others", async () => {
  const cell = (at: number) => `<c><v>${(at * 7_919) % 10_007}.5</v></c>`;
  const row = (at: number) =>
    `<row>${Array.from({ length: 20 }, (_, to) => cell(at * 20 + to)).join("")}</row>`;
  const xml = Array.from({ length: 10_000 }, (_, at) => row(at)).join("");
  const bytes = rawWorkbook({ sheets: [{ name: "Many", xml }] });
  const began = performance.now();
  let longest = 0;
  let last = began;
  const watch = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 1);
  const { sheets } = await readWorkbook(bytes);
  clearInterval(watch);
  expect(sheets[0]!.rows).toHaveLength(10_000);
  expect(performance.now() - began).toBeLessThan(5_000);
  expect(longest).toBeLessThan(500);
});
