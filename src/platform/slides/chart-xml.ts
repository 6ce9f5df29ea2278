import { xmlHead, xmlText } from "../office/xml-text.ts";
import { columnName } from "../workbook/cell.ts";
import { fillXml, ink, outlineXml } from "./drawing-xml.ts";
import type { ChartSeries, LineChart, Marker } from "./slide.ts";

const axisIds = { category: 111_111_111, value: 222_222_222 };
const faint = "d8dde0";
const textSize = 1_200;
const namespaces =
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

/** A line chart of PowerPoint's own; its numbers lie in the workbook that the relationship rId1 names. */
export function chartXml(chart: LineChart): string {
  const series = chart.series.map((one, at) => seriesXml(one, at, chart));
  const lines = `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series.join("")}<c:marker val="1"/><c:axId val="${axisIds.category}"/><c:axId val="${axisIds.value}"/></c:lineChart>`;
  const plot = `<c:plotArea><c:layout/>${lines}${categoryAxis(chart)}${valueAxis(chart)}<c:spPr><a:noFill/></c:spPr></c:plotArea>`;
  return `${xmlHead}<c:chartSpace ${namespaces}><c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/>${plot}${legendXml(chart)}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>${letters()}<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>`;
}

function seriesXml(series: ChartSeries, at: number, chart: LineChart): string {
  const { name, colour, width = 2, dash = "solid", marker = { form: "none" }, marked = [] } = series;
  const column = columnName(at + 1);
  const last = chart.categories.length + 1;
  const line = outlineXml({ colour, width, dash });
  const title = `<c:tx><c:strRef><c:f>Sheet1!$${column}$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${xmlText(name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>`;
  const points = marked.map(
    (point) =>
      `<c:dPt><c:idx val="${point.at}"/>${markerXml(point, colour)}<c:bubble3D val="0"/><c:spPr>${line}</c:spPr></c:dPt>`,
  );
  const categories = `<c:cat><c:strRef><c:f>Sheet1!$A$2:$A$${last}</c:f><c:strCache>${cacheXml(chart.categories)}</c:strCache></c:strRef></c:cat>`;
  const values = `<c:val><c:numRef><c:f>Sheet1!$${column}$2:$${column}$${last}</c:f><c:numCache><c:formatCode>General</c:formatCode>${cacheXml(chart.categories.map((_, index) => numberAt(series, index)))}</c:numCache></c:numRef></c:val>`;
  return `<c:ser><c:idx val="${at}"/><c:order val="${at}"/>${title}<c:spPr>${line}</c:spPr>${markerXml(marker, colour)}${points.join("")}${categories}${values}<c:smooth val="0"/></c:ser>`;
}

function numberAt({ values }: ChartSeries, index: number): string | null {
  const value = values[index] ?? null;
  return value === null || !Number.isFinite(value) ? null : String(value);
}

function cacheXml(texts: readonly (string | null)[]): string {
  const points = texts.map((text, at) =>
    text === null ? "" : `<c:pt idx="${at}"><c:v>${xmlText(text)}</c:v></c:pt>`,
  );
  return `<c:ptCount val="${texts.length}"/>${points.join("")}`;
}

function markerXml({ form, size = 6, fill }: Marker, colour: string): string {
  if (form === "none") return '<c:marker><c:symbol val="none"/></c:marker>';
  return `<c:marker><c:symbol val="${form}"/><c:size val="${Math.min(72, Math.max(2, Math.round(size)))}"/><c:spPr>${fillXml(fill ?? colour)}${outlineXml({ colour: fill ?? colour, width: 0.75 })}</c:spPr></c:marker>`;
}

function categoryAxis({ categoryTitle, categories }: LineChart): string {
  const skip = Math.max(1, Math.ceil(categories.length / 24));
  return `<c:catAx><c:axId val="${axisIds.category}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/>${axisTitle(categoryTitle)}<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:spPr>${outlineXml({ colour: "768692", width: 1 })}</c:spPr>${letters()}<c:crossAx val="${axisIds.value}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:tickLblSkip val="${skip}"/><c:noMultiLvlLbl val="1"/></c:catAx>`;
}

function valueAxis({ valueTitle, least, most, numberFormat = "General" }: LineChart): string {
  const bounds = `${most === undefined ? "" : `<c:max val="${most}"/>`}${least === undefined ? "" : `<c:min val="${least}"/>`}`;
  return `<c:valAx><c:axId val="${axisIds.value}"/><c:scaling><c:orientation val="minMax"/>${bounds}</c:scaling><c:delete val="0"/><c:axPos val="l"/><c:majorGridlines><c:spPr>${outlineXml({ colour: faint, width: 0.75 })}</c:spPr></c:majorGridlines>${axisTitle(valueTitle, ' rot="-5400000" vert="horz"')}<c:numFmt formatCode="${xmlText(numberFormat)}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>${letters()}<c:crossAx val="${axisIds.category}"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>`;
}

function axisTitle(title: string | undefined, turned = ""): string {
  if (!title) return "";
  return `<c:title><c:tx><c:rich><a:bodyPr${turned}/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${textSize}" b="0"/></a:pPr><a:r><a:rPr lang="en-GB" sz="${textSize}" b="0">${fillXml(ink)}</a:rPr><a:t>${xmlText(title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;
}

function legendXml({ legend = true, series }: LineChart): string {
  if (!legend) return "";
  const hidden = series.map(({ inLegend = true }, at) =>
    inLegend ? "" : `<c:legendEntry><c:idx val="${at}"/><c:delete val="1"/></c:legendEntry>`,
  );
  return `<c:legend><c:legendPos val="b"/>${hidden.join("")}<c:overlay val="0"/>${letters()}</c:legend>`;
}

function letters(): string {
  return `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${textSize}">${fillXml(ink)}</a:defRPr></a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr>`;
}
