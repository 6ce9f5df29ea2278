import type { DefinitionText } from "#modules/measures/index.ts";
import { idFrom, dice } from "../dice.ts";
import { isOpen, type Body } from "../body.ts";
import type { Nation } from "../nation.ts";
import { seed } from "../scale.ts";
import { addMonths } from "./days.ts";
import { binomial, normal, poisson } from "./draw.ts";
import type { MadePoint } from "./make-points.ts";
import type { DefinitionRow, SeriesRow } from "./series-rows.ts";

/** A measure that national bodies ask of trusts, or that a board looks at, with the levels that it is invented at. */
export type BoardMeasure = {
  key: string;
  /** The national body that asks for it; without one it is the board's own, for improvement. */
  askedBy?: string;
  text: Pick<
    DefinitionText,
    "name" | "why" | "kind" | "operational" | "form" | "unit" | "better" | "frequency" | "topic"
  > &
    Partial<Pick<DefinitionText, "numerator" | "denominator" | "multiplier" | "authority" | "source">>;
  level: number;
  /** How far trusts lie from one another, and where the level goes over three years. */
  between: number;
  drift: number;
  among?: number;
  spread?: number;
  target?: number;
  /** Only in trusts of these kinds. */
  in: RegExp;
};

const contract = "NHS Standard Contract 2016/17";

const boardMeasures: readonly BoardMeasure[] = [
  {
    key: "four-hours",
    askedBy: "NB-NHSE",
    in: /^acute/,
    level: 89,
    between: 4,
    drift: -4,
    among: 9400,
    target: 95,
    text: {
      name: "Emergency department: 4 hours or less",
      why: "Waiting long in an emergency department is bad for people, and shows how a whole system flows",
      kind: "outcome",
      operational: "From arrival to admission, transfer or going home; all types of department",
      form: "proportion",
      numerator: "People who were there 4 hours or less",
      denominator: "People who came",
      multiplier: 100,
      unit: "%",
      better: "higher",
      frequency: "month",
      topic: "emergency care",
      authority: `${contract}, operational standard`,
      source: "Monthly return on emergency departments",
    },
  },
  {
    key: "eighteen-weeks",
    askedBy: "NB-NHSE",
    in: /^(acute|specialist)/,
    level: 91.5,
    between: 2.5,
    drift: -2,
    among: 21000,
    target: 92,
    text: {
      name: "Referral to treatment: waiting 18 weeks or less",
      why: "People have a right to begin planned treatment within 18 weeks",
      kind: "outcome",
      operational: "Incomplete pathways on the last day of the month",
      form: "proportion",
      numerator: "People waiting 18 weeks or less",
      denominator: "People waiting",
      multiplier: 100,
      unit: "%",
      better: "higher",
      frequency: "month",
      topic: "planned care",
      authority: "NHS Constitution, and the standing rules of 2012",
      source: "Monthly return on referral to treatment",
    },
  },
  {
    key: "control-total",
    askedBy: "NB-NHSI",
    in: /trust$/,
    level: -420,
    between: 380,
    drift: 260,
    spread: 0.6,
    target: 0,
    text: {
      name: "Surplus or deficit against the control total",
      why: "Care that costs more than there is cannot last",
      kind: "outcome",
      operational: "The month's result less the month's share of the control total",
      form: "value",
      unit: "£ thousand",
      better: "higher",
      frequency: "month",
      topic: "finance",
      authority: "Conditions of the sustainability fund 2016/17",
      source: "Monthly finance return",
    },
  },
  {
    key: "engagement",
    askedBy: "NB-NHSE",
    in: /trust$/,
    level: 3.74,
    between: 0.1,
    drift: 0.08,
    spread: 0.012,
    text: {
      name: "Staff engagement",
      why: "Where staff are engaged, people are safer",
      kind: "outcome",
      operational: "Overall score of the yearly staff survey, from 1 to 5",
      form: "value",
      unit: "of 5",
      better: "higher",
      frequency: "year",
      topic: "staff",
      authority: contract,
      source: "Staff survey",
    },
  },
  {
    key: "recommend",
    askedBy: "NB-NHSE",
    in: /trust$/,
    level: 94,
    between: 1.6,
    drift: 0.6,
    among: 740,
    text: {
      name: "People who would recommend the care they had",
      why: "Those who were there know best",
      kind: "outcome",
      operational: "Answered “likely” or “extremely likely”",
      form: "proportion",
      numerator: "People who would recommend it",
      denominator: "People who answered",
      multiplier: 100,
      unit: "%",
      better: "higher",
      frequency: "month",
      topic: "experience",
      authority: contract,
      source: "Friends and family test",
    },
  },
  {
    key: "cancer-62",
    askedBy: "NB-NHSE",
    in: /^(acute|specialist)/,
    level: 82,
    between: 4,
    drift: 1,
    among: 96,
    target: 85,
    text: {
      name: "Cancer: treated within 62 days of an urgent referral",
      why: "Early treatment saves lives",
      kind: "outcome",
      operational: "From the GP's urgent referral to first treatment",
      form: "proportion",
      numerator: "People treated within 62 days",
      denominator: "People treated",
      multiplier: 100,
      unit: "%",
      better: "higher",
      frequency: "month",
      topic: "cancer",
      authority: `${contract}, operational standard`,
      source: "Monthly cancer return",
    },
  },
];

