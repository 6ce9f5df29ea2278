import { z } from "zod";
import { dayOf } from "#platform/day.ts";
import { beliefs } from "#ui/diagram/belief.ts";
import type { DefinitionText, View } from "#modules/measures/index.ts";
import { aimsMet, planKinds, stages } from "../plan.ts";
import { decisions, outcomes, scales } from "../plan-test.ts";
import type { PlanRecord, RecordMeasure } from "./plan-record.ts";

/**
 * The format "throughline-plan-1": a plan whole, without the people in it. Nodes, tests and measures are numbered
 * from 1 in reading order and name one another by these numbers. docs/plan-file.md says it in words. What is added
 * later must be optional; what would change the meaning of a name makes a format of a new number.
 */
export const planFormat = "throughline-plan-1";

const day = z.iso.date();
const no = z.int().min(1).max(100_000);
const text = (most: number) => z.string().max(most);
const long = text(20_000);
const figure = z.number().nullable();

const aim = z.strictObject({
  text: text(500),
  what: text(500),
  from: figure,
  to: figure,
  unit: text(100),
  by: day.nullable(),
  forWhom: text(500),
});

const planPart = z.strictObject({
  kind: z.enum(planKinds),
  title: text(200).min(3),
  sentence: long,
  aim,
  topics: z.array(text(60)).max(12),
  method: text(60),
  localPriority: text(200),
  nationalPriority: text(200),
  stage: z.enum(stages),
  stages: z.array(z.strictObject({ stage: z.enum(stages), on: day, reason: long })).max(200),
  learned: long,
  aimMet: z.enum(aimsMet).nullable(),
  place: text(200),
});

const belief = z.strictObject({
  /** The parent that the node is believed to move. */
  under: no,
  belief: z.enum(beliefs),
  reason: text(1_000).min(1),
  tested: z.int().min(0).max(1_000_000),
  on: day,
});

const node = z.strictObject({
  no,
  kind: z.enum(["aim", "primary", "secondary", "idea"]),
  text: text(500).min(1),
  note: long,
  under: z.array(no).max(100),
  /** What was believed of what it stands under, the oldest first. */
  beliefs: z.array(belief).max(5_000).optional(),
});

const study = z.strictObject({
  happened: long,
  outcome: z.enum(outcomes),
  surprises: long,
  figure,
  chartNote: long,
  earlyReason: long,
  on: day,
});

export const planTestSchema = z.strictObject({
  no,
  /** The test whose decision it follows from; none for the first of a ramp. */
  follows: no.nullable(),
  idea: no.nullable(),
  measure: no.nullable(),
  change: text(500).min(3),
  question: long,
  prediction: long,
  predictedOn: day.nullable(),
  willMeasure: long,
  startsOn: day,
  endsOn: day,
  place: long,
  scale: z.enum(scales),
  howMany: z.int().min(1).max(1_000_000).nullable(),
  who: long,
  study: study.nullable(),
  decision: z.strictObject({ decision: z.enum(decisions), learning: long, on: day }).nullable(),
});

const definition = z.strictObject({
  name: text(200).min(2),
  why: long,
  kind: z.enum(["outcome", "process", "balancing"]),
  operational: long,
  numerator: long,
  denominator: long,
  form: z.enum(["value", "proportion", "rate", "count", "time-between", "cases-between"]),
  multiplier: z.number().positive(),
  unit: text(100),
  better: z.enum(["higher", "lower", "neither"]),
  frequency: z.enum(["day", "week", "fortnight", "month", "quarter", "year", "event"]),
  collector: long,
  minutesPerPoint: z.number().min(0),
  source: long,
  purpose: z.enum(["improvement", "judgement"]),
  authority: long,
  topic: text(200),
  reviewOn: day.nullable(),
}) satisfies z.ZodType<DefinitionText>;

const point = z.union([
  z.strictObject({ period: day, value: z.number(), note: long }),
  z.strictObject({ period: day, numerator: z.number(), denominator: z.number().min(0), note: long }),
  z.strictObject({ period: day, state: z.enum(["missing", "not-applicable"]), note: long }),
]);

const from = z.strictObject({
  from: day,
  name: text(200),
  reason: text(1_000),
  keepLimits: z.boolean().optional(),
});

const view = z.strictObject({
  chart: text(20),
  rules: text(60),
  baseline: z
    .union([z.strictObject({ first: z.int().min(1) }), z.strictObject({ from: day, to: day })])
    .optional(),
  phases: z.array(from).max(50).optional(),
  exclude: z
    .array(z.strictObject({ at: day, reason: text(1_000) }))
    .max(500)
    .optional(),
  targets: z
    .array(z.strictObject({ from: day, value: figure }))
    .max(100)
    .optional(),
  chosen: z.boolean().optional(),
  screen: z.boolean().optional(),
  axis: z
    .strictObject({
      fromZero: z.boolean().optional(),
      from: z.number().optional(),
      to: z.number().optional(),
    })
    .optional(),
});

const measure = z.strictObject({
  no,
  split: text(200),
  place: text(200),
  /** The nodes that it hangs on; none for the plan as a whole. */
  on: z.array(no).max(200),
  definition,
  view,
  points: z.array(point).max(10_000),
});

const task = z.strictObject({
  text: text(500).min(2),
  note: long,
  dueOn: day.nullable(),
  doneOn: day.nullable(),
});
const decision = z.strictObject({ what: text(1_000).min(2), why: long, decidedBy: long, decidedOn: day });

