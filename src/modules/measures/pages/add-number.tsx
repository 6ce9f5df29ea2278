import { z } from "zod";
import { contextOf, type Request } from "#web/env.ts";
import { formPage } from "#web/column-page.tsx";
import { defineForm } from "#web/form/form.ts";
import type { FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import { dayOf } from "#platform/day.ts";
import { Invalid, type FieldProblem } from "#platform/problem.ts";
import { figureProblem } from "#ui/figures/figure-problem.ts";
import { notBegun, periodStart } from "../check-points.ts";
import { recordPoints } from "../commands/record-points.ts";
import { hasDenominator, type DefinitionText } from "../definition.ts";
import { periodWords } from "../definition-words.ts";
import type { Figure, Point } from "../point.ts";
import { seriesToRecord } from "../queries/series-to-change.ts";
import { seriesName, type SeriesSeen } from "../series.ts";
import { optionalNumber } from "../typed-number.ts";

const states = [
  { value: "number", label: "There is a number" },
  { value: "missing", label: "It is not known", hint: "It should have been counted, and was not" },
  {
    value: "not-applicable",
    label: "Not applicable",
    hint: "There was nothing to count, as in a ward that was closed",
  },
] as const;

/** Two numbers are asked for where the measure has a denominator. */
function formFor(definition: DefinitionText, now: Date) {
  const ratio = hasDenominator(definition);
  const period = periodWords[definition.frequency];
  return defineForm(
    {
      on: {
        kind: "date",
        label: definition.frequency === "event" ? "When it happened" : `A day in the ${period}`,
        hint: "For example, 1 4 2026",
        schema: z.iso.date("Enter a real date, like 1 4 2026"),
      },
      first: {
        kind: "number",
        label: ratio ? definition.numerator || "How many" : definition.unit || "Number",
        width: 10,
        schema: optionalNumber(ratio ? "How many" : "The number"),
      },
      ...(ratio && {
        second: {
          kind: "number" as const,
          label: `Out of: ${definition.denominator}`,
          width: 10 as const,
          schema: optionalNumber("The denominator"),
        },
      }),
      state: {
        kind: "choice",
        label: "Is there a number for this period?",
        options: states,
        schema: z.enum(["number", "missing", "not-applicable"], "Say whether there is a number"),
      },
      note: {
        kind: "text",
        label: "Note",
        hint: "Only if something was out of the ordinary. Name no patient",
        schema: z.string().max(500, "The note must be 500 characters or fewer"),
      },
      reason: {
        kind: "text",
        label: "Why it is corrected",
        hint: "Only if this period has a number already. The old one is kept",
        schema: z.string().max(500, "The reason must be 500 characters or fewer"),
      },
    },
    ({ on, state, ...given }) => [
      ...(on && on > dayOf(now) ? [{ field: "on", message: notBegun }] : []),
      ...(state === "number" ? numberProblems(definition, given) : []),
    ],
  );
}

type Numbers = Partial<Record<"first" | "second", unknown>>;

/** What is wrong with the number that was typed, at its box. One that cannot be read says so itself. */
function numberProblems(definition: DefinitionText, { first, second }: Numbers): FieldProblem[] {
  const boxes = hasDenominator(definition) ? { first, second } : { first };
  const empty = Object.entries(boxes).find(([, typed]) => typed === null);
  if (empty) {
    const message =
      "second" in boxes
        ? "Enter both numbers, or say that they are not known"
        : "Enter the number, or say that it is not known";
    return [{ field: empty[0], message }];
  }
  if (Object.values(boxes).some((typed) => typeof typed !== "number")) return [];
  const figure = figureOf(definition, { first: first as number, second: second as number, state: "number" });
  const message = figureProblem(definition.form, figure);
  return message ? [{ field: "first", message }] : [];
}

export async function addNumberPage(c: Request): Promise<Response> {
  const context = contextOf(c);
  const series = await seriesToRecord(context, c.req.param("id")!);
  const [year = "", month = "", day = ""] = dayOf(context.at).split("-");
  return draw(c, series, {
    typed: { on: [String(Number(day)), String(Number(month)), year], state: "number" },
  });
}

export async function saveNumber(c: Request): Promise<Response> {
  const context = contextOf(c);
  const series = await seriesToRecord(context, c.req.param("id")!);
  return submitForm(c, {
    form: formFor(series.definition, context.at),
    act: async ({ on, reason, ...given }) => {
      const period = periodStart(on, series.definition.frequency);
      const second = "second" in given ? (given.second as number | null) : null;
      const point: Point = { ...figureOf(series.definition, { ...given, second }), period, note: given.note };
      await savePoint(() => recordPoints(context, series.id, { points: [point], reason }));
      return c.redirect(`/series/${series.id}?done=added`, 303);
    },
    redraw: (state, status) => draw(c, series, state, status),
  });
}

type Given = { first: number | null; second: number | null; state: Figure["state"] };

function figureOf(definition: DefinitionText, { first, second, state }: Given): Figure {
  if (state !== "number") return { state, value: null, numerator: null, denominator: null };
  return hasDenominator(definition)
    ? { state, value: null, numerator: first!, denominator: second! }
    : { state, value: first!, numerator: null, denominator: null };
}

/** What is wrong with the one point is said at the field that it came from. */
async function savePoint(save: () => Promise<unknown>): Promise<void> {
  try {
    await save();
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    throw new Invalid(
      error.problems.map(({ message }) => ({ field: message.includes("period") ? "on" : "first", message })),
    );
  }
}

function draw(c: Request, series: SeriesSeen, state: FormState, status = 200): Response {
  const page = {
    title: "Add a number",
    section: "Measures",
    caption: seriesName(series),
    backLink: { text: "Back", href: `/series/${series.id}` },
    action: `/series/${series.id}/add`,
    form: formFor(series.definition, contextOf(c).at),
    submit: "Save the number",
  };
  return formPage(c, page, state, status);
}
