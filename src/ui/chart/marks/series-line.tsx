import type { ReactNode } from "react";
import { palette } from "../palette.ts";
import { linePath, type Place } from "../px.ts";
import type { Scene } from "../scene.ts";

/** From point to point, broken at a reading that is not there and at periods that were skipped. */
export function SeriesLine({ scene }: { scene: Scene }): ReactNode {
  return (
    <path
      d={seriesPath(scene)}
      fill="none"
      stroke={palette.line}
      strokeWidth={scene.specification.dress === "compact" ? 1.2 : 1.6}
      strokeLinejoin="round"
    />
  );
}

export function seriesPath(scene: Pick<Scene, "points" | "x" | "y" | "time">): string {
  const places: (Place | null)[] = [];
  scene.points.forEach((point, i) => {
    if (scene.time.skipped[i] === true) places.push(null);
    places.push(point.value === null ? null : [scene.x[i]!, scene.y(point.value)]);
  });
  return linePath(places);
}
