import { fillXml, namedXml, outlineXml, paragraphXml, placeXml, units } from "./drawing-xml.ts";
import type { TableShape } from "./slide.ts";

const rule = "d8dde0";
const headRule = "4c6272";
const usualSize = 12;

/** A real table: its first row is the heading for screen readers too. */
export function tableXml(id: number, shape: TableShape): string {
  const { columns, rows, alt, h } = shape;
  const height = units(h / (rows.length + 1));
  const grid = columnWidths(shape).map((width) => `<a:gridCol w="${units(width)}"/>`);
  const head = rowXml(
    shape,
    columns.map((column) => column.heading),
    { height, isHead: true },
  );
  const lines = rows.map((cells) => rowXml(shape, cells, { height, isHead: false }));
  const table = `<a:tbl><a:tblPr firstRow="1"/><a:tblGrid>${grid.join("")}</a:tblGrid>${head}${lines.join("")}</a:tbl>`;
  return `<p:graphicFrame><p:nvGraphicFramePr>${namedXml(id, "Table", alt)}<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>${placeXml(shape, "", "p")}<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table">${table}</a:graphicData></a:graphic></p:graphicFrame>`;
}

/** Columns that say no width share what the others leave. */
function columnWidths({ columns, w }: TableShape): number[] {
  const given = columns.reduce((sum, { width = 0 }) => sum + width, 0);
  const free = columns.filter(({ width }) => width === undefined).length;
  const share = free === 0 ? 0 : Math.max(1, (w - given) / free);
  return columns.map(({ width }) => width ?? share);
}

type RowStyle = { height: number; isHead: boolean };

function rowXml(
  { columns, size = usualSize }: TableShape,
  cells: readonly string[],
  { height, isHead }: RowStyle,
): string {
  const borders = `${sideXml("L")}${sideXml("R")}${sideXml("T")}${sideXml("B", isHead ? headRule : rule)}`;
  const written = columns.map(({ align = "left" }, at) => {
    const paragraph = paragraphXml(cells[at] ?? "", { size, bold: isHead, align });
    return `<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>${paragraph}</a:txBody><a:tcPr marL="72000" marR="72000" marT="36000" marB="36000" anchor="t">${borders}${fillXml(undefined)}</a:tcPr></a:tc>`;
  });
  return `<a:tr h="${height}">${written.join("")}</a:tr>`;
}

function sideXml(side: "L" | "R" | "T" | "B", colour?: string): string {
  return outlineXml(colour ? { colour, width: 1 } : {})
    .replace("<a:ln", `<a:ln${side}`)
    .replace("</a:ln>", `</a:ln${side}>`);
}