export const planFileSchema = z.strictObject({
  format: z.literal(planFormat),
  takenOn: day,
  plan: planPart,
  diagram: z.array(node).max(1_000),
  tests: z.array(planTestSchema).max(5_000),
  measures: z.array(measure).max(200),
  tasks: z.array(task).max(1_000),
  decisions: z.array(decision).max(500),
});

export type PlanFile = z.output<typeof planFileSchema>;
export type PlanFileTest = PlanFile["tests"][number];
export type PlanFileMeasure = PlanFile["measures"][number];
export type PlanFileNode = PlanFile["diagram"][number];

/** The plan of a record, numbered. The same record makes the same file. */
export function planFileOf(record: PlanRecord): PlanFile {
  const { nodes, tests, measures, today } = record;
  const numbers = {
    node: numbersOf(nodes),
    test: numbersOf(tests),
    measure: numbersOf(measures),
  };
  return {
    format: planFormat,
    takenOn: today,
    plan: partOf(record),
    diagram: nodes.map((one) => nodeOf(one, record, numbers.node)),
    tests: tests.map((test) => testOf(test, numbers)),
    measures: measures.map((one) => measureOf(one, numbers.measure.get(one.id)!, numbers.node)),
    tasks: record.tasks.map(({ text: words, note, dueOn, doneOn }) => ({ text: words, note, dueOn, doneOn })),
    decisions: record.decisions.map((one) => ({ ...one })),
  };
}

type Numbers = Record<"node" | "test" | "measure", ReadonlyMap<string, number>>;

function numbersOf(things: readonly { id: string }[]): Map<string, number> {
  return new Map(things.map(({ id }, index) => [id, index + 1]));
}

function partOf({ plan, stages: gone }: PlanRecord): PlanFile["plan"] {
  const { kind, title, sentence, topics, method, localPriority, nationalPriority, stage, learned, aimMet } =
    plan;
  return {
    kind,
    title,
    sentence,
    aim: { ...plan.aim },
    topics: [...topics],
    method,
    localPriority,
    nationalPriority,
    stage,
    stages: gone.map((one) => ({ ...one })),
    learned,
    aimMet,
    place: plan.body.name,
  };
}

function nodeOf(
  { id, kind, text: words, note, parents }: PlanRecord["nodes"][number],
  record: PlanRecord,
  numbers: ReadonlyMap<string, number>,
): PlanFileNode {
  const held = record.beliefs.filter(({ child, parent }) => child === id && parents.includes(parent));
  return {
    no: numbers.get(id)!,
    kind,
    text: words,
    note,
    under: parents.map((parent) => numbers.get(parent)!),
    ...(held.length > 0 && {
      beliefs: held.map(({ child: _child, parent, ...said }) => ({ under: numbers.get(parent)!, ...said })),
    }),
  };
}

function testOf(test: PlanRecord["tests"][number], numbers: Numbers): PlanFileTest {
  const { change, question, prediction, willMeasure, startsOn, endsOn, place, scale, howMany, who } = test;
  const { study: studied, decision: decided, learning } = test;
  const number = (of: keyof Numbers, id: string | null) =>
    id === null ? null : (numbers[of].get(id) ?? null);
  return {
    no: numbers.test.get(test.id)!,
    follows: number("test", test.follows),
    idea: number("node", test.nodeId),
    measure: number("measure", test.seriesId),
    change,
    question,
    prediction,
    predictedOn: test.predictedAt ? dayOf(test.predictedAt) : null,
    willMeasure,
    startsOn,
    endsOn,
    place,
    scale,
    howMany,
    who,
    study: studied ? { ...studied, on: dayOf(test.studiedAt!) } : null,
    decision: decided ? { decision: decided, learning, on: dayOf(test.decidedAt!) } : null,
  };
}

function measureOf(
  { split, place, nodes, definition: words, view: looked, points }: RecordMeasure,
  number: number,
  numbers: ReadonlyMap<string, number>,
): PlanFileMeasure {
  return {
    no: number,
    split,
    place,
    on: nodes.flatMap((id) => numbers.get(id) ?? []),
    definition: { ...words },
    view: viewOf(looked),
    points: points.map(({ period, note, ...shown }) =>
      shown.state !== "number"
        ? { period, state: shown.state, note }
        : shown.value === null
          ? { period, numerator: shown.numerator, denominator: shown.denominator, note }
          : { period, value: shown.value, note },
    ),
  };
}

/** Who changed a view stays where they are: only what was changed and why goes along. */
function viewOf({ chart, rules, options }: View): PlanFileMeasure["view"] {
  const { chosen, baseline, phases, exclude, targets, screen, axis } = options;
  return {
    chart,
    rules,
    ...(chosen && { chosen }),
    ...(baseline && { baseline }),
    ...(phases && {
      phases: phases.map(({ from: start, name, reason, keepLimits }) => ({
        from: start,
        name,
        reason,
        ...(keepLimits !== undefined && { keepLimits }),
      })),
    }),
    ...(exclude && { exclude: exclude.map(({ at, reason }) => ({ at, reason })) }),
    ...(targets && { targets: targets.map(({ from: start, value }) => ({ from: start, value })) }),
    ...(screen !== undefined && { screen }),
    ...(axis && { axis }),
  };
}
