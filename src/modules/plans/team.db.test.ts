import { afterAll, beforeAll, expect, test } from "vitest";
import { body, member, person, plan, takesPart, type TestBody, type TestPerson } from "#tests/world.ts";
import { testApp, type Browse, type TestApp } from "#tests/setup/app.ts";
import { series } from "#tests/measures-world.ts";
import { tellOfPlans } from "./commands/tell-of-plans.ts";

let app: TestApp;
let trust: TestBody;
let lead: TestPerson;

beforeAll(async () => {
  app = await testApp();
  trust = await body(app.db);
  lead = await person(app.db, { name: "Leah Lead" });
  await member(app.db, lead, trust, "lead");
});

afterAll(() => app.close());

const begin = (given: { lead?: TestPerson } = {}): Promise<string> =>
  plan(app.db, { body: trust, lead: given.lead ?? lead, visibility: "team" });

async function rolesIn(id: string): Promise<Record<string, string>> {
  const rows = await app.db
    .selectFrom("group_members")
    .select(["user_id", "role"])
    .where("group_id", "=", id)
    .where("ended_at", "is", null)
    .execute();
  return Object.fromEntries(rows.map(({ user_id, role }) => [user_id, role]));
}

async function linkIn(email: string): Promise<string> {
  const mail = await app.db
    .selectFrom("mails")
    .select("body")
    .where("recipient", "=", email)
    .orderBy("written_at", "desc")
    .executeTakeFirstOrThrow();
  return new URL(/https?:\/\/\S+/.exec(mail.body)![0]).pathname;
}

test("an invited partner joins by the link in the mail, edits like anybody, and nobody else can take the link", async () => {
  const id = await begin();
  const partner = await person(app.db, { name: "Pat Partner" });
  const other = await person(app.db);
  const asLead = await app.as(lead);
  const asPartner = await app.as(partner);
  await asLead(`/plans/${id}/team/invite`, { form: { email: partner.email, role: "patient-partner" } });
  const link = await linkIn(partner.email);
  expect((await (await app.as(other))(link, { form: {} })).status).toBe(403);
  expect((await asPartner(`/plans/${id}`)).status).toBe(404);
  expect((await asPartner(link, { form: {} })).headers.get("Location")).toContain(`/plans/${id}/team`);
  expect(await rolesIn(id)).toMatchObject({ [partner.id]: "patient-partner" });
  const page = await (await asPartner(`/plans/${id}`)).text();
  expect(page, "a partner reads in plain English until they say otherwise").toContain(
    "What we think will help",
  );
  const saved = await asPartner(`/plans/${id}/help`, { form: { text: "A room without stairs" } });
  expect(saved.status).toBe(303);
  expect(
    (await app.db.selectFrom("plans").select("has_partner").where("id", "=", id).executeTakeFirstOrThrow())
      .has_partner,
  ).toBe(true);
});

test("what a partner needs is read by them and the lead, and by nobody else in the team", async () => {
  const id = await begin();
  const [partner, colleague] = [await person(app.db), await person(app.db)];
  await takesPart(app.db, partner, id, "patient-partner");
  await takesPart(app.db, colleague, id, "member");
  const asPartner = await app.as(partner);
  const form = { accessNeeds: "Large print, please", payment: "", _version: "0" };
  expect((await asPartner(`/plans/${id}/team/notes`, { form })).status).toBe(303);
  expect(
    (await asPartner(`/plans/${id}/team/notes`, { form: { ...form, accessNeeds: "Stale" } })).status,
  ).toBe(409);
  expect(await (await asPartner(`/plans/${id}/team`)).text()).toContain("Large print, please");
  expect(await (await (await app.as(lead))(`/plans/${id}/team`)).text()).toContain("Large print, please");
  const asColleague = await app.as(colleague);
  expect(await (await asColleague(`/plans/${id}/team`)).text()).not.toContain("Large print");
  expect((await asColleague(`/plans/${id}/team/notes`)).status).toBe(403);
});

test("a printed code runs out, is withdrawn, and gives nothing when whoever made it has left", async () => {
  const id = await begin();
  const asLead = await app.as(lead);
  const made = await asLead(`/plans/${id}/team/invite-code`, {
    form: { role: "member", uses: "1", days: "7" },
  });
  const sheet = await (await asLead(made.headers.get("Location")!)).text();
  const link = /\/plans\/join\/[\w-]{43}/.exec(sheet)![0];
  const [first, second] = [await person(app.db), await person(app.db)];
  expect((await (await app.as(first))(link, { form: {} })).status).toBe(303);
  const late = await (await app.as(second))(link, { form: {} });
  expect(late.status).toBe(403);
  expect(await rolesIn(id)).toMatchObject({ [first.id]: "member" });
  expect(Object.keys(await rolesIn(id))).not.toContain(second.id);
});

