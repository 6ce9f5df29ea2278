import { analyseSeries, checkPoints, type Point, type View } from "#modules/measures/index.ts";
import { Invalid } from "#platform/problem.ts";
import type { PlanFile, PlanFileMeasure } from "./plan-file.ts";

/** Where something is wrong in a plan that comes as a file, and what. */
export type PartProblem = { part: "diagram" | "tests" | "measures"; no: number; message: string };

/** All that a schema cannot see: what names something that is not there, stands above itself, or ends before it starts. */
export function planFileProblems(file: PlanFile, now: Date): PartProblem[] {
  return [...diagramProblems(file), ...testProblems(file), ...measureProblems(file, now)];
}

function twice<T>(list: readonly T[]): Set<T> {
  const seen = new Set<T>();
  return new Set(list.filter((one) => seen.has(one) || !seen.add(one)));
}

function diagramProblems({ diagram }: PlanFile): PartProblem[] {
  const problem = (no: number, message: string): PartProblem => ({ part: "diagram", no, message });
  const known = new Map(diagram.map((node) => [node.no, node]));
  const doubled = twice(diagram.map((node) => node.no));
  const aims = diagram.filter((node) => node.kind === "aim");
  const found = diagram.flatMap((node) => [
    ...(doubled.has(node.no) ? [problem(node.no, `The number ${node.no} is there twice`)] : []),
    ...(node.kind === "aim" && node.under.length > 0
      ? [problem(node.no, "The aim stands under nothing")]
      : []),
    ...node.under.flatMap((under) => {
      const parent = known.get(under);
      if (!parent) return [problem(node.no, `It stands under ${under}, which is not there`)];
      return parent.kind === "idea" && node.kind !== "idea"
        ? [problem(node.no, `A driver cannot stand under a change idea, such as “${parent.text}”`)]
        : [];
    }),
    ...(node.beliefs ?? [])
      .filter(({ under }) => !node.under.includes(under))
      .map(({ under }) =>
        problem(node.no, `It says how sure the team is of ${under}, and does not stand under it`),
      ),
  ]);
  const extra = aims.slice(1).map((node) => problem(node.no, "A plan has one aim, and this is another"));
  return [...found, ...extra, ...circleProblems(diagram, problem)];
}

type Numbered = { no: number; text: string; under: readonly number[] };

function circleProblems(nodes: readonly Numbered[], problem: (no: number, message: string) => PartProblem) {
  return circlesIn(nodes).map(({ no, way }) => problem(no, circleWords(way)));
}

/** "It would stand above itself: “Lighting”, “Ward routine”, “Lighting”". */
export function circleWords(way: readonly string[]): string {
  return `It would stand above itself: ${way.map((text) => `“${text}”`).join(", under ")}`;
}

/** Each circle once, at the first of its nodes, with the way round. */
export function circlesIn(nodes: readonly Numbered[]): { no: number; way: string[] }[] {
  const known = new Map(nodes.map((node) => [node.no, node]));
  const done = new Set<number>();
  const found: { no: number; way: string[] }[] = [];
  const climb = (no: number, path: readonly number[]): void => {
    const before = path.indexOf(no);
    if (before >= 0) {
      const round = [...path.slice(before), no];
      found.push({ no: Math.min(...round), way: round.map((one) => known.get(one)!.text) });
      return;
    }
    if (done.has(no)) return;
    for (const under of known.get(no)?.under ?? []) if (known.has(under)) climb(under, [...path, no]);
    done.add(no);
  };
  for (const { no } of nodes) climb(no, []);
  return found;
}

function testProblems({ tests, diagram, measures }: PlanFile): PartProblem[] {
  const problem = (no: number, message: string): PartProblem => ({ part: "tests", no, message });
  const nodes = new Set(diagram.map(({ no }) => no));
  const series = new Set(measures.map(({ no }) => no));
  const earlier = new Set<number>();
  return tests.flatMap((test) => {
    const wrong = [
      earlier.has(test.no) && `The number ${test.no} is there twice`,
      test.idea !== null &&
        !nodes.has(test.idea) &&
        `It tries ${test.idea} of the diagram, which is not there`,
      test.measure !== null &&
        !series.has(test.measure) &&
        `It names measure ${test.measure}, which is not there`,
      test.follows !== null &&
        !earlier.has(test.follows) &&
        `It follows test ${test.follows}, which does not stand before it`,
      test.endsOn < test.startsOn && "Its last day is before its first day",
      test.decision !== null && test.study === null && "It was decided without having been studied",
      test.decision?.decision === "abandon" &&
        test.decision.learning === "" &&
        "It was abandoned, and what was learned is not said",
    ].filter((one) => one !== false);
    earlier.add(test.no);
    return wrong.map((message) => problem(test.no, message));
  });
}

function measureProblems({ measures, diagram }: PlanFile, now: Date): PartProblem[] {
  const nodes = new Set(diagram.map(({ no }) => no));
  return measures.flatMap((measure) =>
    [
      ...measure.on
        .filter((no) => !nodes.has(no))
        .map((no) => `It hangs on ${no} of the diagram, which is not there`),
      ...definitionProblems(measure),
      ...pointProblems(measure, now),
    ].map((message): PartProblem => ({ part: "measures", no: measure.no, message })),
  );
}

function definitionProblems({ definition }: PlanFileMeasure): string[] {
  const { form, denominator, purpose, authority } = definition;
  const isShare = form === "proportion" || form === "rate";
  return [
    isShare && denominator === "" && "It needs a denominator",
    !isShare && denominator !== "" && "It has a denominator that its form does not have",
    (purpose === "judgement") !== (authority !== "") &&
      "A measure for judgement names the law or contract that asks for it, and no other does",
  ].filter((one) => one !== false);
}

function pointProblems(measure: PlanFileMeasure, now: Date): string[] {
  const points = pointsOf(measure);
  try {
    checkPoints(measure.definition, points, now);
    analyseSeries(measure.definition, points, viewOf(measure));
    return [];
  } catch (error) {
    if (error instanceof Invalid)
      return error.problems.map(({ field, message }) => {
        const { period } = points[Number(field.split(".")[1])] ?? {};
        return period ? `${period}: ${message}` : message;
      });
    return ["Its numbers cannot be drawn in the way it says"];
  }
}

/** The numbers as the service keeps them. */
export function pointsOf({ points }: PlanFileMeasure): Point[] {
  const none = { value: null, numerator: null, denominator: null };
  return points.map((point): Point => {
    const { period, note } = point;
    if ("state" in point) return { period, note, state: point.state, ...none };
    if ("value" in point) return { period, note, ...none, state: "number", value: point.value };
    const { numerator, denominator } = point;
    return { period, note, state: "number", value: null, numerator, denominator };
  });
}

export function viewOf({ view }: PlanFileMeasure): View {
  const { chart, rules, phases, exclude, ...options } = view;
  return {
    chart: chart as View["chart"],
    rules: rules as View["rules"],
    options: {
      ...options,
      ...(phases && { phases: phases.map((phase) => ({ ...phase, by: null })) }),
      ...(exclude && { exclude: exclude.map((one) => ({ ...one, by: null })) }),
    },
  };
}
