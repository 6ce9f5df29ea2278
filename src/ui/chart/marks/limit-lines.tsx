import type { Point } from "@throughline/spc";
import type { ReactNode } from "react";
import { palette } from "../palette.ts";
import { linePath, px, type Place } from "../px.ts";
import type { Scene } from "../scene.ts";

type Line = "lower" | "centre" | "upper" | "target";

/** A faint field between the limits: where chance alone may take a point. */
export function LimitField({ scene }: { scene: Scene }): ReactNode {
  const path = phasesOf(scene.points)
    .map((phase) => fieldPath(scene, phase))
    .join("");
  return path === "" ? null : <path d={path} fill={palette.between} />;
}

/** The limits, broken where a phase ends; solid for the centre. */
export function LimitLines({ scene }: { scene: Scene }): ReactNode {
  const varies = scene.specification.analysis.phases.some(
    (phase) => phase.lower === null || phase.upper === null,
  );
  return (
    <>
      <path
        d={brokenLine(scene, "upper") + brokenLine(scene, "lower")}
        fill="none"
        stroke={palette.limits}
        strokeWidth={varies ? 1.1 : 1.4}
        strokeDasharray={varies ? undefined : "6 4"}
      />
      <path d={brokenLine(scene, "centre")} fill="none" stroke={palette.centre} strokeWidth="1.4" />
    </>
  );
}

/** From where a point's stretch of the axis begins to where it ends. */
export function stretches({ x, points }: Scene): [number, number][] {
  const half = x.length > 1 ? (x.at(-1)! - x[0]!) / (x.length - 1) / 2 : 20;
  return x.map((at, i) => {
    const before =
      i > 0 && points[i - 1]!.phase === points[i]!.phase ? (at + x[i - 1]!) / 2 : at - half * 0.9;
    const after =
      i < x.length - 1 && points[i + 1]!.phase === points[i]!.phase ? (at + x[i + 1]!) / 2 : at + half * 0.9;
    return [before, after];
  });
}

/** Level over each point's stretch, with a step where the height changes and a break at each phase. */
export function brokenLine(scene: Scene, line: Line): string {
  const { points } = scene;
  const reach = stretches(scene);
  let path = "";
  for (let i = 0; i < points.length;) {
    const value = within(scene, points[i]![line]);
    let end = i + 1;
    while (end < points.length && within(scene, points[end]![line]) === value && joined(points, end, line))
      end += 1;
    if (value !== null) {
      const starts = i > 0 && within(scene, points[i - 1]![line]) !== null && joined(points, i, line);
      const height = px(scene.y(value));
      path += starts
        ? `V${height}H${px(reach[end - 1]![1])}`
        : `M${px(reach[i]![0])} ${height}H${px(reach[end - 1]![1])}`;
    }
    i = end;
  }
  return path;
}

/** A line beyond a locked axis is not drawn: its label says where it is. */
function within({ value: axis }: Scene, height: number | null): number | null {
  return height === null || height < axis.from || height > axis.to ? null : height;
}

/** A target goes on through a phase; limits do not. */
function joined(points: readonly Point[], i: number, line: Line): boolean {
  return line === "target" || points[i]!.phase === points[i - 1]!.phase;
}

function phasesOf(points: readonly Point[]): (readonly [number, number])[] {
  const found: [number, number][] = [];
  points.forEach((point, i) => {
    const last = found.at(-1);
    const open = last !== undefined && points[i - 1]!.phase === point.phase && points[i - 1]!.lower !== null;
    if (point.lower === null || point.upper === null) return;
    if (open) last[1] = i;
    else found.push([i, i]);
  });
  return found;
}

function fieldPath(scene: Scene, [from, to]: readonly [number, number]): string {
  const reach = stretches(scene);
  const upper: Place[] = [];
  const lower: Place[] = [];
  for (let i = from; i <= to; i += 1) {
    const [point, [start, end]] = [scene.points[i]!, reach[i]!];
    if (i > from && i < to && same(scene.points[i - 1]!, point) && same(point, scene.points[i + 1]!))
      continue;
    upper.push([start, scene.y(point.upper!)], [end, scene.y(point.upper!)]);
    lower.push([end, scene.y(point.lower!)], [start, scene.y(point.lower!)]);
  }
  return `${linePath([...upper, ...pairs(lower)])}Z`;
}

function same(a: Point, b: Point): boolean {
  return a.upper === b.upper && a.lower === b.lower;
}

/** The lower edge runs back: the last stretch first. */
function pairs(lower: readonly Place[]): Place[] {
  const back: Place[] = [];
  for (let i = lower.length - 2; i >= 0; i -= 2) back.push(lower[i]!, lower[i + 1]!);
  return back;
}
