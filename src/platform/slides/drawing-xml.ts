import { xmlText } from "../office/xml-text.ts";
import type { Outline, Place, TextStyle } from "./slide.ts";

const unitsOfCentimetre = 360_000;
const unitsOfPoint = 12_700;

export const ink = "212b32";

export function units(centimetres: number): number {
  if (!Number.isFinite(centimetres)) throw new RangeError("A place on a slide must be a number");
  return Math.round(centimetres * unitsOfCentimetre);
}

export function placeXml({ x, y, w, h }: Place, flips = "", prefix = "a"): string {
  return `<${prefix}:xfrm${flips}><a:off x="${units(x)}" y="${units(y)}"/><a:ext cx="${units(w)}" cy="${units(h)}"/></${prefix}:xfrm>`;
}

export function fillXml(colour: string | undefined): string {
  return colour ? `<a:solidFill><a:srgbClr val="${hex(colour)}"/></a:solidFill>` : "<a:noFill/>";
}

function hex(colour: string): string {
  return /^[0-9a-f]{6}$/i.test(colour) ? colour.toUpperCase() : "000000";
}

const dashes = { solid: "solid", dash: "dash", dot: "sysDot" };

export function outlineXml({ colour, width = 1, dash = "solid" }: Outline, ends = ""): string {
  if (!colour || width === 0) return "<a:ln><a:noFill/></a:ln>";
  return `<a:ln w="${Math.round(width * unitsOfPoint)}">${fillXml(colour)}<a:prstDash val="${dashes[dash]}"/><a:round/>${ends}</a:ln>`;
}

export const arrowEnd = '<a:tailEnd type="triangle"/>';

const decoration =
  '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>';

/** What a screen reader says of a shape; one that says nothing is marked as decoration. */
export function namedXml(id: number, name: string, alt: string | undefined, hasText = false): string {
  const described = alt ? ` descr="${xmlText(alt)}"` : "";
  return `<p:cNvPr id="${id}" name="${xmlText(name)}"${described}>${alt || hasText ? "" : decoration}</p:cNvPr>`;
}

const aligned = { left: "l", centre: "ctr", right: "r" };

export function runXml(text: string, { size, bold, colour = ink }: TextStyle): string {
  const height = size === undefined ? "" : ` sz="${Math.round(size * 100)}"`;
  return `<a:r><a:rPr lang="en-GB"${height}${bold ? ' b="1"' : ""} dirty="0">${fillXml(colour)}</a:rPr><a:t>${xmlText(text)}</a:t></a:r>`;
}

export function paragraphXml(text: string, style: TextStyle, properties = ""): string {
  const lines = text.split(/\r\n|\r|\n/).map((line) => runXml(line, style));
  return `<a:p><a:pPr algn="${aligned[style.align ?? "left"]}"${properties || "/>"}${lines.join("<a:br/>")}</a:p>`;
}

/** A hanging bullet. */
export const bullet =
  ' marL="342900" indent="-342900"><a:spcAft><a:spcPts val="600"/></a:spcAft><a:buFont typeface="Arial"/><a:buChar char="•"/></a:pPr>';

const centimetresOfPoint = 0.0353;
const widthOfLetter = 0.52;
const heightOfLine = 1.2;
const smallest = 8;

/** The largest size in which the paragraphs fit, for a typeface like Arial. */
export function fittingSize(
  paragraphs: readonly string[],
  { w, h }: Pick<Place, "w" | "h">,
  largest: number,
): number {
  for (let size = largest; size > smallest; size -= 0.5) {
    const perLine = Math.max(1, Math.floor((w - 0.5) / (size * centimetresOfPoint * widthOfLetter)));
    const lines = paragraphs.reduce((sum, text) => sum + linesOf(text, perLine), 0);
    if (lines * size * centimetresOfPoint * heightOfLine <= h - 0.2) return size;
  }
  return smallest;
}

/** As words wrap: one that does not fit goes to the next line. */
function linesOf(text: string, perLine: number): number {
  let lines = 0;
  for (const line of text.split("\n")) {
    let used = 0;
    lines += 1;
    for (const word of line.split(" ")) {
      const needed = used === 0 ? word.length : used + 1 + word.length;
      if (needed <= perLine) used = needed;
      else {
        lines += used === 0 ? Math.ceil(word.length / perLine) - 1 : Math.ceil(word.length / perLine);
        used = ((word.length - 1) % perLine) + 1;
      }
    }
  }
  return lines;
}
