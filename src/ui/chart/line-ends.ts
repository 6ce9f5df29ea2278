import type { ChartSpecification } from "./chart-options.ts";
import { centreName } from "./verdict-words.ts";

/** What is written where a line ends on the right. */
export interface LineEnd {
  readonly role: "upper" | "centre" | "lower" | "target";
  readonly value: number;
  readonly words: string;
}

interface Sayings {
  say(value: number): string;
  sayTarget(value: number): string;
}

/** The last height of each line, with its name. */
export function lineEnds(
  { analysis, narrow, targetName }: ChartSpecification,
  { say, sayTarget }: Sayings,
): LineEnd[] {
  const last = (pick: "upper" | "centre" | "lower" | "target") =>
    analysis.points.findLast((point) => point[pick] !== null)?.[pick] ?? null;
  const names: Readonly<Record<LineEnd["role"], string>> = {
    upper: narrow ? "Upper" : "Upper limit",
    centre: centreName(analysis.chart),
    lower: narrow ? "Lower" : "Lower limit",
    target: targetName,
  };
  return (["upper", "target", "centre", "lower"] as const).flatMap((role) => {
    const value = last(role);
    return value === null
      ? []
      : [{ role, value, words: `${names[role]} ${role === "target" ? sayTarget(value) : say(value)}` }];
  });
}

/** Heights for labels so that none covers another: pushed apart, as little as may be, within the plot. */
export function spread(
  heights: readonly number[],
  gap: number,
  [top, bottom]: readonly [number, number],
): number[] {
  const order = heights.map((_, i) => i).sort((a, b) => heights[a]! - heights[b]!);
  const placed = heights.slice();
  let least = top;
  for (const i of order) {
    placed[i] = Math.max(heights[i]!, least);
    least = placed[i] + gap;
  }
  let most = bottom;
  for (const i of order.toReversed()) {
    placed[i] = Math.min(placed[i]!, most);
    most = placed[i] - gap;
  }
  return placed;
}
