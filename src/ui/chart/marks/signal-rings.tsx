import type { ReactNode } from "react";
import { palette } from "../palette.ts";
import type { Scene } from "../scene.ts";
import { circle } from "../shapes.ts";
import { verdictSignal } from "../verdict-words.ts";

/** Rings around the points that the verdict speaks of. */
export function SignalRings({ scene }: { scene: Scene }): ReactNode {
  const rings = ringedPoints(scene)
    .map((i) => ({ x: scene.x[i], value: scene.points[i]?.value ?? null }))
    .flatMap(({ x, value }) =>
      x === undefined || value === null ? [] : [circle(x, scene.y(value), scene.radius * 1.75)],
    )
    .join("");
  return rings === "" ? null : <path d={rings} fill="none" stroke={palette.ink} strokeWidth="1.1" />;
}

export function ringedPoints({ specification }: Scene): readonly number[] {
  return specification.ringed ?? verdictSignal(specification.analysis)?.points ?? [];
}
