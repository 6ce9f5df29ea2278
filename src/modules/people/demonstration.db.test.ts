import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "#tests/setup/app.ts";
import { body, member, person, type TestPerson } from "#tests/world.ts";
import { forgetExpired } from "./commands/forget-expired.ts";

let demonstration: TestApp;
let real: TestApp;
let sister: TestPerson;

beforeAll(async () => {
  [demonstration, real] = await Promise.all([testApp({ demonstration: true }), testApp()]);
  for (const { db } of [demonstration, real]) {
    const persona = await person(db, { name: "Amara Okafor", persona: "01-ward-sister" });
    await member(db, persona, await body(db, { name: "Meadowsweet Ward" }), "lead");
    if (db === demonstration.db) sister = persona;
  }
});
afterAll(() => Promise.all([demonstration.close(), real.close()]));

const become = { form: { persona: "01-ward-sister" } };

test("a visitor steps in as one of the people, with a new and strong session each time", async () => {
  const browse = demonstration.anonymous();
  const page = await (await browse("/demonstration")).text();
  expect(page).toContain("Amara Okafor, Meadowsweet Ward");
  for (let time = 0; time < 2; time += 1) {
    expect((await browse("/demonstration/become?next=%2Fme", become)).headers.get("Location")).toBe("/me");
    expect(await (await browse("/me")).text()).toContain("Amara Okafor");
  }
  const sessions = await demonstration.db
    .selectFrom("sessions")
    .select("strong")
    .where("user_id", "=", sister.id)
    .execute();
  expect(sessions).toEqual([{ strong: true }]);
});

test("only the people of the demonstration, and only in one", async () => {
  expect(
    (await demonstration.anonymous()("/demonstration/become", { form: { persona: "nobody" } })).status,
  ).toBe(404);
  expect((await demonstration.anonymous()("/demonstration/become", { form: {} })).status).toBe(404);
  for (const path of ["/demonstration", "/outbox"]) {
    expect((await demonstration.anonymous()(path)).status).toBe(200);
    expect((await real.anonymous()(path)).status).toBe(404);
  }
  const refused = await real.anonymous()("/demonstration/become", become);
  expect(refused.status).toBe(404);
  expect(refused.headers.getSetCookie()).toEqual([]);
});

test("they stay for the next visitor, whatever this one does", async () => {
  const browse = await demonstration.as(sister);
  expect((await browse("/me/delete", { form: { email: sister.email } })).status).toBe(403);
});

test("what has run out is taken away, and nothing else", async () => {
  const { db } = real;
  const owner = await person(db);
  const browse = await real.as(owner);
  const long = new Date("2020-01-01T00:00:00Z");
  await db.insertInto("sessions").values({ token: "old", user_id: owner.id, expires_at: long }).execute();
  await db.insertInto("verifications").values({ identifier: "old", value: "x", expires_at: long }).execute();
  await db
    .insertInto("rate_limits")
    .values({ key: "old", attempts: [long], last_at: long })
    .execute();
  const submission = { actor_id: owner.id, digest: Buffer.alloc(1), at: long };
  await db
    .insertInto("submissions")
    .values({ ...submission, key: "00000000-0000-4000-8000-000000000009" })
    .execute();
  await forgetExpired(db, new Date());
  for (const table of ["verifications", "rate_limits", "submissions"] as const) {
    expect(await db.selectFrom(table).selectAll().execute(), table).toEqual([]);
  }
  expect((await browse("/me")).status).toBe(200);
  expect(await db.selectFrom("sessions").select("token").where("token", "=", "old").execute()).toEqual([]);
});