/** What one board looks at besides, which is nobody else's to judge by. */
const ownMeasures: readonly BoardMeasure[] = [
  {
    key: "board-falls",
    in: /./,
    level: 5.8,
    between: 0,
    drift: -1.6,
    among: 17800,
    target: 5,
    text: {
      name: "Falls for each 1,000 bed days",
      why: "Falls hurt people and keep them in hospital",
      kind: "outcome",
      operational: "Every fall of an inpatient, hurt or not",
      form: "rate",
      numerator: "Falls",
      denominator: "Bed days",
      multiplier: 1000,
      unit: "for each 1,000 bed days",
      better: "lower",
      frequency: "month",
      topic: "falls",
    },
  },
  {
    key: "board-ulcers",
    in: /./,
    level: 1.1,
    between: 0,
    drift: 0,
    among: 17800,
    text: {
      name: "New pressure ulcers for each 1,000 bed days",
      why: "Most can be prevented",
      kind: "outcome",
      operational: "Grade 2 or worse, first seen after 24 hours in our care",
      form: "rate",
      numerator: "New pressure ulcers",
      denominator: "Bed days",
      multiplier: 1000,
      unit: "for each 1,000 bed days",
      better: "lower",
      frequency: "month",
      topic: "pressure ulcers",
    },
  },
  {
    key: "board-complaints",
    in: /./,
    level: 41,
    between: 0,
    drift: 0,
    text: {
      name: "Formal complaints",
      why: "Each one is a person whom we let down",
      kind: "outcome",
      operational: "Received in the month",
      form: "count",
      unit: "complaints",
      better: "neither",
      frequency: "month",
      topic: "experience",
    },
  },
  {
    key: "board-sickness",
    in: /./,
    level: 4.3,
    between: 0,
    drift: 0.5,
    among: 96000,
    text: {
      name: "Sickness absence",
      why: "It tells how staff are, and who is left on the ward",
      kind: "outcome",
      operational: "Days lost of the days contracted",
      form: "proportion",
      numerator: "Days lost",
      denominator: "Days contracted",
      multiplier: 100,
      unit: "%",
      better: "lower",
      frequency: "month",
      topic: "staff",
    },
  },
  {
    key: "board-infection",
    in: /./,
    level: 3.2,
    between: 0,
    drift: 0,
    text: {
      name: "Clostridium difficile infections",
      why: "An infection that care itself can bring",
      kind: "outcome",
      operational: "Cases assigned to the trust",
      form: "count",
      unit: "infections",
      better: "lower",
      frequency: "month",
      topic: "infection",
    },
  },
  {
    key: "board-trained",
    in: /./,
    level: 8,
    between: 0,
    drift: 19,
    among: 4100,
    target: 25,
    text: {
      name: "Staff trained in improvement",
      why: "People improve what they have learned to improve",
      kind: "process",
      operational: "Finished at least the 2-day course, of all in post on the last day",
      form: "proportion",
      numerator: "Staff who finished it",
      denominator: "Staff in post",
      multiplier: 100,
      unit: "%",
      better: "higher",
      frequency: "month",
      topic: "capability",
    },
  },
  {
    key: "board-length",
    in: /./,
    level: 5.6,
    between: 0,
    drift: -0.4,
    spread: 0.05,
    text: {
      name: "Days in hospital after an emergency",
      why: "A day too long is a day of lost strength",
      kind: "outcome",
      operational: "Mean of those who went home in the month",
      form: "value",
      unit: "days",
      better: "lower",
      frequency: "month",
      topic: "flow",
    },
  },
  {
    key: "board-burden",
    in: /./,
    level: 310,
    between: 0,
    drift: -40,
    spread: 0.08,
    text: {
      name: "Hours spent on returns to others",
      why: "Time for returns is time from care",
      kind: "balancing",
      operational: "Sampled: 12 teams write down one week in each month",
      form: "value",
      unit: "hours",
      better: "lower",
      frequency: "month",
      topic: "burden",
    },
  },
];

