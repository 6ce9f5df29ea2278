import { afterAll, beforeAll, expect, test } from "vitest";
import type { Person } from "#platform/actor.ts";
import type { Context } from "#platform/perform.ts";
import { findWorkplace } from "#modules/people/index.ts";
import { testApp, type Browse, type TestApp } from "#tests/setup/app.ts";
import { body, member, person } from "#tests/world.ts";
import { actOnTest } from "./commands/act-on-test.ts";
import { planTest } from "./commands/plan-test.ts";
import { startPlan } from "./commands/start-plan.ts";
import { studyTest } from "./commands/study-test.ts";
import { say } from "./commands/talk.ts";
import { planInSight } from "./queries/plan-in-sight.ts";

let app: TestApp;
let browse: Browse;
let other: Browse;
let planId: string;

const at = new Date("2026-03-10T10:00:00Z");

beforeAll(async () => {
  app = await testApp();
  const ward = await body(app.db, { kind: "ward", parent: await body(app.db) });
  const who = await person(app.db, { name: "Asha Patel" });
  const colleague = await person(app.db);
  await member(app.db, who, ward);
  await member(app.db, colleague, ward);
  const actor: Person = { kind: "person", ...who, sessionId: "", strong: false, roles: [] };
  const context: Context = { db: app.db, jobs: app.services.jobs, actor, at, requestId: "test" };
  const place = await findWorkplace(context, ward.code, "place");
  const start = { kind: "project", title: "Fewer falls", sentence: "People fall at night", place } as const;
  planId = await startPlan(context, { ...start, visibility: "organisation" });
  const plan = await planInSight(context, planId);
  const planned = {
    nodeId: null,
    change: "Huddle at noon",
    question: "",
    prediction: "It takes 4 minutes",
    willMeasure: "",
    seriesId: null,
    startsOn: "2026-03-02",
    endsOn: "2026-03-04",
    place: "",
    scale: "one-shift",
    howMany: null,
    who: "",
  } as const;
  const study = {
    happened: "It took 6",
    outcome: "no",
    surprises: "",
    figure: 6,
    chartNote: "",
    earlyReason: "",
  } as const;
  const id = await planTest(context, plan, { test: planned, followsId: null });
  await studyTest(context, plan, { id, study, version: 1 });
  await actOnTest(context, plan, {
    id,
    decided: { decision: "abandon", learning: "Noon is too busy" },
    version: 2,
  });
  const desk = { baseUrl: "http://localhost:3000", secret: "s" };
  const about = { about: "plan", aboutId: planId } as const;
  await say(context, plan, { about, said: { text: "Between ourselves", ticked: [] }, desk });
  browse = await app.as(who);
  other = await app.as(colleague);
});

afterAll(() => app.close());

test("a write-up is drafted from the record, becomes the team's own part by part, and can go back", async () => {
  const path = `/plans/${planId}/write-up`;
  const drafted = await (await browse(path)).text();
  expect(drafted).toContain("People fall at night");
  expect(drafted).toContain("Cycle 1 (1 shift or session, 2 March 2026): Huddle at noon.");
  expect(drafted).toContain("What did not help: Huddle at noon. Noon is too busy.");
  expect((await browse(`${path}/problem`, { form: { text: "In our words", _version: "0" } })).status).toBe(
    303,
  );
  expect(await (await browse(path)).text()).toContain("In our words");
  const stale = await browse(`${path}/problem`, { form: { text: "In other words", _version: "0" } });
  expect(stale.status).toBe(409);
  expect(await stale.text()).toContain("In our words");
  expect((await browse(`${path}/problem/draft`, { form: {} })).status).toBe(303);
  expect(await (await browse(path)).text()).not.toContain("In our words");
  const history = await (await browse(`/plans/${planId}/history`)).text();
  expect(history).toContain("Write-up: the problem");
  const kept = new RegExp(`/plans/${planId}/history/([0-9]+)/restore`).exec(history)![1]!;
  expect((await browse(`/plans/${planId}/history/${kept}/restore`, { form: {} })).status).toBe(303);
  expect(await (await browse(path)).text()).toContain("In our words");
  expect((await browse(`${path}/problem/draft`, { form: {} })).status).toBe(303);
  expect((await other(`${path}/problem`, { form: { text: "Mine", _version: "0" } })).status).toBe(403);
});

test.each([
  ["write-up.html", "<h2>What was changed and tested</h2>"],
  ["write-up.md", "## What was changed and tested"],
])("%s is the same paper as a file", async (name, holds) => {
  const response = await browse(`/plans/${planId}/write-up/file/${name}`);
  expect(response.headers.get("Content-Disposition")).toBe(`attachment; filename="fewer-falls-${name}"`);
  expect(await response.text()).toContain(holds);
});

test("a person's own record says what they did and thought, to them alone", async () => {
  const form = { plan: planId, "on-day": "1", "on-month": "3", "on-year": "2026", text: "I ask sooner now" };
  const here = "/me/improvement-record";
  expect((await browse(`${here}/new`, { form })).headers.get("Location")).toBe(`${here}?done=saved`);
  const page = await (await browse(here)).text();
  for (const word of ["Fewer falls", "Noon is too busy", "I ask sooner now", "Lead"])
    expect(page).toContain(word);
  const reflection = new RegExp(`${here}/([0-9a-f-]{36})"`).exec(page)![1]!;
  expect((await other(`${here}/${reflection}`)).status).toBe(404);
  expect(await (await other(here)).text()).not.toContain("I ask sooner now");
  expect(await (await browse(`${here}/record.md`)).text()).toContain("I ask sooner now");
  const elsewhere = await other(`${here}/new`, { form });
  expect(elsewhere.status).toBe(422);
  expect((await browse(`${here}/${reflection}/remove`, { form: {} })).status).toBe(303);
  expect(await (await browse(here)).text()).not.toContain("I ask sooner now");
});

test("the overview shows the latest test and what comes next, and history holds nothing that was said", async () => {
  const overview = await (await browse(`/plans/${planId}`)).text();
  expect(overview).toContain("Abandoned, with a lesson");
  expect(overview).toContain("Nothing waits for you.");
  const history = await (await browse(`/plans/${planId}/history`)).text();
  expect(history).toContain("Noon is too busy");
  expect(history).not.toContain("Between ourselves");
});
