import { afterAll, beforeAll, expect, test } from "vitest";
import type { Person } from "#platform/actor.ts";
import type { Context } from "#platform/perform.ts";
import { NotFound } from "#platform/problem.ts";
import { findWorkplace } from "#modules/people/index.ts";
import { testApp, type TestApp } from "#tests/setup/app.ts";
import { body, member, person } from "#tests/world.ts";
import { startPlan } from "./commands/start-plan.ts";
import { planInSight } from "./queries/plan-in-sight.ts";

let app: TestApp;
let sister: Context;
let stranger: Context;
let ward: string;

beforeAll(async () => {
  app = await testApp();
  const trust = await body(app.db);
  const place = await body(app.db, { kind: "ward", parent: trust });
  ward = place.code;
  const contextFor = async (where: { id: string }): Promise<Context> => {
    const who = await person(app.db);
    await member(app.db, who, where, "lead");
    const actor: Person = { kind: "person", ...who, sessionId: "", strong: false, roles: [] };
    return { db: app.db, jobs: app.services.jobs, actor, at: new Date(), requestId: "test" };
  };
  sister = await contextFor(place);
  stranger = await contextFor(await body(app.db));
});

afterAll(() => app.close());

test("one sentence starts a plan that its starter leads and nobody else sees", async () => {
  const place = await findWorkplace(sister, ward, "place");
  const id = await startPlan(sister, {
    kind: "project",
    title: "Fewer falls at night",
    sentence: "We want fewer falls at night on Heron Ward",
    place,
    visibility: "team",
  });
  const plan = await planInSight(sister, id);
  expect(plan).toMatchObject({ title: "Fewer falls at night", standing: "lead", stage: "idea" });
  expect(plan.bodies.map((one) => one.code)).toEqual([ward]);
  await expect(planInSight(stranger, id)).rejects.toThrow(NotFound);
});
