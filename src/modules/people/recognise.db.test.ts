import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { isPerson } from "#platform/actor.ts";
import { testApp, type TestApp } from "#tests/setup/app.ts";
import { body, member, person } from "#tests/world.ts";

let now = new Date("2026-11-20T09:00:00Z");
let world: TestApp;

beforeAll(async () => {
  world = await testApp({ clock: () => now });
  world.app.get("/who-am-i", (c) => {
    const actor = c.get("actor");
    return c.json(isPerson(actor) ? { id: actor.id, strong: actor.strong, roles: actor.roles } : null);
  });
});
afterAll(() => world.close());

const minutes = (count: number): void => {
  now = new Date(now.getTime() + count * 60_000);
};

const answer = z
  .object({
    id: z.string(),
    strong: z.boolean(),
    roles: z.array(z.object({ role: z.string(), bodyName: z.string() })),
  })
  .nullable();
const who = async (browse: Awaited<ReturnType<TestApp["as"]>>) => {
  const response = await browse("/who-am-i");
  return response.status === 200 ? (answer.parse(await response.json()) ?? undefined) : undefined;
};

test("a person is known with the roles held now, in one statement", async () => {
  const trust = await body(world.db);
  const nurse = await person(world.db);
  await member(world.db, nurse, trust, "lead");
  const browse = await world.as(nurse);
  world.statements();
  expect(await who(browse)).toMatchObject({
    id: nurse.id,
    strong: false,
    roles: [{ role: "lead", bodyName: trust.name }],
  });
  expect(world.statements()).toBe(1);
});

test("a membership that has ended is gone at the next request", async () => {
  const nurse = await person(world.db);
  const held = await member(world.db, nurse, await body(world.db), "administrator");
  const browse = await world.as(nurse, { strong: true });
  expect(await who(browse)).toMatchObject({ strong: true, roles: [{ role: "administrator" }] });
  await world.db.updateTable("memberships").set({ ended_at: now }).where("id", "=", held.id).execute();
  expect((await who(browse))?.roles).toEqual([]);
});

test("30 minutes without a request end a session; a request in between keeps it", async () => {
  const browse = await world.as(await person(world.db));
  minutes(29);
  expect(await who(browse)).toBeDefined();
  minutes(29);
  expect(await who(browse)).toBeDefined();
  minutes(30);
  expect(await who(browse)).toBeUndefined();
});

test("12 hours end a session however busy it is", async () => {
  const browse = await world.as(await person(world.db));
  for (let passed = 20; passed < 720; passed += 20) {
    minutes(20);
    expect(await who(browse), `after ${passed} minutes`).toBeDefined();
  }
  minutes(20);
  expect(await who(browse)).toBeUndefined();
});

test("an erased person is nobody, and so is a cookie that was changed", async () => {
  const leaver = await person(world.db);
  const browse = await world.as(leaver);
  await world.db.updateTable("users").set({ erased_at: now }).where("id", "=", leaver.id).execute();
  expect(await who(browse)).toBeUndefined();
  const forged = await world.anonymous()("/who-am-i", { headers: { Cookie: "__Host-session=abc.def" } });
  expect(forged.status).toBe(303);
});
