import type { Workbook, Worksheet } from "exceljs";
import { repack } from "../zip/repack.ts";
import { cellTextOf, columnFormat, tableCell } from "./table-cell.ts";
import { headings, sheetNames, tableNames } from "./workbook-names.ts";
import type { TableColumn, WorkbookTable, WrittenWorkbook } from "./written-workbook.ts";

/**
 * An Excel workbook as government statistics are published: a cover, notes, one table a sheet with a heading row
 * and a name, no merged cells. The same content makes the same bytes.
 */
export async function writeWorkbook(written: WrittenWorkbook): Promise<Uint8Array<ArrayBuffer>> {
  // Not at the start of the program, which would wait for it.
  const { default: excel } = await import("exceljs");
  const workbook = new excel.Workbook();
  describe(workbook, written);
  const [coverName, notesName, ...tabs] = sheetNames([
    "Cover",
    "Notes",
    ...written.tables.map((table) => table.sheet),
  ]);
  const names = tableNames(written.tables.map((table) => table.name));
  addCover(workbook.addWorksheet(coverName), written, tabs);
  addNotes(workbook.addWorksheet(notesName), written.notes);
  written.tables.forEach((table, at) => addTable(workbook.addWorksheet(tabs[at]), table, names[at]!));
  return repack(new Uint8Array(await workbook.xlsx.writeBuffer()));
}

const maker = "Throughline";

function describe(workbook: Workbook, { title, at }: WrittenWorkbook): void {
  workbook.title = cellTextOf(title);
  workbook.creator = maker;
  workbook.lastModifiedBy = maker;
  workbook.created = at;
  workbook.modified = at;
}

const titleFont = { bold: true, size: 16 };
const bold = { bold: true };
const pageWidth = 100;

function addCover(
  sheet: Worksheet,
  { title, cover, facts = [], tables }: WrittenWorkbook,
  tabs: readonly string[],
): void {
  sheet.getColumn(1).width = 30;
  sheet.getColumn(2).width = pageWidth - 30;
  printOn(sheet, "portrait");
  addLine(sheet, [title]).font = titleFont;
  for (const paragraph of cover) addLine(sheet, [paragraph]);
  for (const fact of facts) addLine(sheet, fact);
  addLine(sheet, ["Sheet", "What it holds"]).font = bold;
  addLine(sheet, ["Notes", "What marks and abbreviations mean"]);
  tables.forEach((table, at) => addLine(sheet, [tabs[at]!, table.title]));
}

function addNotes(sheet: Worksheet, notes: readonly string[]): void {
  sheet.getColumn(1).width = pageWidth;
  printOn(sheet, "portrait");
  addLine(sheet, ["Notes"]).font = titleFont;
  for (const note of notes) addLine(sheet, [note]).alignment = { wrapText: true, vertical: "top" };
}

function addLine(sheet: Worksheet, texts: readonly string[]) {
  const row = sheet.addRow(texts.map(cellTextOf));
  row.eachCell((cell) => {
    cell.numFmt = "@";
  });
  return row;
}

const a4 = 9;
const mostUpright = 5;

/** As wide as the paper and as long as it takes: nobody puts columns together from two sheets. */
function printOn(sheet: Worksheet, orientation: "portrait" | "landscape"): void {
  Object.assign(sheet.pageSetup, {
    paperSize: a4,
    orientation,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
  });
}

/** A table without a row is no table to Excel. */
const nothing: WorkbookTable["rows"] = [[]];

function addTable(sheet: Worksheet, table: WorkbookTable, name: string): void {
  const { title, lead, columns } = table;
  addLine(sheet, [title]).font = titleFont;
  if (lead) addLine(sheet, [lead]);
  if (table.rows.length === 0) addLine(sheet, ["There is nothing to show yet."]);
  const head = sheet.rowCount + 1;
  const rows = (table.rows.length === 0 ? nothing : table.rows).map((row) =>
    columns.map((column, at) => tableCell(column, row[at])),
  );
  sheet.addTable({
    name,
    ref: `A${head}`,
    headerRow: true,
    style: { theme: "TableStyleLight1", showRowStripes: false },
    columns: headings(columns.map((column) => cellTextOf(column.heading))).map((heading) => ({
      name: heading,
    })),
    rows,
  });
  sheet.views = [{ state: "frozen", ySplit: head }];
  printOn(sheet, columns.length > mostUpright ? "landscape" : "portrait");
  columns.forEach((column, at) => formatColumn(sheet, { column, at, head, rows }));
}

type Laid = { column: TableColumn; at: number; head: number; rows: (string | number | null)[][] };

function formatColumn(sheet: Worksheet, { column, at, head, rows }: Laid): void {
  const width =
    column.width ??
    widthFor(
      column,
      rows.slice(0, 500).map((row) => row[at] ?? null),
    );
  sheet.getColumn(at + 1).width = width;
  sheet.getCell(head, at + 1).alignment = { wrapText: true, vertical: "top" };
  const numFmt = columnFormat(column);
  rows.forEach((row, index) => {
    const cell = sheet.getCell(head + 1 + index, at + 1);
    cell.numFmt = typeof row[at] === "string" ? "@" : numFmt;
    cell.alignment = { wrapText: column.kind === "text" && width >= widest, vertical: "top" };
  });
}

const narrowest = 10;
const widest = 60;
const widthOfDates = { date: 18, "date-time": 24 };

function widthFor({ kind, heading }: TableColumn, values: readonly (string | number | null)[]): number {
  if (kind === "date" || kind === "date-time") return widthOfDates[kind];
  const longest = Math.max(heading.length, ...values.map((value) => String(value ?? "").length));
  return Math.min(widest, Math.max(narrowest, longest + 2));
}
