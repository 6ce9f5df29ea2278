import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { testApp, type Browse, type TestApp } from "#tests/setup/app.ts";
import { codeFor } from "#tests/setup/one-time-code.ts";
import { hashPassword } from "./password.ts";

let world: TestApp;
const password = "three quiet otters";

beforeAll(async () => {
  world = await testApp({ demonstration: true });
});
beforeEach(() => world.db.deleteFrom("rate_limits").execute());
afterAll(() => world.close());

let count = 0;
const newEmail = (): string => `asha-${(count += 1)}@example.test`;

async function lastLink(to: string): Promise<string> {
  const mail = await world.db
    .selectFrom("mails")
    .select("body")
    .where("recipient", "=", to)
    .orderBy("written_at", "desc")
    .limit(1)
    .executeTakeFirstOrThrow();
  return (
    new URL(/https?:\/\/\S+/.exec(mail.body)![0]).pathname +
    new URL(/https?:\/\/\S+/.exec(mail.body)![0]).search
  );
}

/** Somebody with an account and a password, without the slow way to it. */
async function withAccount(email: string): Promise<string> {
  const { id } = await world.db
    .insertInto("users")
    .values({ name: "Asha Nwosu", email, email_verified: true })
    .returning("id")
    .executeTakeFirstOrThrow();
  const hash = await hashPassword(password);
  await world.db
    .insertInto("accounts")
    .values({ user_id: id, account_id: id, provider_id: "credential", password: hash })
    .execute();
  return id;
}

const location = (response: Response): string => response.headers.get("Location") ?? `(${response.status})`;
const signIn = (browse: Browse, email: string, given = password): Promise<Response> =>
  browse("/sign-in", { form: { email, password: given } });

async function setUpCodes(browse: Browse): Promise<{ key: string; recovery: string[] }> {
  expect(location(await browse("/me/security/set-up", { form: { password } }))).toBe("/me/security/confirm");
  const page = await (await browse("/me/security/confirm")).text();
  const key = /<code>([A-Z2-7 ]+)<\/code>/.exec(page)![1]!.replaceAll(" ", "");
  const shown = await browse("/me/security/confirm", { form: { code: codeFor(key) } });
  const recovery = [...(await shown.text()).matchAll(/<code>(\w{5}-\w{5})<\/code>/g)].map(
    (found) => found[1]!,
  );
  return { key, recovery };
}

describe("opening an account", () => {
  test("sign up, prove the address with the password, and be signed in where one wanted to go", async () => {
    const browse = world.anonymous();
    const email = newEmail();
    const sent = await browse("/sign-up?next=%2Fbodies", { form: { name: "Asha Nwosu", email, password } });
    expect(location(sent)).toBe("/sign-up/check-your-email");
    expect(location(await signIn(browse, email))).toBe("/sign-up/check-your-email");
    const link = await lastLink(email);
    for (const method of ["GET", "HEAD"]) expect((await browse(link, { method })).status).toBe(200);
    expect(await verified(email)).toBe(false);
    expect(location(await browse(link, { form: { password } }))).toMatch(/^\/(bodies)?$/);
    expect(await verified(email)).toBe(true);
    expect((await browse("/me")).status).toBe(200);
  });

  test("whoever opened an account with somebody else's address does not get in by the owner's press", async () => {
    const email = newEmail();
    await world.anonymous()("/sign-up", { form: { name: "Mallory", email, password } });
    const owner = world.anonymous();
    const link = await lastLink(email);
    expect((await owner(link, { form: { password: "another long password" } })).status).toBe(422);
    expect(await verified(email)).toBe(false);
    await owner("/forgotten-password", { form: { email } });
    const reset = await lastLink(email);
    expect(location(await owner(reset, { form: { password: "words of my own" } }))).toBe(
      "/sign-in?done=reset",
    );
    expect((await signIn(world.anonymous(), email, password)).status).toBe(422);
    expect(location(await signIn(owner, email, "words of my own"))).toBe("/");
  });

  test("a second sign-up tells nothing to whoever asks, and the truth to the address", async () => {
    const email = newEmail();
    await withAccount(email);
    const again = await world.anonymous()("/sign-up", {
      form: { name: "Asha", email: email.toUpperCase(), password },
    });
    const fresh = await world.anonymous()("/sign-up", {
      form: { name: "Asha", email: newEmail(), password },
    });
    expect([again.status, location(again), await again.text()]).toEqual([
      fresh.status,
      location(fresh),
      await fresh.text(),
    ]);
    const mail = await world.db
      .selectFrom("mails")
      .select("subject")
      .where("recipient", "=", email)
      .executeTakeFirstOrThrow();
    expect(mail.subject).toBe("You already have an account");
  });

  async function verified(email: string): Promise<boolean> {
    const row = await world.db
      .selectFrom("users")
      .select("email_verified")
      .where("email", "=", email)
      .executeTakeFirstOrThrow();
    return row.email_verified;
  }
});

