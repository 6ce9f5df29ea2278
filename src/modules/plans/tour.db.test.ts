import { afterAll, beforeAll, expect, test } from "vitest";
import type { Person } from "#platform/actor.ts";
import { dayOf } from "#platform/day.ts";
import type { Context } from "#platform/perform.ts";
import { series } from "#tests/measures-world.ts";
import { testApp, type Browse, type TestApp } from "#tests/setup/app.ts";
import { body, member, person, plan, takesPart, type TestBody, type TestPerson } from "#tests/world.ts";
import { planTest } from "./commands/plan-test.ts";
import type { TestPlan } from "./plan-test.ts";
import { planInSight } from "./queries/plan-in-sight.ts";

let app: TestApp;
let ward: TestBody;
let sister: TestPerson;
let asSister: Browse;

beforeAll(async () => {
  app = await testApp();
  ward = await body(app.db, { kind: "ward", parent: await body(app.db) });
  sister = await person(app.db);
  await member(app.db, sister, ward, "lead");
  asSister = await app.as(sister);
});

afterAll(() => app.close());

const nextTest: Omit<TestPlan, "startsOn" | "endsOn"> = {
  nodeId: null,
  change: "A light by the bed",
  question: "Will it be used?",
  prediction: "4 of 5 patients use it",
  willMeasure: "",
  seriesId: null,
  place: "Bay 2",
  scale: "one-person",
  howMany: 1,
  who: "",
};

async function textOf(path: string, as = asSister): Promise<string> {
  return (await as(path)).text();
}

async function done(): Promise<number> {
  return (await textOf("/tour")).match(/nhsuk-task-list__status[^>]*>\s*Done/g)?.length ?? 0;
}

test("without a project it leads to the start of one, and home leads to it", async () => {
  const page = await textOf("/tour");
  expect(page).toContain('href="/plans/new"');
  expect(await done()).toBe(0);
  expect(await textOf("/")).toContain('href="/tour"');
});

test("whoever works nowhere here is told how a place is found", async () => {
  const newcomer = await app.as(await person(app.db));
  const page = await textOf("/tour", newcomer);
  expect(page).toContain("Find your organisation");
  expect(page).not.toContain("/plans/new");
});

test("work of others, and what somebody only joined, is not theirs to be led through", async () => {
  const colleague = await person(app.db);
  const joined = await plan(app.db, { body: ward, lead: colleague, at: new Date() });
  await takesPart(app.db, sister, joined, "member");
  expect(await done()).toBe(0);
  await app.db
    .updateTable("group_members")
    .set({ ended_at: new Date() })
    .where("user_id", "=", sister.id)
    .execute();
});

test("each step is done when the project says so, and then home says no more of it", async () => {
  const { db } = app;
  const at = new Date();
  const id = await plan(db, { body: ward, lead: sister, title: "Fewer falls at night", at });
  expect(await textOf("/tour")).toContain("Fewer falls at night");
  expect(await done()).toBe(1);
  expect(await textOf("/")).toContain("1 of 6 steps");

  await db.updateTable("plans").set({ aim_to: 6, aim_by: "2027-06-01" }).where("id", "=", id).execute();
  expect(await done()).toBe(2);

  const node = (kind: string) => ({ plan_id: id, kind, text: kind, written_by: sister.id, written_at: at });
  await db.insertInto("plan_nodes").values(node("primary")).execute();
  expect(await done()).toBe(2);
  await db.insertInto("plan_nodes").values(node("idea")).execute();
  expect(await done()).toBe(3);

  const seriesId = await series(db, ward, { by: sister, at });
  await db.insertInto("plan_series").values({ plan_id: id, series_id: seriesId, attached_at: at }).execute();
  expect((await textOf("/tour")).split(`href="/series/${seriesId}"`)).toHaveLength(2);
  expect(await done()).toBe(3);
  await db.updateTable("series").set({ points: 1 }).where("id", "=", seriesId).execute();
  expect(await done()).toBe(4);
  expect((await textOf("/tour")).split(`href="/series/${seriesId}"`)).toHaveLength(3);

  await takesPart(db, await person(db), id, "patient-partner");
  expect(await done()).toBe(5);
  expect(await textOf("/")).toContain("5 of 6 steps");

  const actor: Person = { kind: "person", ...sister, sessionId: "", strong: false, roles: [] };
  const context: Context = { db, jobs: app.services.jobs, actor, at, requestId: "test" };
  const test = { ...nextTest, startsOn: dayOf(at), endsOn: dayOf(at) };
  await planTest(context, await planInSight(context, id), { test, followsId: null });
  expect(await done()).toBe(6);
  expect(await textOf("/")).not.toContain("/tour");
});

test("an old project is not spoken of on the home page", async () => {
  await app.db
    .updateTable("plans")
    .set({ created_at: new Date(Date.now() - 29 * 86_400_000), aim_to: null })
    .where("created_by", "=", sister.id)
    .execute();
  expect(await done()).toBe(5);
  expect(await textOf("/")).not.toContain("/tour");
});
