import { writeZip, type ZipEntry } from "#platform/zip/write-zip.ts";

export type RawWorkbook = {
  /** The XML of each sheet, or of its rows only. */
  sheets: { name: string; xml: string; state?: string }[];
  strings: string;
  styles: string;
  workbookPr: string;
  /** Beside or in place of the parts that every workbook has. */
  parts: Record<string, string | Uint8Array>;
};

const spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const officeRelationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packageRelationships = "http://schemas.openxmlformats.org/package/2006/relationships";
const types = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** A workbook written by hand, so that it can be wrong in every way. */
export function rawWorkbook(given: Partial<RawWorkbook> = {}): Uint8Array {
  return writeZip(rawParts(given));
}

export function rawParts(given: Partial<RawWorkbook> = {}): ZipEntry[] {
  const sheets = given.sheets ?? [{ name: "Sheet1", xml: "" }];
  const parts: Record<string, string | Uint8Array> = {
    "[Content_Types].xml": contentTypes(sheets.length),
    "_rels/.rels": relationships([["officeDocument", "xl/workbook.xml"]]),
    "xl/workbook.xml": workbook(sheets, given.workbookPr ?? ""),
    "xl/_rels/workbook.xml.rels": relationships([
      ...sheets.map((_, at): [string, string] => ["worksheet", `worksheets/sheet${at + 1}.xml`]),
      ["styles", "styles.xml"],
      ["sharedStrings", "sharedStrings.xml"],
    ]),
    "xl/styles.xml": given.styles ?? `<styleSheet xmlns="${spreadsheet}"/>`,
    "xl/sharedStrings.xml": `<sst xmlns="${spreadsheet}">${given.strings ?? ""}</sst>`,
    ...Object.fromEntries(sheets.map(({ xml }, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheetXml(xml)])),
    ...given.parts,
  };
  return Object.entries(parts).map(([name, content]) => ({ name, content }));
}

export function relationships(list: [type: string, target: string, external?: true][]): string {
  const lines = list.map(
    ([type, target, external], at) =>
      `<Relationship Id="rId${at + 1}" Type="${officeRelationships}/${type}" Target="${target}"${external ? ' TargetMode="External"' : ""}/>`,
  );
  return `<Relationships xmlns="${packageRelationships}">${lines.join("")}</Relationships>`;
}

export function contentTypes(sheets: number, main = `${types}.sheet.main+xml`): string {
  const lines = Array.from(
    { length: sheets },
    (_, at) =>
      `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${types}.worksheet+xml"/>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${main}"/>${lines.join("")}</Types>`;
}

function workbook(sheets: RawWorkbook["sheets"], workbookPr: string): string {
  const lines = sheets.map(
    ({ name, state }, at) =>
      `<sheet name="${name}" sheetId="${at + 1}"${state ? ` state="${state}"` : ""} r:id="rId${at + 1}"/>`,
  );
  return `<workbook xmlns="${spreadsheet}" xmlns:r="${officeRelationships}">${workbookPr}<sheets>${lines.join("")}</sheets></workbook>`;
}

function sheetXml(xml: string): string {
  return xml.includes("<worksheet")
    ? xml
    : `<worksheet xmlns="${spreadsheet}"><sheetData>${xml}</sheetData></worksheet>`;
}