test("the lead is handed over in one step, and a lead cannot be made anything less before", async () => {
  const id = await begin();
  const next = await person(app.db);
  await takesPart(app.db, next, id, "member");
  const asLead = await app.as(lead);
  expect((await asLead(`/plans/${id}/team/${lead.id}/role`, { form: { role: "coach" } })).status).toBe(403);
  expect((await asLead(`/plans/${id}/team/${next.id}/lead`, { form: {} })).status).toBe(303);
  expect(await rolesIn(id)).toEqual({ [lead.id]: "member", [next.id]: "lead" });
});

test("who leaves is told so, and whoever led is told what it means", async () => {
  const id = await begin();
  const member = await person(app.db);
  await takesPart(app.db, member, id, "member");
  const leaves = async ({ id: who }: TestPerson, browse: Browse): Promise<string> => {
    const answer = await browse(`/plans/${id}/team/${who}/leave`, { form: {} });
    return (await browse(answer.headers.get("Location")!)).text();
  };
  const page = await leaves(member, await app.as(member));
  expect(page).toContain("You are no longer in the team. What you wrote stays.");
  expect(await leaves(lead, await app.as(lead))).toContain(
    "You are no longer in the team, and nobody leads it now.",
  );
});

const gone = (id: string) =>
  app.db
    .selectFrom("plans")
    .select(["has_lead", "lead_gone_since"])
    .where("id", "=", id)
    .executeTakeFirstOrThrow();

test("who deletes their account leaves every team, and coach and sponsor are told once", async () => {
  const leaving = await person(app.db);
  const coach = await person(app.db);
  const id = await begin({ lead: leaving });
  await takesPart(app.db, coach, id, "coach");
  const asLeaving = await app.as(leaving);
  expect((await asLeaving("/me/delete", { form: { email: leaving.email } })).status).toBe(303);
  expect(await gone(id)).toMatchObject({ has_lead: false });
  expect(await (await (await app.as(coach))(`/plans/${id}`)).text()).toContain("Nobody leads this now");
  const desk = { baseUrl: "http://localhost:3000" };
  await tellOfPlans(app.db, desk, new Date());
  await tellOfPlans(app.db, desk, new Date());
  const mails = await app.db
    .selectFrom("mails")
    .select("subject")
    .where("recipient", "=", coach.email)
    .execute();
  expect(mails.map(({ subject }) => subject)).toEqual(["A project that you take part in needs a new lead"]);
});

test("a lead who leaves the organisation is noticed, and a new lead ends the alarm", async () => {
  const leaving = await person(app.db);
  const next = await person(app.db);
  const { id: membership } = await member(app.db, leaving, trust);
  const id = await begin({ lead: leaving });
  await takesPart(app.db, next, id, "member");
  await app.db
    .updateTable("memberships")
    .set({ ended_at: new Date() })
    .where("id", "=", membership)
    .execute();
  expect((await gone(id)).lead_gone_since).not.toBeNull();
  expect((await (await app.as(leaving))(`/plans/${id}/team/${next.id}/lead`, { form: {} })).status).toBe(303);
  expect(await gone(id)).toMatchObject({ has_lead: true, lead_gone_since: null });
});

test("a finished project whose day has come is asked by mail, once for each", async () => {
  const id = await begin();
  await app.db
    .insertInto("plan_checks")
    .values([
      { plan_id: id, months: 3, due_on: "2026-02-01" },
      { plan_id: id, months: 6, due_on: "2030-05-01" },
    ])
    .execute();
  const desk = { baseUrl: "http://localhost:3000" };
  await tellOfPlans(app.db, desk, new Date("2026-03-01"));
  await tellOfPlans(app.db, desk, new Date("2026-03-02"));
  const mails = await app.db
    .selectFrom("mails")
    .select("subject")
    .where("recipient", "=", lead.email)
    .execute();
  expect(mails.filter(({ subject }) => subject.includes("3 months"))).toHaveLength(1);
});

test("a claim to serve another plan shows at both ends, and can be taken back by who made it", async () => {
  const [mine, other] = [
    await begin(),
    await plan(app.db, { body: trust, lead, title: "Safety strategy", visibility: "organisation" }),
  ];
  const node = await app.db
    .selectFrom("plan_nodes")
    .select("id")
    .where("plan_id", "=", other)
    .executeTakeFirstOrThrow();
  const asLead = await app.as(lead);
  expect(await (await asLead(`/plans/${mine}/align?q=safety`)).text()).toContain("Safety strategy");
  await asLead(`/plans/${mine}/align`, {
    form: { to: node.id, node: "", reason: "Fewer falls", q: "safety" },
  });
  expect(await (await asLead(`/plans/${mine}`)).text()).toContain("Safety strategy");
  expect(await (await asLead(`/plans/${other}`)).text()).toContain("What serves it");
  const { id } = await app.db
    .selectFrom("alignments")
    .select("id")
    .where("plan_id", "=", mine)
    .executeTakeFirstOrThrow();
  expect((await asLead(`/plans/${mine}/align/${id}/end`, { form: {} })).status).toBe(303);
  expect(await (await asLead(`/plans/${other}`)).text()).not.toContain("What serves it");
});

