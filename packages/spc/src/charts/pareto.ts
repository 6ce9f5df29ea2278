import { correctedSum } from "../mean.ts";
import type { Reading } from "../series.ts";
import { SpcError } from "../spc-error.ts";

export interface ParetoBar {
  readonly name: string;
  readonly value: number;
  readonly share: number;
  /** Share of this bar and all before it; the last is exactly 1. */
  readonly cumulative: number;
  /** One of the fewest bars that together reach the threshold. */
  readonly vital: boolean;
}

export interface Pareto {
  readonly total: number;
  readonly bars: readonly ParetoBar[];
}

export interface ParetoOptions {
  /** Share that the vital few must reach together. 0.8 unless said. */
  readonly threshold?: number;
  /** A name to put last whatever its size, as "Other". */
  readonly last?: string;
}

/**
 * Pareto chart: causes by size, with the running share. Equal sizes keep the order given; the same name twice is
 * added up; missing, negative and infinite sizes are left out. Juran, Quality Control Handbook (1951).
 */
export function pareto(
  causes: readonly { readonly name: string; readonly value: Reading }[],
  options: ParetoOptions = {},
): Pareto {
  const threshold = options.threshold ?? 0.8;
  if (!(threshold > 0 && threshold <= 1)) throw new SpcError("threshold", "must be above 0 and at most 1");
  const sizes = new Map<string, number>();
  for (const { name, value } of causes) {
    if (typeof value !== "number" || !(value >= 0) || value === Infinity) continue;
    sizes.set(name, (sizes.get(name) ?? 0) + value);
  }
  const sorted = [...sizes].sort(
    ([a, x], [b, y]) => Number(a === options.last) - Number(b === options.last) || y - x,
  );
  const total = correctedSum(sorted.map(([, value]) => value));
  let running = 0;
  let reached = false;
  const bars = sorted.map(([name, value], place): ParetoBar => {
    running += value;
    const cumulative = place === sorted.length - 1 ? 1 : running / total;
    const vital = !reached && total > 0 && name !== options.last;
    reached ||= cumulative >= threshold;
    return {
      name,
      value,
      share: total > 0 ? value / total : 0,
      cumulative: total > 0 ? cumulative : 0,
      vital,
    };
  });
  return { total, bars };
}
