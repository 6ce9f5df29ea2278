import { createRoute, z, type OpenAPIHono } from "@hono/zod-openapi";
import { contextOf, type Env } from "#web/env.ts";
import { bodyPage } from "./queries/body-page.ts";
import { findBodies } from "./queries/find-bodies.ts";

const named = z.object({ code: z.string(), name: z.string() });

const row = named
  .extend({
    kind: z.string().openapi({ description: "What it is, in words", example: "GP practice" }),
    town: z.string(),
    closedOn: z.iso.date().nullable(),
    formerNames: z.array(z.string()),
    became: named.nullable().openapi({ description: "What stands today where a closed body stood" }),
  })
  .openapi("BodyRow");

const list = z
  .object({
    total: z.number().int(),
    page: z.number().int(),
    pages: z.number().int(),
    /** Nothing holds the words that were asked for; these are the nearest to them. */
    alike: z
      .boolean()
      .openapi({ description: "True when nothing holds the words and these are the nearest" }),
    bodies: z.array(row),
  })
  .openapi("BodyList");

const body = named
  .extend({
    kind: z.string().openapi({ example: "gp-practice" }),
    tier: z.string(),
    topic: z.string().nullable(),
    purpose: z.string(),
    notFor: z.string(),
    fundedBy: z.string(),
    accountableTo: z.string(),
    address: z.string(),
    town: z.string(),
    postcode: z.string(),
    contactName: z.string(),
    contactEmail: z.string(),
    contactPhone: z.string(),
    website: z.string(),
    openedOn: z.iso.date().nullable(),
    closedOn: z.iso.date().nullable(),
    version: z.number().int(),
    lineage: z.array(named).openapi({ description: "From the nation down to the parent" }),
    areas: z.array(named.extend({ kind: z.string() })),
    formerNames: z.array(z.object({ name: z.string(), until: z.iso.date() })),
    successor: named.nullable(),
    counts: z.array(z.object({ kind: z.string(), count: z.number().int() })),
  })
  .openapi("Body");

const problem = z
  .object({ type: z.string(), title: z.string(), status: z.number().int(), detail: z.string().optional() })
  .openapi("Problem");

const notFound = {
  description: "There is no body with this code",
  content: { "application/problem+json": { schema: problem } },
};

const listRoute = createRoute({
  method: "get",
  path: "/bodies",
  summary: "Find bodies by name, code, town or postcode district",
  request: {
    query: z.object({
      q: z.string().max(400).optional(),
      kind: z.string().max(60).optional(),
      page: z
        .string()
        .regex(/^\d{1,6}$/)
        .optional(),
    }),
  },
  responses: { 200: { description: "What was found", content: { "application/json": { schema: list } } } },
});

const bodyRoute = createRoute({
  method: "get",
  path: "/bodies/{code}",
  summary: "One body, with what stands around it",
  request: { params: z.object({ code: z.string().max(20) }) },
  responses: {
    200: { description: "The body", content: { "application/json": { schema: body } } },
    404: notFound,
  },
});

export function mountPlacesApi(api: OpenAPIHono<Env>): void {
  api.openapi(listRoute, async (c) => {
    const { q = "", kind = "", page = "1" } = c.req.valid("query");
    const found = await findBodies(contextOf(c), { q, kind, place: "", area: "", page: Number(page) });
    const { total, pages, page: shown } = found.paging;
    const bodies = found.rows.map(({ kindLabel, heir, ...rest }) => ({
      ...rest,
      kind: kindLabel,
      became: heir,
    }));
    return c.json({ total: found.alike ? 0 : total, page: shown, pages, alike: found.alike, bodies }, 200);
  });
  api.openapi(bodyRoute, async (c) => {
    const { code } = c.req.valid("param");
    const found = await bodyPage(contextOf(c), code, { kind: "", page: 1 });
    const counts = found.counts.map(({ kind, count }) => ({ kind, count }));
    return c.json(body.parse({ ...found.body, counts }), 200);
  });
}