describe("codes", () => {
  test("set up, sign in with a code, then with a recovery code that works once", async () => {
    const email = newEmail();
    const userId = await withAccount(email);
    const browse = world.anonymous();
    expect(location(await signIn(browse, email))).toBe("/");
    const { key, recovery } = await setUpCodes(browse);
    expect(recovery).toHaveLength(10);
    const strong = await world.db
      .selectFrom("sessions")
      .select(["strong"])
      .where("user_id", "=", userId)
      .execute();
    expect(strong).toEqual([{ strong: true }]);

    const second = world.anonymous();
    expect(location(await signIn(second, email))).toBe("/sign-in/code");
    expect(location(await second("/me"))).toBe("/sign-in?next=%2Fme");
    expect((await second("/sign-in/code", { form: { code: "000000" } })).status).toBe(422);
    const now = new Date();
    expect(location(await second("/sign-in/code", { form: { code: codeFor(key, now) } }))).toBe("/");
    expect((await second("/me")).status).toBe(200);
    const overTheShoulder = world.anonymous();
    await signIn(overTheShoulder, email);
    expect((await overTheShoulder("/sign-in/code", { form: { code: codeFor(key, now) } })).status).toBe(422);
    expect((await overTheShoulder("/me")).status).toBe(303);
    expect((await second("/me")).status).toBe(200);

    const third = world.anonymous();
    await signIn(third, email);
    const code = recovery[0]!;
    expect(location(await third("/sign-in/code?with=recovery", { form: { code } }))).toBe("/");
    const fourth = world.anonymous();
    await signIn(fourth, email);
    expect((await fourth("/sign-in/code?with=recovery", { form: { code } })).status).toBe(422);
    expect((await fourth("/me")).status).toBe(303);
  });

  test("a code asked for again gives the session another name and leaves the old one dead", async () => {
    const email = newEmail();
    const userId = await withAccount(email);
    const browse = world.anonymous();
    await signIn(browse, email);
    const { key } = await setUpCodes(browse);
    await world.db.updateTable("sessions").set({ strong: false }).where("user_id", "=", userId).execute();
    const before = await world.db
      .selectFrom("sessions")
      .selectAll()
      .where("user_id", "=", userId)
      .executeTakeFirstOrThrow();
    expect((await browse("/sign-in/prove?next=%2Fme", { form: { code: "111111" } })).status).toBe(422);
    expect(location(await browse("/sign-in/prove?next=%2Fme", { form: { code: codeFor(key) } }))).toBe("/me");
    const after = await world.db
      .selectFrom("sessions")
      .selectAll()
      .where("user_id", "=", userId)
      .executeTakeFirstOrThrow();
    expect(after).toMatchObject({ strong: true, created_at: before.created_at });
    expect([after.id, after.token]).not.toContain(before.token);
    expect((await browse("/me")).status).toBe(200);
  });

  test("turning codes off asks for the password, and leaves a weak session", async () => {
    const email = newEmail();
    const userId = await withAccount(email);
    const browse = world.anonymous();
    await signIn(browse, email);
    await setUpCodes(browse);
    expect((await browse("/me/security/turn-off", { form: { password: "something else" } })).status).toBe(
      422,
    );
    expect(location(await browse("/me/security/turn-off", { form: { password } }))).toBe(
      "/me/security?done=off",
    );
    const sessions = await world.db
      .selectFrom("sessions")
      .select("strong")
      .where("user_id", "=", userId)
      .execute();
    expect(sessions).toEqual([{ strong: false }]);
  });
});

