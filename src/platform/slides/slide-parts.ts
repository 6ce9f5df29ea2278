import { xmlHead } from "../office/xml-text.ts";
import type { ZipEntry } from "../zip/write-zip.ts";
import { chartWorkbook } from "./chart-workbook.ts";
import { chartXml } from "./chart-xml.ts";
import { namedXml, placeXml } from "./drawing-xml.ts";
import { boxXml, connectorXml, lineXml, polygonXml, textXml, type PlacedBox } from "./shape-xml.ts";
import type { ChartShape, PictureShape, Slide, SlideShape } from "./slide.ts";
import { tableXml } from "./table-xml.ts";

const officeDocument = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const relationships = "http://schemas.openxmlformats.org/package/2006/relationships";

/** What a slide's shapes come to: their markup, the slide's relations, and parts of their own. */
export type SlideParts = { xml: string; relations: string; parts: ZipEntry[] };

/** Numbers of charts and pictures, counted through the whole deck. */
export type Counter = { charts: number; pictures: number };

/** Higher than any number that the slide's own title and page number have. */
const firstId = 100;

export function slideParts(slide: Slide, counter: Counter): SlideParts {
  const made: SlideParts = { xml: "", relations: "", parts: [] };
  const boxes = boxesOf(slide.shapes);
  slide.shapes.forEach((shape, at) => {
    made.xml += shapeXml(firstId + at, shape, { made, counter, boxes });
  });
  return made;
}

function boxesOf(shapes: readonly SlideShape[]): Map<string, PlacedBox> {
  return new Map(
    shapes.flatMap((shape, at) =>
      shape.kind === "box" && shape.id !== undefined ? [[shape.id, { id: firstId + at, box: shape }]] : [],
    ),
  );
}

type Making = { made: SlideParts; counter: Counter; boxes: ReadonlyMap<string, PlacedBox> };

function shapeXml(id: number, shape: SlideShape, making: Making): string {
  switch (shape.kind) {
    case "text":
    case "bullets":
      return textXml(id, shape);
    case "box":
      return boxXml(id, shape);
    case "connector":
      return connectorXml(id, shape, making.boxes);
    case "line":
      return lineXml(id, shape);
    case "polygon":
      return polygonXml(id, shape);
    case "table":
      return tableXml(id, shape);
    case "chart":
      return addChart(id, shape, making);
    case "picture":
      return addPicture(id, shape, making);
  }
}

function addChart(id: number, shape: ChartShape, { made, counter }: Making): string {
  const number = (counter.charts += 1);
  const relation = `chart${number}`;
  made.relations += `<Relationship Id="${relation}" Type="${officeDocument}/chart" Target="../charts/chart${number}.xml"/>`;
  made.parts.push(
    { name: `ppt/charts/chart${number}.xml`, content: chartXml(shape.chart) },
    { name: `ppt/charts/_rels/chart${number}.xml.rels`, content: chartRelations(number) },
    { name: `ppt/embeddings/chart${number}.xlsx`, content: chartWorkbook(shape.chart) },
  );
  return `<p:graphicFrame><p:nvGraphicFramePr>${namedXml(id, `Chart ${number}`, shape.alt)}<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>${placeXml(shape, "", "p")}<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="${relation}"/></a:graphicData></a:graphic></p:graphicFrame>`;
}

function chartRelations(number: number): string {
  return `${xmlHead}<Relationships xmlns="${relationships}"><Relationship Id="rId1" Type="${officeDocument}/package" Target="../embeddings/chart${number}.xlsx"/></Relationships>`;
}

function addPicture(id: number, shape: PictureShape, { made, counter }: Making): string {
  const number = (counter.pictures += 1);
  const relation = `picture${number}`;
  made.relations += `<Relationship Id="${relation}" Type="${officeDocument}/image" Target="../media/picture${number}.png"/>`;
  made.parts.push({ name: `ppt/media/picture${number}.png`, content: shape.png });
  return `<p:pic><p:nvPicPr>${namedXml(id, `Picture ${number}`, shape.alt)}<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed="${relation}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>${placeXml(shape)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>`;
}
