import type { Point } from "@throughline/spc";
import type { ReactNode } from "react";
import { palette } from "../palette.ts";
import { down } from "../px.ts";
import type { Scene } from "../scene.ts";
import { cross } from "../shapes.ts";

/** A reading that is not there, told on the axis at its date: a cross, or a bar where none was expected. */
export function AbsentPoints({ scene }: { scene: Scene }): ReactNode {
  const { points, x, bottom } = scene;
  const path = points
    .flatMap((point, i) => (isAbsent(point) ? [absence(point, x[i]!, bottom)] : []))
    .join("");
  return path === "" ? null : <path d={path} fill="none" stroke={palette.quiet} strokeWidth="1.6" />;
}

export function isAbsent(point: Point): boolean {
  return point.value === null;
}

function absence(point: Point, x: number, bottom: number): string {
  return point.state === "not-applicable" ? down(x, bottom - 12, bottom - 4) : cross(x, bottom - 8, 3.2);
}