/** What is asked once a year goes back further, so that its chart has something to say. */
const monthsOf = ({ frequency }: BoardMeasure["text"]): number => (frequency === "year" ? 120 : 36);

const stepOf = ({ frequency }: BoardMeasure["text"]): number =>
  frequency === "year" ? 12 : frequency === "quarter" ? 3 : 1;

/** Whose board the demonstration shows. */
export const boardsTrust = "AT-22-01";

/** The national measures of every trust, and one board's own: all numbers invented, and said to be. */
export function boardSeries(nation: Nation, groups: Map<string, string>): SeriesRow[] {
  const national = askedSeries(boardMeasures, nation, groups);
  const trust = nation.body(boardsTrust);
  const own = ownMeasures.map((measure) =>
    seriesOf(measure, definitionOf(measure, nation, trust), { nation, place: trust, groups }),
  );
  return [...national, ...own];
}

/** What a national body asks for, at every place of the kinds that it asks. */
export function askedSeries(
  measures: readonly BoardMeasure[],
  nation: Nation,
  groups: Map<string, string>,
): SeriesRow[] {
  const places = nation.bodies.filter((body) => isOpen(body) && groups.has(body.code));
  return measures.flatMap((measure) => {
    const definition = definitionOf(measure, nation);
    return places
      .filter(({ kind }) => measure.in.test(kind))
      .map((place) => seriesOf(measure, definition, { nation, place, groups }));
  });
}

/** Each trust and these others keep their measures in one group, led by whoever leads there. */
export function boardGroups(nation: Nation, others: readonly string[]): Map<string, string> {
  const keepers = nation.bodies.filter(
    (body) =>
      isOpen(body) &&
      (body.kind.endsWith("-trust") || others.includes(body.code)) &&
      leadAt(nation, body) !== undefined,
  );
  return new Map(keepers.map(({ code }) => [code, idFrom(`measures-of:${code}`)]));
}

export function leadAt(nation: Nation, place: Body): string | undefined {
  return nation.leadOf(place) ?? nation.peopleOf(place).next().value?.id;
}

