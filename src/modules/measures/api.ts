import { createRoute, z, type OpenAPIHono } from "@hono/zod-openapi";
import type { MiddlewareHandler } from "hono";
import { isPerson } from "#platform/actor.ts";
import type { Context } from "#platform/perform.ts";
import { Forbidden, NotFound } from "#platform/problem.ts";
import { contextOf, type Env, type Request } from "#web/env.ts";
import { bearerOf } from "#web/middleware/bearer.ts";
import { SignInNeeded } from "#web/middleware/default-deny.ts";
import { recordPoints } from "./commands/record-points.ts";
import type { Point } from "./point.ts";
import { chartModel } from "./queries/chart-model.ts";
import { seriesCards } from "./queries/series-cards.ts";
import { tokenHolder } from "./queries/token-holder.ts";

/** The most points of one call. */
export const mostPoints = 10_000;

const day = z.iso.date().openapi({ example: "2026-04-01", description: "First day of the period" });

const figure = z.number().refine(Number.isFinite).nullable();

const pointRead = z
  .object({
    period: day,
    state: z.enum(["number", "missing", "not-applicable"]),
    value: figure,
    numerator: figure,
    denominator: figure,
    note: z.string(),
  })
  .openapi("Point");

const pointSent = z
  .strictObject({
    period: day,
    value: z.number().optional().openapi({ description: "For a measure without a denominator" }),
    numerator: z.number().optional(),
    denominator: z.number().optional(),
    state: z
      .enum(["missing", "not-applicable"])
      .optional()
      .openapi({ description: "Instead of a number: it is not known, or there was nothing to count" }),
    note: z.string().max(500).optional(),
  })
  .superRefine(({ value, numerator, denominator, state }, { addIssue }) => {
    const hasTwo = numerator !== undefined || denominator !== undefined;
    const refuse = (name: string, message: string) => addIssue({ code: "custom", path: [name], message });
    if (state && (value !== undefined || hasTwo)) refuse("state", "Give a number or a state, not both");
    else if (value !== undefined && hasTwo)
      refuse("value", "Give a value, or a numerator and a denominator, not both");
  })
  .openapi("PointSent");

const seriesLine = z
  .object({
    id: z.uuid(),
    name: z.string(),
    place: z.object({ code: z.string(), name: z.string() }),
    purpose: z.enum(["improvement", "judgement"]),
    form: z.enum(["value", "proportion", "rate", "count", "time-between", "cases-between"]),
    frequency: z.enum(["day", "week", "fortnight", "month", "quarter", "year", "event"]),
    points: z.number().int(),
    lastPeriod: z.iso.date().nullable(),
    sentence: z.string().openapi({ description: "What its chart says" }),
    variation: z.string().nullable(),
    assurance: z.string().nullable(),
  })
  .openapi("SeriesLine");

const seriesWhole = z
  .object({
    ...seriesLine.shape,
    revision: z.number().int().openapi({ description: "Counts every change of numbers and chart" }),
    definition: z.record(z.string(), z.unknown()),
    view: z.object({ chart: z.string(), rules: z.string() }),
    figures: z.array(pointRead),
  })
  .openapi("Series");

const recorded = z
  .object({ added: z.number().int(), corrected: z.number().int(), revision: z.number().int() })
  .openapi("Recorded");

const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string().optional(),
    problems: z
      .array(z.object({ field: z.string().openapi({ example: "points.3" }), message: z.string() }))
      .optional()
      .openapi({ description: "What is wrong with which point, counted from 0" }),
  })
  .openapi("ProblemWithPoints");

const problems = (description: string) => ({
  description,
  content: { "application/problem+json": { schema: problem } },
});

type Caller = { context: Context; seriesIds: readonly string[] | null; scope: "read" | "write" };

/** Whoever asks: a program by its key, or somebody in their own browser. */
async function callerOf(c: Request): Promise<Caller> {
  const context = contextOf(c);
  const token = bearerOf(c);
  if (!token) return { context, seriesIds: null, scope: "read" };
  const holder = await tokenHolder(context, token);
  if (!holder) throw new SignInNeeded();
  return { context: { ...context, actor: holder.person }, seriesIds: holder.seriesIds, scope: holder.scope };
}

/** A key opens its own series; to it no other is there. */
function refuseOthers({ seriesIds }: Caller, id: string): void {
  if (seriesIds !== null && !seriesIds.includes(id)) throw new NotFound();
}

