import { analyse, narrate, type Analysis, type TargetStep } from "@throughline/spc";
import { figureSayer } from "#ui/chart/number-words.ts";
import { saidPeriods } from "#ui/chart/said-periods.ts";
import type { Count } from "./count.ts";

type Measured = { title: string; unit: string; better: "up" | "down" };
type Goal = { value: number; by: string };

export type CountStudy = { analysis: Analysis; words: { short: string; long: string } };

/** How counts are put into the unit of their measure: a share as per cent, anything else as a ratio. */
export function multiplierOf(unit: string): number {
  return unit === "%" ? 100 : 1;
}

export function valueOf(
  { numerator, denominator }: Pick<Count, "numerator" | "denominator">,
  unit: string,
): number {
  return (numerator / denominator) * multiplierOf(unit);
}

/** A run chart of dated counts. A goal stands on it as a step from the first count to its own day. */
export function studyOf(
  counts: readonly Count[],
  { title, unit, better }: Measured,
  goals: readonly Goal[] = [],
): CountStudy | undefined {
  if (counts.length < 2) return undefined;
  const analysis = analyse(
    {
      chart: "run",
      x: counts.map((count) => count.on),
      numerators: counts.map((count) => count.numerator),
      denominators: counts.map((count) => count.denominator),
    },
    {
      improvement: better === "up" ? "increase" : "decrease",
      multiplier: multiplierOf(unit),
      ...(goals.length > 0 && { target: { steps: stepsOf(goals, counts[0]!.on) } }),
    },
  );
  const say = figureSayer(analysis.points, unit === "%" ? { suffix: "%" } : {});
  const narrative = saidPeriods(narrate(analysis, { measure: title, say }), "irregular");
  return { analysis, words: { short: narrative.short, long: narrative.long.join(" ") } };
}

/** Each goal holds from the day after the one before it. */
function stepsOf(goals: readonly Goal[], first: string): TargetStep[] {
  return [...goals]
    .sort((a, b) => (a.by < b.by ? -1 : 1))
    .map(({ value }, index, sorted) => ({
      from: index === 0 ? first : dayAfter(sorted[index - 1]!.by),
      value,
    }));
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