describe("sessions", () => {
  test("a sign-in gives a new session, and the one before in the same browser is gone", async () => {
    const email = newEmail();
    const userId = await withAccount(email);
    const browse = world.anonymous();
    await signIn(browse, email);
    const first = await tokens(userId);
    await signIn(browse, email);
    const second = await tokens(userId);
    expect(second).toHaveLength(1);
    expect(second).not.toEqual(first);
  });

  test("the list shows every session; each can be ended from another, and is dead at its next request", async () => {
    const email = newEmail();
    const userId = await withAccount(email);
    const ward = world.anonymous();
    await ward("/sign-in", {
      form: { email, password },
      headers: {
        "User-Agent": "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36",
      },
    });
    const phone = world.anonymous();
    await signIn(phone, email);
    const page = await (await phone("/me/sessions")).text();
    expect(page).toContain("Chrome on Windows");
    expect(page).toContain("This one");
    const ids = [...page.matchAll(/\/me\/sessions\/([0-9a-f-]{36})\/end/g)].map((found) => found[1]!);
    expect(ids).toHaveLength(1);
    await phone(`/me/sessions/${ids[0]}/end`, { form: {} });
    expect((await ward("/me")).status).toBe(303);
    expect((await phone("/me")).status).toBe(200);
    expect(await tokens(userId)).toHaveLength(1);
  });

  test("nobody ends a session of somebody else", async () => {
    const mine = newEmail();
    const theirs = newEmail();
    await withAccount(mine);
    const otherId = await withAccount(theirs);
    const browse = world.anonymous();
    await signIn(browse, mine);
    await signIn(world.anonymous(), theirs);
    const { id } = await world.db
      .selectFrom("sessions")
      .select("id")
      .where("user_id", "=", otherId)
      .executeTakeFirstOrThrow();
    expect((await browse(`/me/sessions/${id}/end`, { form: {} })).status).toBe(404);
    expect(await tokens(otherId)).toHaveLength(1);
  });

  test("signing out kills the session at the server and clears the cookie", async () => {
    const email = newEmail();
    const userId = await withAccount(email);
    const browse = world.anonymous();
    const signed = await signIn(browse, email);
    expect(signed.headers.getSetCookie()[0]).toMatch(
      /^__Host-session=.*Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    const out = await browse("/sign-out", { form: {} });
    expect(out.headers.get("Clear-Site-Data")).toBe('"cookies"');
    expect(await tokens(userId)).toEqual([]);
    const cookie = signed.headers.getSetCookie()[0]!.split(";")[0]!;
    expect((await world.anonymous()("/me", { headers: { Cookie: cookie } })).status).toBe(303);
  });

  async function tokens(userId: string): Promise<string[]> {
    const rows = await world.db
      .selectFrom("sessions")
      .select("token")
      .where("user_id", "=", userId)
      .execute();
    return rows.map((row) => row.token);
  }
});

describe("guesses", () => {
  test("the eleventh wrong password in 5 minutes is refused, for the account and for the source", async () => {
    const email = newEmail();
    await withAccount(email);
    for (let guess = 0; guess < 10; guess += 1)
      expect((await signIn(world.anonymous(), email, "wrong")).status).toBe(422);
    const refused = await signIn(world.anonymous(), email);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("Retry-After"))).toBeGreaterThan(200);
    expect((await signIn(world.anonymous(), newEmail(), "wrong")).status).toBe(429);
    const evaded = await world.anonymous()("/sign-in", {
      form: { email, password },
      headers: { "X-Forwarded-For": "203.0.113.9" },
    });
    expect(evaded.status).toBe(429);
  });

  test("right passwords are no guesses: a whole hospital signs in from one source", async () => {
    const email = newEmail();
    await withAccount(email);
    await world.anonymous()("/sign-in", { form: { email: newEmail(), password: "wrong" } });
    await world.db
      .updateTable("rate_limits")
      .set({ attempts: sql`array_fill(attempts[1], ARRAY[9])` })
      .where("key", "like", "sign-in:source:%")
      .execute();
    for (let one = 0; one < 3; one += 1) expect((await signIn(world.anonymous(), email)).status).toBe(303);
  });

  test("wrong codes run out too, whatever challenge they answer", async () => {
    const email = newEmail();
    await withAccount(email);
    const browse = world.anonymous();
    await signIn(browse, email);
    const { key } = await setUpCodes(browse);
    const userId = await idOf(email);
    await world.db
      .updateTable("two_factors")
      .set({ failed_verification_count: 8 })
      .where("user_id", "=", userId)
      .execute();
    const statuses: number[] = [];
    for (let guess = 0; guess < 3; guess += 1) {
      const thief = world.anonymous();
      await signIn(thief, email);
      statuses.push((await thief("/sign-in/code", { form: { code: "000000" } })).status);
    }
    expect(statuses).toEqual([422, 422, 429]);
    const owner = world.anonymous();
    await signIn(owner, email);
    expect((await owner("/sign-in/code", { form: { code: codeFor(key) } })).status).toBe(429);
  });

  async function idOf(email: string): Promise<string> {
    const row = await world.db
      .selectFrom("users")
      .select("id")
      .where("email", "=", email)
      .executeTakeFirstOrThrow();
    return row.id;
  }

  test("codes run out for a source too, whoever it guesses at", async () => {
    const guess = () => world.anonymous()("/sign-in/code", { form: { code: "000000" } });
    for (let one = 0; one < 10; one += 1) expect(location(await guess())).toBe("/sign-in?done=again");
    expect((await guess()).status).toBe(429);
  });

  test("a reset link works once, and an unknown address gets no mail and the same page", async () => {
    const email = newEmail();
    await withAccount(email);
    const browse = world.anonymous();
    const known = await browse("/forgotten-password", { form: { email } });
    const unknown = await browse("/forgotten-password", { form: { email: newEmail() } });
    expect([known.status, location(known)]).toEqual([unknown.status, location(unknown)]);
    const link = await lastLink(email);
    expect((await browse(link)).status).toBe(200);
    expect((await browse(link, { form: { password: "short" } })).status).toBe(422);
    expect(location(await browse(link, { form: { password: "four loud otters" } }))).toBe(
      "/sign-in?done=reset",
    );
    expect((await browse(link, { form: { password: "five loud otters" } })).status).toBe(422);
    const kept = await world.db.selectFrom("verifications").select("identifier").execute();
    const token = new URLSearchParams(link.split("?")[1]).get("token")!;
    expect(kept.some((row) => row.identifier.includes(token))).toBe(false);
  });
});
