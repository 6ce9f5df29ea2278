import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "#tests/setup/app.ts";
import { person, type TestPerson } from "#tests/world.ts";

let house: TestApp;
let sender: TestPerson;
let other: TestPerson;
beforeAll(async () => {
  house = await testApp();
  house.app.post("/planted", (c) => c.redirect("/", 303));
  sender = await person(house.db);
  other = await person(house.db);
});
afterAll(() => house.close());

const form = (as?: string): Record<string, string> => ({ _key: randomUUID(), ...(as && { _as: as }) });

test("a form that says who filled it in is taken from them", async () => {
  const browse = await house.as(sender);
  expect((await browse("/planted", { form: form(sender.id) })).status).toBe(303);
  expect((await browse("/planted", { form: form() })).status).toBe(303);
});

test("from somebody else, and from nobody, it is refused without a way that could be taken for success", async () => {
  for (const browse of [await house.as(other), house.anonymous()]) {
    const answer = await browse("/planted", { form: form(sender.id) });
    expect(answer.status).toBe(401);
    expect(await answer.text()).toContain('href="/sign-in"');
  }
});
