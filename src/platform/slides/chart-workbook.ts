import { xmlHead, xmlText } from "../office/xml-text.ts";
import { columnName } from "../workbook/cell.ts";
import { writeZip } from "../zip/write-zip.ts";
import type { LineChart } from "./slide.ts";

const spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const officeDocument = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const relationships = "http://schemas.openxmlformats.org/package/2006/relationships";
const type = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** The numbers behind a chart, which open in Excel when somebody edits the chart's data. */
export function chartWorkbook(chart: LineChart): Uint8Array<ArrayBuffer> {
  return writeZip([
    {
      name: "[Content_Types].xml",
      content: `${xmlHead}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/></Types>`,
    },
    { name: "_rels/.rels", content: related("officeDocument", "xl/workbook.xml") },
    {
      name: "xl/workbook.xml",
      content: `${xmlHead}<workbook xmlns="${spreadsheet}" xmlns:r="${officeDocument}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    { name: "xl/_rels/workbook.xml.rels", content: related("worksheet", "worksheets/sheet1.xml") },
    { name: "xl/worksheets/sheet1.xml", content: sheetXml(chart) },
  ]);
}

function related(to: string, target: string): string {
  return `${xmlHead}<Relationships xmlns="${relationships}"><Relationship Id="rId1" Type="${officeDocument}/${to}" Target="${target}"/></Relationships>`;
}

function sheetXml({ categories, series }: LineChart): string {
  const head = rowXml(1, [null, ...series.map(({ name }) => name)]);
  const rows = categories.map((category, at) =>
    rowXml(at + 2, [category, ...series.map(({ values }) => values[at] ?? null)]),
  );
  return `${xmlHead}<worksheet xmlns="${spreadsheet}"><sheetData>${head}${rows.join("")}</sheetData></worksheet>`;
}

function rowXml(row: number, values: readonly (string | number | null)[]): string {
  const cells = values.map((value, at) => {
    const reference = `${columnName(at)}${row}`;
    if (typeof value === "number" && Number.isFinite(value)) return `<c r="${reference}"><v>${value}</v></c>`;
    if (typeof value === "string")
      return `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${xmlText(value)}</t></is></c>`;
    return "";
  });
  return `<row r="${row}">${cells.join("")}</row>`;
}
