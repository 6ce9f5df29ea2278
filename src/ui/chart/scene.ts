import type { Point } from "@throughline/spc";
import type { Annotation, ChartSpecification } from "./chart-options.ts";
import { lineEnds, type LineEnd } from "./line-ends.ts";
import { figureSayer, withUnit } from "./number-words.ts";
import { textWidth } from "./text-width.ts";
import { timeAxis, type TimeAxis } from "./time-axis.ts";
import { valueAxis, type ValueAxis } from "./value-axis.ts";

/** Where everything in a chart stands: made once, handed to every mark. */
export interface Scene {
  readonly specification: ChartSpecification;
  readonly points: readonly Point[];
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly size: number;
  /** Of a point that is a common circle. */
  readonly radius: number;
  readonly value: ValueAxis;
  readonly time: TimeAxis;
  /** Across, for each point. */
  readonly x: readonly number[];
  readonly ends: readonly LineEnd[];
  readonly lanes: readonly Lane[];
  xOf(label: string | number): number | null;
  /** Down, for a value; one beyond a locked axis stands at its edge. */
  y(value: number): number;
  say(value: number): string;
}

/** A number that somebody chose, such as a target: with no more decimals than it has. */
function asGiven(value: number, unit: ChartSpecification["unit"]): string {
  return withUnit(value, Math.min(6, String(value).split(".")[1]?.length ?? 0), unit);
}

/** An annotation with its row above the plot. */
export interface Lane {
  readonly annotation: Annotation;
  /** Shortened where there is no room for all of them. */
  readonly words: string;
  readonly x: number;
  readonly row: number;
  /** Its words end at the date, for want of room on the right. */
  readonly leftwards: boolean;
}

export const laneHeight = 17;

/** `above` is the height of what stands over the plot; the plot's own rows are added here. */
export function setScene(specification: ChartSpecification, above: number): Scene {
  const { analysis, unit, width, dress, narrow } = specification;
  const compact = dress === "compact";
  const { points } = analysis;
  const size = compact || narrow ? 12 : 13;
  const value = valueAxis(
    plotted(points),
    { ceiling: unit.suffix === "%" ? 100 : undefined, ...specification.axis },
    compact ? 3 : narrow ? 5 : 6,
  );
  const say = figureSayer(points, unit);
  const ends = compact ? [] : lineEnds(specification, { say, sayTarget: (number) => asGiven(number, unit) });
  const margin = compact || narrow ? 8 : 16;
  const tickWidth = Math.max(
    0,
    ...value.ticks.map((tick) => textWidth(withUnit(tick, value.decimals, unit), size)),
  );
  const left = margin + tickWidth + 8;
  const endWidth = Math.max(
    compact ? 4 : 12,
    ...ends.map(
      (end) => textWidth(end.words, size) + 12 + (end.value > value.to || end.value < value.from ? size : 0),
    ),
  );
  const right = width - endWidth - (compact || narrow ? 4 : 12) - (specification.histogram ? 90 : 0);
  const time = timeAxis(
    points.map((point) => point.x),
    { width: right - left, size, years: specification.years },
  );
  const across = (at: number) => left + at * (right - left);
  const xOf = (label: string | number) => {
    const at = time.placeOf(label);
    return at === null ? null : across(at);
  };
  const lanes = compact ? [] : layLanes(specification, { xOf, left, right: width - margin, size });
  const rows = Math.max(0, ...lanes.map((lane) => lane.row + 1)) + (hasPhaseRow(specification) ? 1 : 0);
  const top = above + rows * laneHeight + 12;
  const bottom = top + specification.plotHeight;
  const span = value.to - value.from;
  const spacing = (right - left) / Math.max(1, points.length);
  return {
    specification,
    points,
    left,
    right,
    top,
    bottom,
    size,
    radius: Math.max(1.8, Math.min(compact ? 3.2 : narrow ? 4.6 : 6.6, spacing * 0.38)),
    value,
    time,
    x: time.places.map(across),
    ends,
    lanes,
    xOf,
    y: (number) => Math.min(bottom, Math.max(top, bottom - ((number - value.from) / span) * (bottom - top))),
    say,
  };
}

export function hasPhaseRow({ analysis, dress }: ChartSpecification): boolean {
  if (dress === "compact") return false;
  return analysis.phases.length > 1 || analysis.phases.some((phase) => phase.trial || phase.name !== null);
}

function plotted(points: readonly Point[]): (number | null)[] {
  const numbers: (number | null)[] = [];
  for (const { value, lower, upper, centre, target } of points)
    numbers.push(value, lower, upper, centre, target);
  return numbers;
}

interface Bounds {
  readonly left: number;
  readonly right: number;
  readonly size: number;
  xOf(label: string | number): number | null;
}

/** Words in rows so that none runs over another: each takes the lowest row that is free. */
function layLanes(
  { annotations, width: whole }: ChartSpecification,
  { left, right, size, xOf }: Bounds,
): Lane[] {
  const taken: [number, number][][] = [];
  const lanes: Lane[] = [];
  // From the right, so that a line down from a higher row stands left of the words in lower ones.
  const placed = annotations
    .flatMap((annotation) => ({ annotation, x: xOf(annotation.at) ?? Number.NaN }))
    .filter(({ x }) => !Number.isNaN(x))
    .sort((a, b) => b.x - a.x);
  for (const { annotation, x } of placed) {
    const all = annotationWords(annotation);
    const long = textWidth(all, size) + 10;
    // Where neither side has room for all of the words they stand on the roomier one, shortened.
    const isTight = x + long > whole && x - long <= left - 40;
    const leftwards = isTight ? x > whole - x : x + long > right && x - long > left - 40;
    const words = isTight ? shortenedTo(all, (leftwards ? x : whole - x) - 14, size) : all;
    const width = textWidth(words, size) + 10;
    const span: [number, number] = leftwards ? [x - width, x + 6] : [x - 6, x + width];
    let row = 0;
    while (taken[row]?.some(([from, to]) => from < span[1] && span[0] < to)) row += 1;
    (taken[row] ??= []).push(span);
    lanes.push({ annotation, words, x, row, leftwards });
  }
  return lanes;
}

function shortenedTo(words: string, room: number, size: number): string {
  if (textWidth(words, size) <= room) return words;
  let kept = words.length - 1;
  while (kept > 1 && textWidth(`${words.slice(0, kept)}…`, size) > room) kept -= 1;
  return `${words.slice(0, kept).trimEnd()}…`;
}

const kinds = { test: "Test: ", event: "", note: "" } as const;

/** A mark without words stands beside one that says them for both. */
export function annotationWords({ kind, text }: Annotation): string {
  if (text === "") return "";
  const words = /^Tests? \d/.test(text) ? text : `${kinds[kind]}${text}`;
  return words.length > 44 ? `${words.slice(0, 43).trimEnd()}…` : words;
}
