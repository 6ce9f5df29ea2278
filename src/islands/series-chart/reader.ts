/** One point of the drawing: where it stands and what it says. */
export type ReadPoint = { x: number; y: number | null; period: string; words: string };

/** The point nearest to a place across the drawing. */
export function nearest(points: readonly ReadPoint[], x: number): number {
  let best = 0;
  for (const [at, point] of points.entries()) {
    if (Math.abs(point.x - x) < Math.abs(points[best]!.x - x)) best = at;
  }
  return best;
}
