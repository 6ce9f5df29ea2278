import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { verifyAudit } from "#platform/audit.ts";
import { testApp, type Browse, type TestApp } from "#tests/setup/app.ts";
import { person } from "#tests/world.ts";
import { hashPassword } from "./password.ts";

let world: TestApp;
let now = new Date();
let hash: string;
const password = "three quiet otters";

beforeAll(async () => {
  world = await testApp({ clock: () => now });
  hash = await hashPassword(password);
});
beforeEach(() => world.db.deleteFrom("rate_limits").execute());
afterAll(() => world.close());

let count = 0;
const newEmail = (): string => `move-${(count += 1)}@example.test`;

type Somebody = { id: string; email: string; browse: Browse };

async function somebody(): Promise<Somebody> {
  const { id, email } = await person(world.db, { email: newEmail() });
  await world.db
    .insertInto("accounts")
    .values({ user_id: id, account_id: id, provider_id: "credential", password: hash })
    .execute();
  return { id, email, browse: await world.as({ id }) };
}

const location = (response: Response): string => response.headers.get("Location") ?? `(${response.status})`;
const ask = (who: Somebody, email: string, given = password): Promise<Response> =>
  who.browse("/me/email", { form: { email, password: given } });
const signIn = (email: string): Promise<Response> =>
  world.anonymous()("/sign-in", { form: { email, password } });

async function mailsTo(email: string): Promise<{ subject: string; body: string }[]> {
  return world.db
    .selectFrom("mails")
    .select(["subject", "body"])
    .where("recipient", "=", email)
    .orderBy("written_at")
    .execute();
}

async function linkTo(email: string): Promise<string> {
  const { body } = (await mailsTo(email)).at(-1)!;
  const { pathname, search } = new URL(/https?:\/\/\S+/.exec(body)![0]);
  return pathname + search;
}

async function emailOf({ id }: Somebody): Promise<string> {
  const { email } = await world.db
    .selectFrom("users")
    .select("email")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  return email;
}

test("the new address says yes, and then it is the one; the old one is told and opens nothing more", async () => {
  const who = await somebody();
  const elsewhere = await world.as(who);
  await world.anonymous()("/forgotten-password", { form: { email: who.email } });
  const oldLink = await linkTo(who.email);
  const to = newEmail();
  expect(location(await ask(who, to.toUpperCase()))).toBe("/me/email");
  expect(await (await who.browse("/me/email")).text()).toContain(to);
  const link = await linkTo(to);
  for (const method of ["GET", "HEAD"]) expect((await who.browse(link, { method })).status).toBe(200);
  expect(await emailOf(who), "reading the page changes nothing").toBe(who.email);

  expect(location(await who.browse(link, { form: {} }))).toBe("/me?done=email");
  expect(await emailOf(who)).toBe(to);
  expect(location(await signIn(to))).toBe("/");
  expect((await signIn(who.email)).status).toBe(422);
  expect((await who.browse("/me")).status, "whoever changed it stays").toBe(200);
  expect(location(await elsewhere("/me")), "all others start again").toContain("/sign-in");
  expect((await mailsTo(who.email)).map(({ subject }) => subject)).toEqual([
    "Your email address was changed",
  ]);
  expect((await mailsTo(who.email))[0]!.body, "the new one is not told to the old one").not.toContain(to);
  const reset = await world.anonymous()(oldLink, { form: { password: "four loud otters" } });
  expect(reset.status, "a link to the old address opens nothing").toBe(422);
  expect((await who.browse(link, { form: {} })).status, "the link works once").toBe(422);

  const deeds = await world.db
    .selectFrom("audit_entries")
    .select(["action", "actor_id", "detail"])
    .where("thing_id", "=", who.id)
    .where("action", "=", "change-email")
    .execute();
  expect(deeds).toMatchObject([{ actor_id: who.id }]);
  expect(JSON.stringify(deeds)).not.toContain("@");
  expect(await verifyAudit(world.db)).toEqual([]);
});

