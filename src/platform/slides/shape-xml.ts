import {
  arrowEnd,
  bullet,
  fillXml,
  fittingSize,
  namedXml,
  outlineXml,
  paragraphXml,
  placeXml,
  units,
} from "./drawing-xml.ts";
import type {
  BoxShape,
  BulletShape,
  ConnectorShape,
  LineShape,
  Outline,
  Place,
  PolygonShape,
  Side,
  TextShape,
  TextStyle,
} from "./slide.ts";

const largestText = 18;
const largestInBox = 16;

export function textXml(id: number, shape: TextShape | BulletShape): string {
  const isList = shape.kind === "bullets";
  const paragraphs = isList ? shape.items : [shape.text].flat();
  const style = { ...shape, size: shape.size ?? fittingSize(paragraphs, shape, largestText) };
  const body = paragraphs.map((text) => paragraphXml(text, style, isList ? bullet : "")).join("");
  return `<p:sp><p:nvSpPr>${namedXml(id, isList ? "List" : "Text", undefined, true)}<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr>${placeXml(shape)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>${bodyXml(body, "t")}</p:sp>`;
}

const forms = { rectangle: "rect", rounded: "roundRect", ellipse: "ellipse", diamond: "diamond" };

export function boxXml(id: number, shape: BoxShape): string {
  const { form = "rectangle", text = "", alt, fill, outline = {} } = shape;
  const geometry = `<a:prstGeom prst="${forms[form]}"><a:avLst/></a:prstGeom>`;
  return `<p:sp><p:nvSpPr>${namedXml(id, nameOf(text, "Box"), alt, text !== "")}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>${placeXml(shape)}${geometry}${fillXml(fill)}${outlineXml(outline)}</p:spPr>${inside(text, shape, shape)}</p:sp>`;
}

/** The list of a slide's parts is easier to use when each is called what it says. */
function nameOf(text: string, otherwise: string): string {
  return text.replaceAll(/\s+/g, " ").trim().slice(0, 60) || otherwise;
}

function inside(text: string, style: TextStyle, place: Pick<Place, "w" | "h">): string {
  const size = style.size ?? fittingSize([text], place, largestInBox);
  return bodyXml(paragraphXml(text, { ...style, size, align: style.align ?? "centre" }), "ctr");
}

function bodyXml(paragraphs: string, anchor: "t" | "ctr"): string {
  return `<p:txBody><a:bodyPr wrap="square" lIns="90000" tIns="36000" rIns="90000" bIns="36000" rtlCol="0" anchor="${anchor}"><a:normAutofit/></a:bodyPr><a:lstStyle/>${paragraphs || "<a:p/>"}</p:txBody>`;
}

type Points = readonly (readonly [number, number])[];

export function polygonXml(id: number, shape: PolygonShape): string {
  const { text = "", alt, fill, outline = {} } = shape;
  const place = around(shape.points);
  const at = ([x, y]: readonly [number, number]) =>
    `<a:pt x="${units(x - place.x)}" y="${units(y - place.y)}"/>`;
  const [first, ...others] = shape.points.map(at);
  const path = `<a:moveTo>${first}</a:moveTo>${others.map((point) => `<a:lnTo>${point}</a:lnTo>`).join("")}<a:close/>`;
  const geometry = `<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst><a:path w="${units(place.w)}" h="${units(place.h)}">${path}</a:path></a:pathLst></a:custGeom>`;
  return `<p:sp><p:nvSpPr>${namedXml(id, nameOf(text, "Shape"), alt, text !== "")}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>${placeXml(place)}${geometry}${fillXml(fill)}${outlineXml(outline)}</p:spPr>${inside(text, shape, place)}</p:sp>`;
}

function around(points: Points): Place {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, w: Math.max(...xs) - x, h: Math.max(...ys) - y };
}

const usualLine: Outline = { colour: "4c6272", width: 1.5 };

export function lineXml(id: number, shape: LineShape): string {
  return strokeXml({ id, shape, from: shape.from, to: shape.to, glue: "", geometry: "line" });
}

export type PlacedBox = { id: number; box: BoxShape };

export function connectorXml(
  id: number,
  shape: ConnectorShape,
  boxes: ReadonlyMap<string, PlacedBox>,
): string {
  const [from, to] = [boxes.get(shape.from), boxes.get(shape.to)];
  if (!from || !to) throw new RangeError(`No box is called ${from ? shape.to : shape.from}`);
  const [out, into] = shape.sides ?? ["right", "left"];
  const glue = `<a:stCxn id="${from.id}" idx="${siteOf(from.box, out)}"/><a:endCxn id="${to.id}" idx="${siteOf(to.box, into)}"/>`;
  const bends = shape.bent && out === "right" && into === "left";
  const geometry = bends ? "bentConnector3" : "straightConnector1";
  return strokeXml({ id, shape, from: middleOf(from.box, out), to: middleOf(to.box, into), glue, geometry });
}

type Stroke = {
  id: number;
  shape: LineShape | ConnectorShape;
  from: readonly [number, number];
  to: readonly [number, number];
  glue: string;
  geometry: string;
};

function strokeXml({ id, shape, from, to, glue, geometry }: Stroke): string {
  const flips = `${to[0] < from[0] ? ' flipH="1"' : ""}${to[1] < from[1] ? ' flipV="1"' : ""}`;
  const line = outlineXml({ ...usualLine, ...shape.outline }, shape.arrow ? arrowEnd : "");
  return `<p:cxnSp><p:nvCxnSpPr>${namedXml(id, glue ? "Connector" : "Line", shape.alt)}<p:cNvCxnSpPr>${glue}</p:cNvCxnSpPr><p:nvPr/></p:nvCxnSpPr><p:spPr>${placeXml(around([from, to]), flips)}<a:prstGeom prst="${geometry}"><a:avLst/></a:prstGeom>${line}</p:spPr></p:cxnSp>`;
}

/** Where a line can be glued to, counted against the clock from the top; an ellipse has places between as well. */
function siteOf({ form }: BoxShape, side: Side): number {
  const index = (["top", "left", "bottom", "right"] as const).indexOf(side);
  return form === "ellipse" ? index * 2 : index;
}

function middleOf({ x, y, w, h }: Place, side: Side): [number, number] {
  if (side === "left" || side === "right") return [side === "left" ? x : x + w, y + h / 2];
  return [x + w / 2, side === "top" ? y : y + h];
}
