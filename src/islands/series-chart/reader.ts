/** A point of a chart: when it is of, and what it says. */
export type ReadPoint = { period: string; words: string };

/** Where the points stand in one drawing of them: a chart is drawn for a desk and for a phone. */
export type Drawing = {
  id: string;
  x: readonly number[];
  y: readonly (number | null)[];
  top: number;
  bottom: number;
};

/** The point nearest to a place across the drawing. */
export function nearest({ x }: Pick<Drawing, "x">, across: number): number {
  let best = 0;
  for (const [at, place] of x.entries())
    if (Math.abs(place - across) < Math.abs(x[best]! - across)) best = at;
  return best;
}