/** Before anything that was sent is looked at. Numbers are written by a key alone, never by a browser's cookie. */
const byKeyOnly: MiddlewareHandler<Env> = async (c, next) => {
  if (!bearerOf(c)) throw new SignInNeeded();
  await callerOf(c);
  await next();
};

const keyed = [{ key: [] }];

const listRoute = createRoute({
  method: "get",
  path: "/series",
  summary: "The measures that a key opens",
  security: keyed,
  responses: {
    200: {
      description: "Each with what its chart says",
      content: { "application/json": { schema: z.object({ series: z.array(seriesLine) }) } },
    },
    401: problems("No key, or one that does not work any more"),
  },
});

const readRoute = createRoute({
  method: "get",
  path: "/series/{id}",
  summary: "One measure with its numbers",
  security: [...keyed, {}],
  request: { params: z.object({ id: z.string().max(60) }) },
  responses: {
    200: { description: "The measure", content: { "application/json": { schema: seriesWhole } } },
    404: problems("There is no such measure that this key opens"),
  },
});

const writeRoute = createRoute({
  method: "put",
  path: "/series/{id}/points",
  summary: "Put numbers into a measure, by period",
  description: `Up to ${mostPoints.toLocaleString("en-GB")} points a call: all of them or none. A period that has a number already is corrected, and the old number is kept. The same call again changes nothing.`,
  security: keyed,
  middleware: [byKeyOnly] as const,
  request: {
    params: z.object({ id: z.string().max(60) }),
    body: {
      required: true,
      content: {
        "application/json": {
          schema: z.object({
            reason: z.string().max(500).optional().openapi({ description: "Why numbers are corrected" }),
            points: z.array(pointSent).min(1).max(mostPoints),
          }),
        },
      },
    },
  },
  responses: {
    200: {
      description: "How many were new, and how many corrected",
      content: { "application/json": { schema: recorded } },
    },
    401: problems("No key, or one that does not work any more"),
    403: problems("A key that may only read"),
    404: problems("There is no such measure that this key opens"),
    422: problems("A point that cannot be, with its place; nothing was saved"),
  },
});

export function mountMeasuresApi(api: OpenAPIHono<Env>): void {
  api.openAPIRegistry.registerComponent("securitySchemes", "key", { type: "http", scheme: "bearer" });
  api.openapi(listRoute, async (c) => {
    const caller = await callerOf(c);
    if (!isPerson(caller.context.actor) || caller.seriesIds === null) throw new SignInNeeded();
    const cards = await seriesCards(caller.context, caller.seriesIds);
    return c.json({ series: cards.map((card) => lineOf(card)) }, 200);
  });
  api.openapi(readRoute, async (c) => {
    const { id } = c.req.valid("param");
    const caller = await callerOf(c);
    refuseOthers(caller, id);
    const model = await chartModel(caller.context, id);
    const [card] = await seriesCards(caller.context, [id]);
    const figures = model.points.map((point) => pointRead.parse(point));
    const { revision, definition } = model.series;
    const view = { chart: model.drawn.chart, rules: model.drawn.rules };
    return c.json({ ...lineOf(card!), revision, definition, view, figures }, 200);
  });
  api.openapi(writeRoute, async (c) => {
    const { id } = c.req.valid("param");
    const caller = await callerOf(c);
    refuseOthers(caller, id);
    if (caller.scope !== "write") throw new Forbidden("This key may read numbers and not write them.");
    const { points, reason = "" } = c.req.valid("json");
    const done = await recordPoints(caller.context, id, { points: points.map(asPoint), reason });
    return c.json(done, 200);
  });
}

type Card = Awaited<ReturnType<typeof seriesCards>>[number];

function lineOf(card: Card): z.input<typeof seriesLine> {
  const { id, name, purpose, points, lastPeriod, sentence, variation, assurance } = card;
  const { form, frequency } = card.definition;
  const place = { code: card.body.code, name: card.body.name };
  return { id, name, place, purpose, form, frequency, points, lastPeriod, sentence, variation, assurance };
}

function asPoint({
  period,
  value,
  numerator,
  denominator,
  state,
  note = "",
}: z.output<typeof pointSent>): Point {
  if (state) return { period, note, state, value: null, numerator: null, denominator: null };
  // What is missing is said by the rules of the measure, at its point.
  const numbers = { value: value ?? null, numerator: numerator ?? null, denominator: denominator ?? null };
  return { period, note, state: "number", ...numbers } as Point;
}
