import type { DefinitionText } from "#modules/measures/index.ts";
import { dice, idFrom } from "../dice.ts";
import type { Nation } from "../nation.ts";
import { seed } from "../scale.ts";
import { leadAt } from "./board-measures.ts";
import { addDays, addMonths } from "./days.ts";
import { normal, poisson } from "./draw.ts";
import type { MadePoint } from "./make-points.ts";
import type { DefinitionRow, SeriesRow } from "./series-rows.ts";

/** One measure of cancer at one level of the nation. */
type LevelMeasure = {
  at: string;
  name: string;
  why: string;
  form: "value" | "count";
  unit: string;
  better: "higher" | "lower";
  frequency: "week" | "month";
  level: number;
  collector: string;
  minutes: number;
  authority?: string;
  /** So many months ago it was stopped. */
  stopped?: number;
};

const trust = "AT-22-01";

/** What the pilot of action 13 finds: the same asked at every level, some of it twice, and one thing stopped. */
const levelMeasures: readonly LevelMeasure[] = [
  {
    at: "ENG",
    name: "Cancer: treated within 62 days of an urgent referral, England",
    why: "One number for the nation, added up from what trusts send already",
    form: "value",
    unit: "%",
    better: "higher",
    frequency: "month",
    level: 82,
    collector: "Nobody anew: it is added up from the trusts' return",
    minutes: 0,
    authority: "NHS Constitution, pledge on waiting",
  },
  {
    at: "LS-22",
    name: "Cancer: people waiting over 62 days",
    why: "The local system sees where people wait while trusts see their own",
    form: "count",
    unit: "people",
    better: "lower",
    frequency: "week",
    level: 46,
    collector: "The local system's office, by asking each trust",
    minutes: 45,
    authority: "Sustainability and transformation plan",
  },
  {
    at: trust,
    name: "Cancer: treated within 62 days, counted each week",
    why: "The weekly meeting wants it sooner than the monthly return has it",
    form: "value",
    unit: "%",
    better: "higher",
    frequency: "week",
    level: 84,
    collector: "The trust's cancer office",
    minutes: 60,
  },
  {
    at: trust,
    name: "Cancer: people waiting over 62 days, in the trust",
    why: "What the local system asks for, counted where people wait",
    form: "count",
    unit: "people",
    better: "lower",
    frequency: "week",
    level: 17,
    collector: "The trust's cancer office",
    minutes: 30,
  },
  {
    at: `${trust}-03`,
    name: "Cancer: days from a finding on the ward to the cancer team",
    why: "How soon the cancer team hears is what the ward itself can change",
    form: "value",
    unit: "days",
    better: "lower",
    frequency: "week",
    level: 6,
    collector: "A member of the team",
    minutes: 10,
  },
  {
    at: trust,
    name: "Cancer: list of people waiting, copied by hand",
    why: "It was asked for before the system could be read",
    form: "count",
    unit: "people",
    better: "lower",
    frequency: "week",
    level: 60,
    collector: "The trust's cancer office",
    minutes: 90,
    stopped: 5,
  },
];

/** Where these are kept, beside the trusts. */
export const cancerPlaces: readonly string[] = [...new Set(levelMeasures.map(({ at }) => at))];

export function cancerSeries(nation: Nation, groups: ReadonlyMap<string, string>): SeriesRow[] {
  return levelMeasures
    .filter(({ at }) => groups.has(at))
    .map((measure) => seriesOf(measure, nation, groups.get(measure.at)!));
}

function seriesOf(measure: LevelMeasure, nation: Nation, groupId: string): SeriesRow {
  const { today } = nation;
  const body = nation.body(measure.at);
  const on = addMonths(today, -18);
  const closedOn = measure.stopped ? addMonths(today, -measure.stopped) : undefined;
  return {
    id: idFrom(`series:cancer:${measure.name}`),
    definition: definitionOf(measure, nation, on),
    body,
    groupId,
    visibility: measure.authority ? "public" : "organisation",
    collector: undefined,
    view: {
      chart: measure.form === "count" ? "c" : "xmr",
      rules: "making-data-count-2023",
      options: {},
    },
    points: pointsOf(measure, on, closedOn ?? today),
    by: leadAt(nation, body)!,
    on,
    lastOn: closedOn ?? today,
    ...(closedOn && { closedOn }),
  };
}

function definitionOf(measure: LevelMeasure, nation: Nation, on: string): DefinitionRow {
  const { name, why, form, unit, better, frequency, collector, minutes, authority } = measure;
  const text: DefinitionText = {
    name,
    why,
    form,
    unit,
    better,
    frequency,
    collector,
    authority: authority ?? "",
    minutesPerPoint: minutes,
    kind: "process",
    operational: "As the national guidance on cancer waits counts",
    numerator: "",
    denominator: "",
    multiplier: 1,
    source: "Invented for the demonstration",
    purpose: authority ? "judgement" : "improvement",
    topic: "cancer",
    reviewOn: addMonths(nation.today, 6),
  };
  const id = idFrom(`definition:cancer:${name}`);
  return { id, text, body: nation.body(measure.at), shared: false, by: undefined, on };
}

function pointsOf({ name, form, level, frequency }: LevelMeasure, from: string, until: string): MadePoint[] {
  const chance = dice(`${seed}:cancer:${name}`);
  const points: MadePoint[] = [];
  const next = (day: string): string => (frequency === "week" ? addDays(day, 7) : addMonths(day, 1));
  for (let period = firstOf(from, frequency); next(period) <= until; period = next(period)) {
    const value =
      form === "count"
        ? poisson(level, chance)
        : Math.round((level + 0.03 * level * normal(chance)) * 10) / 10;
    points.push({ period, state: "number", value, numerator: null, denominator: null, note: "" });
  }
  return points;
}

/** A month begins on its first day, and a week on its Monday. */
function firstOf(day: string, frequency: "week" | "month"): string {
  if (frequency === "month") return `${day.slice(0, 7)}-01`;
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(day, -weekday);
}
