import { textWidth, wrapText } from "../chart/text-width.ts";

export interface Arc {
  /** From the top, clockwise, in radians. */
  readonly from: number;
  readonly to: number;
  readonly inner: number;
  readonly outer: number;
}

export interface ArcText {
  readonly lines: readonly string[];
  readonly size: number;
  readonly rotate: number;
  readonly x: number;
  readonly y: number;
  /** False when words had to be left out. */
  readonly isWhole: boolean;
}

const sizes = [15, 14, 13, 12, 11, 10] as const;
const leading = 1.2;
const padding = 8;

/**
 * A text in a ring's slice: along the radius or across it, whichever is nearer to level among those that hold it
 * at the larger size. At the smallest size it is cut, and the outline has it whole.
 */
export function arcText(text: string, arc: Arc, bold = false): ArcText {
  for (const size of sizes) {
    const found = ways(arc)
      .map((way) => setIn(text, way, { size, bold }))
      .filter((set) => set.isWhole)
      .sort((a, b) => tilt(a) - tilt(b));
    if (found[0]) return found[0];
  }
  const last = ways(arc).map((way) => setIn(text, way, { size: sizes.at(-1)!, bold }));
  return last.sort((a, b) => b.lines.join("").length - a.lines.join("").length)[0]!;
}

interface Way {
  readonly length: number;
  readonly depth: number;
  readonly rotate: number;
  readonly x: number;
  readonly y: number;
}

/** From the edge of a slice, at the corners of what stands in it. */
const edge = 5;

/** A block of lines is a rectangle in a bent slice: the longer its lines, the fewer of them keep off the rings. */
function ways({ from, to, inner, outer }: Arc): Way[] {
  const [angle, middle] = [(from + to) / 2, (inner + outer) / 2];
  const [x, y] = [middle * Math.sin(angle), -middle * Math.cos(angle)];
  const half = Math.min((to - from) / 2, 1.4);
  const rim = outer - edge;
  const along = [1, 0.85, 0.7].map((share): Way => {
    const reach = (share * (outer - inner - 2 * padding)) / 2;
    const room = Math.min(far(rim, middle + reach), (middle - reach) * Math.tan(half));
    return { length: 2 * reach, depth: 2 * room - 4, ...at(x, y, angle - Math.PI / 2) };
  });
  const widest = Math.min((inner + padding) * Math.sin(half), far(outer, middle)) - padding;
  const across = [1, 0.85, 0.7].map((share): Way => {
    const reach = share * widest;
    const room = Math.min(middle - inner - edge, far(rim, reach) - middle);
    return { length: 2 * reach, depth: 2 * room, ...at(x, y, angle) };
  });
  return [...along, ...across];
}

/** How far from the middle of a circle a line leaves it that runs so far beside that middle. */
function far(radius: number, beside: number): number {
  return Math.sqrt(Math.max(0, radius * radius - beside * beside));
}

/** Never upside down. */
function at(x: number, y: number, angle: number): Pick<Way, "x" | "y" | "rotate"> {
  const degrees = ((((angle * 180) / Math.PI) % 360) + 360) % 360;
  return {
    x,
    y,
    rotate: degrees > 90 && degrees < 270 ? degrees - 180 : degrees >= 270 ? degrees - 360 : degrees,
  };
}

function setIn(text: string, way: Way, { size, bold }: { size: number; bold: boolean }): ArcText {
  const most = Math.floor(way.depth / (size * leading));
  const lines = way.length < 3 * size ? [] : balanced(text, way.length, { size, bold });
  const isWhole = lines.length > 0 && lines.length <= most && !hasCutWord(text, way.length, size, bold);
  const kept = lines.slice(0, Math.max(0, most));
  if (kept.length < lines.length && kept.length > 0)
    kept[kept.length - 1] = withEllipsis(kept.at(-1)!, way.length, size);
  return { lines: kept, size, rotate: way.rotate, x: way.x, y: way.y, isWhole };
}

/** As many lines as it takes, and all of them about as long: no last word by itself. */
function balanced(text: string, most: number, { size, bold }: { size: number; bold: boolean }): string[] {
  const lines = wrapText(text, most, size, bold);
  const least = (textWidth(text, size, bold) / lines.length) * 1.02;
  for (let width = Math.max(least, 3 * size); width < most; width += size) {
    const shorter = wrapText(text, width, size, bold);
    if (shorter.length === lines.length && !hasCutWord(text, width, size, bold)) return shorter;
  }
  return lines;
}

function hasCutWord(...[text, width, size, bold]: [string, number, number, boolean]): boolean {
  return text.split(/\s+/).some((word) => textWidth(word, size, bold) > width);
}

function withEllipsis(line: string, width: number, size: number): string {
  let cut = line;
  while (cut !== "" && textWidth(`${cut}…`, size) > width) cut = cut.slice(0, -1);
  return `${cut.trimEnd()}…`;
}

function tilt({ rotate }: ArcText): number {
  return Math.abs(rotate);
}