test("many measures are a line each, until somebody asks for all their charts", async () => {
  const id = await begin();
  const asLead = await app.as(lead);
  const attached = await Promise.all(
    Array.from({ length: 13 }, (_, at) =>
      series(app.db, trust, { by: lead, at: new Date(), definition: { name: `Measure ${at}` } }),
    ),
  );
  await app.db
    .insertInto("plan_series")
    .values(
      attached.map((series_id) => ({
        plan_id: id,
        series_id,
        attached_by: lead.id,
        attached_at: new Date(),
      })),
    )
    .execute();
  const [lines, charts] = await Promise.all(
    ["", "?as=charts"].map(async (how) => (await asLead(`/plans/${id}/measures${how}`)).text()),
  );
  for (const page of [lines!, charts!]) expect(page.match(/>Measure \d+/g)).toHaveLength(13);
  expect(lines).toContain(`href="/plans/${id}/measures?as=charts"`);
  expect(lines).not.toContain("tl-multiples");
  expect(charts).toContain("tl-multiples");
});

test("the 61st measure of a plan stands on the next page, and in the file of all", async () => {
  const id = await begin();
  const asLead = await app.as(lead);
  const attached: string[] = [];
  for (let at = 0; at < 61; at += 1)
    attached.push(
      await series(app.db, trust, { by: lead, at: new Date(), definition: { name: `Measure ${at}` } }),
    );
  await app.db
    .insertInto("plan_series")
    .values(
      attached.map((series_id, at) => ({
        plan_id: id,
        series_id,
        attached_by: lead.id,
        attached_at: new Date(Date.UTC(2026, 0, 1, 0, at)),
      })),
    )
    .execute();
  const page = async (query: string) => (await asLead(`/plans/${id}/measures${query}`)).text();
  const [first, second, charts] = [await page(""), await page("?page=2"), await page("?as=charts&page=2")];
  expect(first.match(/>Measure \d+/g)).toHaveLength(60);
  expect(first).toContain(`href="/plans/${id}/measures?page=2"`);
  for (const last of [second, charts]) expect(last.match(/>Measure \d+/g)).toEqual([">Measure 60"]);
  expect(charts).toContain(`href="/plans/${id}/measures?as=charts"`);
  const file = await page("?as=csv");
  for (const name of ["Measure 0", "Measure 60"]) expect(file).toContain(name);
});

test("a measure that a team starts is kept by the team, and data tells every list that it is alive", async () => {
  const id = await begin();
  const asLead = await app.as(lead);
  const form = {
    name: "Falls at night",
    form: "count",
    numerator: "",
    denominator: "",
    unit: "falls",
    better: "lower",
    frequency: "week",
    place: trust.code,
    node: "",
    visibility: "team",
  };
  const made = await asLead(`/plans/${id}/measures/new`, { form });
  expect(made.headers.get("Location")).toMatch(/^\/series\//);
  const started = await app.db
    .selectFrom("series")
    .select(["id", "group_id"])
    .where("group_id", "=", id)
    .executeTakeFirstOrThrow();
  await app.db
    .updateTable("series")
    .set({ last_point_at: new Date("2026-10-01"), signal_meaning: "improvement", signal_from: "2026-09-01" })
    .where("id", "=", started.id)
    .execute();
  const row = await app.db
    .selectFrom("plans")
    .select(["last_data_at", "improving_since"])
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  expect(row).toEqual({ last_data_at: new Date("2026-10-01"), improving_since: "2026-09-01" });
  expect(await (await asLead(`/plans/${id}`)).text()).toContain("Falls at night");
  await asLead(`/plans/${id}/measures/detach`, { form: { series: started.id, node: "" } });
  const after = await app.db
    .selectFrom("plans")
    .select("improving_since")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  expect(after.improving_since).toBeNull();
});

test("whoever keeps a finished change going is told once each time that it slips", async () => {
  const keeper = await person(app.db);
  const id = await begin();
  const slips = (on: string) =>
    app.db
      .updateTable("plans")
      .set({ stage: "sustaining", sustained_by: keeper.id, slipping_since: on })
      .where("id", "=", id)
      .execute();
  const desk = { baseUrl: "http://localhost:3000" };
  const told = async () => {
    await tellOfPlans(app.db, desk, new Date("2026-03-01"));
    const mails = app.db.selectFrom("mails").select("body").where("recipient", "=", keeper.email);
    return (await mails.execute()).filter(({ body }) => body.includes(`/plans/${id}/measures`)).length;
  };
  await slips("2026-02-01");
  expect([await told(), await told()]).toEqual([1, 1]);
  await slips("2026-02-20");
  expect(await told()).toBe(2);
});
