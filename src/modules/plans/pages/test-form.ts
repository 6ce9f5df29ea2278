import { z } from "zod";
import type { Typed } from "#web/form/fields.ts";
import { defineForm } from "#web/form/form.ts";
import type { FormState } from "#web/form/form-view.tsx";
import { withNoChange } from "../check-test.ts";
import { scaleLabels, scales, type Scale, type TestPlan } from "../plan-test.ts";
import { capital } from "../diagram/node-words.ts";
import type { TestChoices } from "../queries/test-choices.ts";
import type { PlanFrame } from "../workspace-part.ts";

export const short = (label: string, most: number) =>
  z.string().max(most, `${label} must be ${most.toLocaleString("en-GB")} characters or fewer`);

export const day = (message: string) =>
  z.string().refine((text) => /^\d{4}-\d{2}-\d{2}$/.test(text), message);

const orNone = z.string().transform((text) => (text === "" ? null : text));

/** One page, and most of it filled in: a test is planned in a minute. */
export function testForm({ ideas, measures }: TestChoices, { words, isPlain }: PlanFrame) {
  return defineForm({
    node: {
      kind: "select",
      label: capital(words.idea),
      hint: isPlain
        ? "If it is one of those that you think will help"
        : "From the driver diagram, if it stands there",
      options: [
        { value: "", label: isPlain ? "None of them" : "Not in the diagram" },
        ...ideas.map(({ id, name }) => ({ value: id, label: name })),
      ],
      schema: orNone,
    },
    change: {
      kind: "text",
      label: "What will you try?",
      hint: "One small change, such as “Put the walking frame within reach of bed 4 at night”",
      schema: short("What you will try", 500).refine(
        (text) => text.length === 0 || text.length >= 3,
        "What you will try must be 3 characters or more",
      ),
    },
    question: {
      kind: "text",
      label: "What do you want to find out?",
      hint: "Such as “Will patients reach for it without ringing?”",
      schema: short("What you want to find out", 500),
    },
    prediction: {
      kind: "long-text",
      label: isPlain ? "What do you think will happen?" : "What do you predict will happen?",
      hint: "A guess is enough. You learn from where it is wrong",
      rows: 3,
      most: 2000,
      schema: short("The prediction", 2000).min(1, "Say what you think will happen: a guess is enough"),
    },
    willMeasure: {
      kind: "text",
      label: "What will you measure or look for?",
      schema: short("What you will measure", 500),
    },
    series: {
      kind: "select",
      label: "Draw it on a chart",
      hint: "It is then marked on its first day",
      options: [
        { value: "", label: "On none" },
        ...measures.map(({ id, name }) => ({ value: id, label: name })),
      ],
      schema: orNone,
    },
    startsOn: { kind: "date", label: "First day", schema: day("Enter the first day, like 27 3 2026") },
    endsOn: { kind: "date", label: "Last day", schema: day("Enter the last day, like 28 3 2026") },
    scale: {
      kind: "choice",
      label: "How large is it?",
      hint: "Begin with the smallest from which you can learn",
      options: scales.map((scale) => ({ value: scale, label: scaleLabels[scale] })),
      schema: z.enum(scales, `Choose how large the ${words.test} is`),
    },
    howMany: {
      kind: "number",
      label: "How many, if you know",
      width: 5,
      schema: z
        .string()
        .refine(
          (text) => /^\d{0,7}$/.test(text.replaceAll(",", "")),
          "How many must be a whole number, like 5",
        )
        .transform((text) => (text === "" ? null : Number(text.replaceAll(",", ""))))
        .refine(
          (number) => number === null || (number >= 1 && number <= 1_000_000),
          "How many must be from 1 to 1,000,000",
        ),
    },
    place: { kind: "text", label: "Where", schema: short("Where", 200) },
    who: { kind: "text", label: "Who does it", schema: short("Who does it", 200) },
  });
}

type TestForm = ReturnType<typeof testForm>;
type TestValues = {
  [Name in keyof TestForm["fields"]]: z.output<TestForm["fields"][Name]["schema"]>;
};

/** An idea of the diagram that is chosen is what is tried, unless it is said otherwise. */
export function testPlanOf(values: TestValues, { ideas }: TestChoices): TestPlan {
  const { node, series, change, ...rest } = values;
  const idea = ideas.find(({ id }) => id === node);
  return { ...rest, nodeId: node, seriesId: series, change: change || (idea?.name ?? "") };
}

export function typedTest(test: TestPlan): Typed {
  return {
    node: test.nodeId ?? "",
    change: test.change,
    question: test.question,
    prediction: test.prediction,
    willMeasure: test.willMeasure,
    series: test.seriesId ?? "",
    startsOn: dayParts(test.startsOn),
    endsOn: dayParts(test.endsOn),
    place: test.place,
    scale: test.scale,
    howMany: test.howMany === null ? "" : String(test.howMany),
    who: test.who,
  };
}

/** All that is missing is said at once. */
export function withAllMissing(state: FormState): FormState {
  const { typed, problems = [] } = state;
  if (!typed || problems.length === 0) return state;
  const said = (name: string): string => String(typed[name] ?? "").trim();
  return { ...state, problems: withNoChange(problems, { change: said("change"), node: said("node") }) };
}

export function dayParts(day: string): string[] {
  const [year = "", month = "", date = ""] = day.split("-");
  return [String(Number(date)), String(Number(month)), year];
}

/** Where a ramp that nothing is known of begins: today, with 1 person. */
export function blankTest(today: string, nodeId: string | null): TestPlan {
  const scale: Scale = "one-person";
  const empty = { change: "", question: "", prediction: "", willMeasure: "", place: "", who: "" };
  return { ...empty, nodeId, seriesId: null, startsOn: today, endsOn: today, scale, howMany: null };
}
