import type { Dice } from "../dice.ts";
import { addDays, addMonths, daysBetween, mondayOf } from "./days.ts";
import { binomial, exponential, normal, poisson } from "./draw.ts";
import type { MadeSeries } from "./project.ts";
import type { TopicMeasure } from "./topic.ts";

export type MadePoint = {
  period: string;
  state: "number" | "missing" | "not-applicable";
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  note: string;
};

/** The numbers of a series as its team wrote them down: some months are missing, and say why. */
export function makePoints(series: MadeSeries, chance: Dice): MadePoint[] {
  if (series.measure.form === "time-between") return gaps(series, chance);
  return periods(series).map((period) => {
    if (chance.chance(0.025)) return { ...nothing, period, state: "missing", note: chance.pick(reasons) };
    return {
      ...nothing,
      period,
      state: "number",
      ...figure(series.measure, levelAt(series, period), chance),
    };
  });
}

const nothing = { value: null, numerator: null, denominator: null, note: "" };

const reasons = [
  "The person who counts was on leave",
  "The system was down for the move",
  "Nobody counted in the week of the strike",
  "The sheet was lost",
];

function periods({ measure, firstOn, lastOn }: MadeSeries): string[] {
  const list: string[] = [];
  const next =
    measure.frequency === "week" ? (day: string) => addDays(day, 7) : (day: string) => addMonths(day, 1);
  // The period that is still going on has no number yet.
  for (let day = start(measure, firstOn); next(day) <= lastOn; day = next(day)) list.push(day);
  return list;
}

const start = (measure: TopicMeasure, day: string): string =>
  measure.frequency === "week" ? mondayOf(day) : addMonths(day, 0);

function levelAt({ measure, changesOn, thereOn, to }: MadeSeries, period: string): number {
  if (changesOn === null || period < changesOn) return measure.from;
  if (thereOn === null || period >= thereOn) return to;
  const share = daysBetween(changesOn, period) / daysBetween(changesOn, thereOn);
  return measure.from + (to - measure.from) * share;
}

function figure(measure: TopicMeasure, level: number, chance: Dice): Partial<MadePoint> {
  const { form, multiplier = 1, among = 0, spread = 0.1 } = measure;
  const size = Math.max(1, Math.round(among * (0.85 + 0.3 * chance.throw())));
  switch (form) {
    case "proportion":
      return { numerator: binomial(size, level / multiplier, chance), denominator: size };
    case "rate":
      return { numerator: poisson((level / multiplier) * size, chance), denominator: size };
    case "count":
      return { value: poisson(level, chance) };
    default:
      return { value: Math.max(0, Math.round(level * (1 + spread * normal(chance)) * 10) / 10) };
  }
}

/** Rare events: each point is one event, on its day, and counts the days since the one before. */
function gaps(series: MadeSeries, chance: Dice): MadePoint[] {
  const points: MadePoint[] = [];
  for (let day = series.firstOn; ;) {
    const gap = Math.max(1, Math.round(exponential(levelAt(series, day), chance)));
    day = addDays(day, gap);
    if (day > series.lastOn) return points;
    points.push({ ...nothing, period: day, state: "number", value: gap });
  }
}