function definitionOf(measure: BoardMeasure, nation: Nation, trust?: Body): DefinitionRow {
  const { text } = measure;
  return {
    id: idFrom(`definition:${measure.key}`),
    body: measure.askedBy ? nation.body(measure.askedBy) : trust,
    shared: true,
    by: undefined,
    on: addMonths(nation.today, -monthsOf(text)),
    text: {
      ...text,
      numerator: text.numerator ?? "",
      denominator: text.denominator ?? "",
      multiplier: text.multiplier ?? 1,
      collector: "The trust's information team",
      minutesPerPoint: 20,
      source: `${text.source ?? "The trust's own system"} (numbers invented for the demonstration)`,
      purpose: measure.askedBy ? "judgement" : "improvement",
      authority: measure.askedBy ? (text.authority ?? "") : "",
      reviewOn: addMonths(nation.today, 8),
    },
  };
}

type Where = { nation: Nation; place: Body; groups: Map<string, string> };

function seriesOf(
  measure: BoardMeasure,
  definition: DefinitionRow,
  { nation, place, groups }: Where,
): SeriesRow {
  const chance = dice(`${seed}:board:${measure.key}:${place.code}`);
  const level = measure.level + measure.between * normal(chance);
  const step = stepOf(measure.text);
  const months = monthsOf(measure.text);
  const first = addMonths(nation.today, -months);
  const { size, course } = characterOf(place);
  const sized = { ...measure, among: Math.round((measure.among ?? 1) * size) };
  const points = Array.from({ length: months / step }, (_, index): MadePoint => {
    const now = level + (measure.drift * course * index * step) / months;
    return {
      ...figureOf(sized, now, chance),
      period: addMonths(first, index * step),
      state: "number",
      note: "",
    };
  });
  const charts = {
    proportion: "p-prime",
    rate: "u-prime",
    count: "c",
    value: "xmr",
    "time-between": "t",
    "cases-between": "g",
  } as const;
  return {
    id: idFrom(`series:${measure.key}:${place.code}`),
    definition,
    body: place,
    groupId: groups.get(place.code)!,
    visibility: measure.askedBy ? "public" : "organisation",
    collector: undefined,
    view: {
      chart: charts[definition.text.form],
      rules: "making-data-count-2023",
      options: measure.target === undefined ? {} : { targets: [{ from: first, value: measure.target }] },
    },
    points: points.map((point) => ({ ...point, period: startOf(point.period, step) })),
    by: leadAt(nation, place)!,
    on: first,
    lastOn: nation.today,
  };
}

/** Trusts are large and small, and what befalls all befalls some of them more than others. */
function characterOf({ code }: Body): { size: number; course: number } {
  if (code === boardsTrust) return { size: 1, course: 1 };
  const chance = dice(`${seed}:character:${code}`);
  return { size: 0.25 + 2 * chance.throw() ** 2, course: 1.8 * chance.throw() - 0.5 };
}

/** A quarter begins in January, April, July or October, and a year in January. */
function startOf(day: string, step: number): string {
  const month = Math.floor((Number(day.slice(5, 7)) - 1) / step) * step + 1;
  return `${day.slice(0, 4)}-${String(month).padStart(2, "0")}-01`;
}

type Numbers = Pick<MadePoint, "value" | "numerator" | "denominator">;

function figureOf(measure: BoardMeasure, level: number, chance: ReturnType<typeof dice>): Numbers {
  const { form, multiplier = 1 } = measure.text;
  const size = Math.round((measure.among ?? 1) * (0.94 + 0.12 * chance.throw()));
  if (form === "proportion") {
    // Large numbers vary by more than counting alone would have it: every month is a little different.
    const share = Math.min(1, Math.max(0, (level + 0.8 * normal(chance)) / multiplier));
    const numerator = size > 2000 ? Math.round(size * share) : binomial(size, share, chance);
    return { value: null, numerator, denominator: size };
  }
  if (form === "rate")
    return { value: null, numerator: poisson((level / multiplier) * size, chance), denominator: size };
  if (form === "count") return { value: poisson(level, chance), numerator: null, denominator: null };
  const places = Math.abs(level) < 20 ? 100 : 1;
  const value = level + (measure.spread ?? 0.1) * Math.abs(measure.level) * normal(chance);
  return { value: Math.round(value * places) / places, numerator: null, denominator: null };
}
