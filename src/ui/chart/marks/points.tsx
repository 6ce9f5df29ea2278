import type { ReactNode } from "react";
import { lookOf, type Look } from "../look.ts";
import { markColours } from "../palette.ts";
import type { Place } from "../px.ts";
import type { Scene } from "../scene.ts";
import { letterPath, letterPlace, shapePath } from "../shapes.ts";

/** Letters smaller than this cannot be read. */
const leastForLetters = 4.4;

/** Every point by its look: one path a look, whatever the number of points. */
export function Points({ scene }: { scene: Scene }): ReactNode {
  return [...byLook(scene)].map(([look, places]) => (
    <LookOfPoints key={look.words} look={look} places={places} radius={scene.radius} />
  ));
}

interface LookOfPointsProps {
  readonly look: Look;
  readonly places: readonly Place[];
  readonly radius: number;
}

export function LookOfPoints({ look, places, radius }: LookOfPointsProps): ReactNode {
  const { fill, outline, letter } = markColours[look.name];
  const r = look.name === "common" ? radius * 0.72 : radius;
  const lettered = look.letter !== null && radius >= leastForLetters;
  const letters = lettered
    ? places.map((place) => letterPath(look.letter, letterPlace(look.shape, place, r), r)).join("")
    : "";
  return (
    <>
      <path
        d={places.map((place) => shapePath(look.shape, place, r)).join("")}
        fill={fill}
        stroke={outline}
        strokeWidth={radius < 3 ? 0.9 : 1.3}
        strokeLinejoin="round"
      />
      {letters ? <path d={letters} fill="none" stroke={letter} strokeWidth="1.2" /> : null}
    </>
  );
}

function byLook({ points, x, y }: Scene): Map<Look, Place[]> {
  const found = new Map<Look, Place[]>();
  points.forEach((point, i) => {
    if (point.value === null) return;
    const look = lookOf(point);
    const places = found.get(look);
    const place: Place = [x[i]!, y(point.value)];
    if (places) places.push(place);
    else found.set(look, [place]);
  });
  return found;
}