test("asking again, thinking better of it, a new password and a day each make the link worthless", async () => {
  const who = await somebody();
  const refused = async (link: string): Promise<void> => {
    const answer = await who.browse(link, { form: {} });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain("This link has run out, was used, or belongs to another account");
    expect(await emailOf(who)).toBe(who.email);
  };
  const mistyped = newEmail();
  await ask(who, mistyped);
  await ask(who, newEmail());
  await refused(await linkTo(mistyped));

  const unwanted = newEmail();
  await ask(who, unwanted);
  expect(location(await who.browse("/me/email/keep", { form: {} }))).toBe("/me/email?done=kept");
  await refused(await linkTo(unwanted));

  const late = newEmail();
  await ask(who, late);
  const began = now;
  now = new Date(began.getTime() + 24 * 3_600_000 + 1);
  who.browse = await world.as(who);
  await refused(await linkTo(late));
  now = began;

  const taken = newEmail();
  await ask(who, taken);
  await world.anonymous()("/forgotten-password", { form: { email: who.email } });
  await world.anonymous()(await linkTo(who.email), { form: { password } });
  who.browse = await world.as(who);
  await refused(await linkTo(taken));
});

test("nobody else can use the link, and nobody can ask without the password", async () => {
  const who = await somebody();
  const other = await somebody();
  const to = newEmail();
  expect((await ask(who, to, "three quiet cats")).status).toBe(422);
  expect(await mailsTo(to)).toEqual([]);
  await ask(who, to);
  const link = await linkTo(to);
  expect((await other.browse(link, { form: {} })).status).toBe(422);
  expect(location(await world.anonymous()(link))).toContain("/sign-in?next=");
  expect(await emailOf(other)).toBe(other.email);
  expect((await ask(who, who.email)).status, "the address that it is already").toBe(422);
  expect((await ask(who, "not an address")).status).toBe(422);
});

test("whether an address is taken is told to the address alone", async () => {
  const who = await somebody();
  const other = await somebody();
  const free = await ask(who, newEmail());
  const taken = await ask(who, other.email);
  expect([taken.status, location(taken)]).toEqual([free.status, location(free)]);
  const [mail] = await mailsTo(other.email);
  expect(mail!.subject).toBe("This address has an account already");
  expect(mail!.body).not.toContain("token");

  // Free when it was asked for, and somebody's by the time the link is opened.
  const wanted = newEmail();
  await ask(who, wanted);
  const link = await linkTo(wanted);
  await person(world.db, { email: wanted });
  expect((await who.browse(link, { form: {} })).status).toBe(422);
  expect(await emailOf(who)).toBe(who.email);
});

test("one press of several at the same moment counts", async () => {
  const who = await somebody();
  const to = newEmail();
  await ask(who, to);
  const link = await linkTo(to);
  const answers = await Promise.all([1, 2, 3].map(() => who.browse(link, { form: {} })));
  expect(answers.map(location).filter((where) => where === "/me?done=email")).toHaveLength(1);
  expect(await emailOf(who)).toBe(to);
});

test("whoever has no password first chooses one, and the demonstration's people keep their address", async () => {
  const { id } = await person(world.db);
  const signedOn = await world.as({ id });
  expect(await (await signedOn("/me/email")).text()).toContain("Choose a password");
  const form = { email: newEmail(), password };
  expect((await signedOn("/me/email", { form })).status).toBe(403);
  const persona = await world.as(await person(world.db, { persona: "ward-sister" }));
  expect(await (await persona("/me/email")).text()).toContain("one of the people of the demonstration");
  expect((await persona("/me/email", { form })).status).toBe(403);
});

test("nothing of an earlier address stays when the account goes", async () => {
  const who = await somebody();
  const to = newEmail();
  await ask(who, to);
  await who.browse(await linkTo(to), { form: {} });
  expect(await mailsTo(who.email)).toHaveLength(1);
  expect(location(await who.browse("/me/delete", { form: { email: to } }))).toContain("done=deleted");
  expect([...(await mailsTo(who.email)), ...(await mailsTo(to))]).toEqual([]);
});

test("a change that waits goes with the account, and stands in what is held", async () => {
  const who = await somebody();
  const to = newEmail();
  await ask(who, to);
  expect(await (await who.browse("/me/data.json")).text()).toContain(to);
  expect(location(await who.browse("/me/delete", { form: { email: who.email } }))).toContain("done=deleted");
  expect(
    await world.db.selectFrom("email_changes").select("email").where("email", "=", to).execute(),
  ).toEqual([]);
});
