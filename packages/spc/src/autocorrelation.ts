import { correctedMean } from "./mean.ts";

/** Correlation of the points with those so many places before; a missing one leaves its pairs out. Null when flat. */
export function autocorrelation(values: ArrayLike<number>, lag: number): number | null {
  const mean = correctedMean(values);
  let together = 0;
  let squares = 0;
  for (let i = 0; i < values.length; i += 1) {
    const here = values[i]! - mean;
    if (!Number.isFinite(here)) continue;
    squares += here * here;
    const before = i >= lag ? values[i - lag]! - mean : Number.NaN;
    if (Number.isFinite(before)) together += here * before;
  }
  return squares > 0 ? together / squares : null;
}
