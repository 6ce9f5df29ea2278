import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testApp, type Browse, type TestApp } from "#tests/setup/app.ts";
import { body, member, person, type TestPerson } from "#tests/world.ts";
import { publicRoutes } from "#web/public-routes.ts";
import { pocketContext } from "./pocket-context.ts";

let house: TestApp;
let now = new Date("2026-11-24T09:00:00Z");
beforeAll(async () => {
  house = await testApp({ clock: () => now });
  (publicRoutes as Set<string>).add("GET /pocket");
  house.app.get("/pocket", async (c) => {
    const { actor, byPhone } = await pocketContext(c);
    return c.json({
      id: actor.id,
      roles: actor.roles.map(({ role }) => role),
      strong: actor.strong,
      byPhone,
    });
  });
});
afterAll(() => house.close());

const phones = (who: TestPerson) =>
  house.db.selectFrom("remembered_phones").selectAll().where("user_id", "=", who.id).execute();

const lateSession = 31 * 60_000;
const later = (milliseconds: number): void => void (now = new Date(now.getTime() + milliseconds));

/** A phone that was let, and on which the session has run out since. */
async function phoneOf(who: TestPerson): Promise<Browse> {
  const phone = await house.as(who);
  const answer = await phone("/me/phones", { form: { next: "/me" } });
  expect([answer.status, answer.headers.get("Location")]).toEqual([303, "/me"]);
  later(lateSession);
  return phone;
}

const owner = async (phone: Browse): Promise<unknown> => {
  const answer = await phone("/pocket");
  return answer.status === 200 ? answer.json() : answer.status;
};

describe("a phone that is let enter in somebody's name", () => {
  test("knows them when the session has ended, with the roles of the moment and no proof", async () => {
    const [who, where] = [await person(house.db), await body(house.db)];
    const { id } = await member(house.db, who, where, "coach");
    const phone = await phoneOf(who);
    expect(await owner(phone)).toEqual({ id: who.id, roles: ["coach"], strong: false, byPhone: true });
    await house.db.updateTable("memberships").set({ ended_at: now }).where("id", "=", id).execute();
    expect(await owner(phone)).toMatchObject({ roles: [] });
  });

  test("opens nothing else", async () => {
    const phone = await phoneOf(await person(house.db));
    expect((await phone("/me")).headers.get("Location")).toMatch(/^\/sign-in/);
  });

  test.each<[string, (phone: Browse, who: TestPerson) => Promise<unknown>]>([
    [
      "it is ended elsewhere",
      async (_, who) => {
        const [row] = await phones(who);
        const elsewhere = await house.as(who);
        expect(await (await elsewhere("/me/sessions")).text()).toContain("Phones that may enter");
        await elsewhere(`/me/phones/${row!.id}/end`, { form: {} });
      },
    ],
    ["it is ended on the phone", (phone) => phone("/me/phones/forget", { form: {} })],
    ["90 days have gone", async () => later(90 * 24 * 3_600_000)],
    [
      "the account is erased",
      (_, who) => house.db.updateTable("users").set({ erased_at: now }).where("id", "=", who.id).execute(),
    ],
    [
      "they become an administrator",
      async (_, who) => member(house.db, who, await body(house.db), "administrator"),
    ],
  ])("is a stranger's once %s", async (_, end) => {
    const who = await person(house.db);
    const phone = await phoneOf(who);
    await end(phone, who);
    expect(await owner(phone)).toBe(303);
  });

  test("signing out on it ends it", async () => {
    const who = await person(house.db);
    const phone = await house.as(who);
    await phone("/me/phones", { form: { next: "/me" } });
    await phone("/sign-out", { form: {} });
    expect(await owner(phone)).toBe(303);
    expect(await phones(who)).toEqual([]);
  });

  test("nobody ends another's", async () => {
    const who = await person(house.db);
    await phoneOf(who);
    const [row] = await phones(who);
    const other = await house.as(await person(house.db));
    expect((await other(`/me/phones/${row!.id}/end`, { form: {} })).status).toBe(404);
    expect(await phones(who)).toHaveLength(1);
  });

  test("only the digest of its word is kept", async () => {
    const who = await person(house.db);
    const phone = await house.as(who);
    const answer = await phone("/me/phones", { form: { next: "//elsewhere.example" } });
    expect(answer.headers.get("Location")).toBe("/");
    const cookie = answer.headers.getSetCookie().find((one) => one.startsWith("__Host-phone="))!;
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/Secure/);
    const word = /=([^;]+)/.exec(cookie)![1]!;
    const [row] = await phones(who);
    expect(row!.digest).toHaveLength(32);
    expect(row!.digest.toString("base64url")).not.toBe(word);
  });
});
