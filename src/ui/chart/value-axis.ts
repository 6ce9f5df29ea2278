import { scaleLinear } from "d3-scale";
import { decimalsOf } from "./number-words.ts";

export interface ValueAxisOptions {
  /** Keep these ends, so that charts can be compared. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly startAtZero?: boolean | undefined;
  /** No round end goes beyond this unless a number does: a share has nothing above 100%. */
  readonly ceiling?: number | undefined;
}

export interface ValueAxis {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly number[];
  /** Decimals for the ticks. */
  readonly decimals: number;
}

/** Round ends that hold every number, unless the caller locks them. */
export function valueAxis(
  numbers: readonly (number | null)[],
  options: ValueAxisOptions,
  count = 6,
): ValueAxis {
  const [least, most] = extent(numbers, options.startAtZero === true);
  const scale = scaleLinear().domain([least, most]).nice(count);
  const [niceFrom = 0, niceTo = 1] = scale.domain();
  const from = options.from ?? niceFrom;
  const to = options.to ?? capped(niceTo, numbers, options.ceiling);
  const ends = from < to ? { from, to } : { from: niceFrom, to: niceTo };
  const ticks = scale.domain([ends.from, ends.to]).ticks(count);
  return { ...ends, ticks, decimals: decimalsOf((ticks[1] ?? 1) - (ticks[0] ?? 0)) };
}

function capped(to: number, numbers: readonly (number | null)[], ceiling = Infinity): number {
  return to > ceiling && numbers.every((number) => number === null || number <= ceiling) ? ceiling : to;
}

function extent(numbers: readonly (number | null)[], zero: boolean): [number, number] {
  let least = zero ? 0 : Infinity;
  let most = zero ? 0 : -Infinity;
  for (const number of numbers) {
    if (number === null || !Number.isFinite(number)) continue;
    if (number < least) least = number;
    if (number > most) most = number;
  }
  if (least > most) return [0, 1];
  if (least === most) return aroundOne(least);
  const air = (most - least) * 0.04;
  return [least >= 0 ? Math.max(0, least - air) : least - air, most + air];
}

function aroundOne(value: number): [number, number] {
  const air = value === 0 ? 1 : Math.abs(value) * 0.1;
  return value >= 0 ? [Math.max(0, value - air), value + air] : [value - air, value + air];
}
