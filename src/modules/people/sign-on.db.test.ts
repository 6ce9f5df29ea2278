import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { testApp, type Browse, type TestApp } from "#tests/setup/app.ts";
import { openIdProvider, type OpenIdProvider } from "#tests/setup/open-id-provider.ts";
import { body, member, person, type TestBody } from "#tests/world.ts";

const own = "http://localhost:3000";
let world: TestApp;
let trust: TestBody;
let idp: OpenIdProvider;
let stranger: OpenIdProvider;
let providerId: string;
let strangerId: string;

const location = (response: Response): string => response.headers.get("Location") ?? `(${response.status})`;

beforeAll(async () => {
  world = await testApp({ settings: { BASE_URL: own } });
  [idp, stranger] = await Promise.all([openIdProvider(own), openIdProvider(own)]);
  trust = await body(world.db);
  const administrator = await person(world.db);
  await member(world.db, administrator, trust, "administrator");
  const browse = await world.as(administrator, { strong: true });
  providerId = await setUp(browse, trust, idp);
  strangerId = await setUp(browse, trust, stranger);
});
beforeEach(() => world.db.deleteFrom("rate_limits").execute());
afterAll(async () => {
  await Promise.all([world.close(), idp.close(), stranger.close()]);
});

async function setUp(browse: Browse, where: TestBody, provider: OpenIdProvider): Promise<string> {
  const form = {
    name: `Sign-on of ${where.name}`,
    issuer: provider.issuer,
    clientId: provider.clientId,
    clientSecret: provider.clientSecret,
    emailDomains: "trust.example",
    strongClaims: "mfa",
    enabled: "yes",
  };
  expect(location(await browse(`/bodies/${where.code}/sign-on/new`, { form }))).toContain("done=added");
  const { id } = await world.db
    .selectFrom("sign_on_providers")
    .select("id")
    .where("issuer", "=", provider.issuer)
    .executeTakeFirstOrThrow();
  provider.allow(`${own}/sign-in/with/${id}/return`);
  return id;
}

/** Goes to the provider and back, up to our own return address, which is not opened yet. */
async function wayBack(browse: Browse, provider = idp, id = providerId): Promise<string> {
  return provider.visit(location(await browse(`/sign-in/with/${id}?next=%2Fme`)));
}

const userCount = async (): Promise<number> =>
  (await world.db.selectFrom("users").select("id").execute()).length;

async function sessionsOf(email: string): Promise<{ strong: boolean }[]> {
  return world.db
    .selectFrom("sessions as s")
    .innerJoin("users as u", "u.id", "s.user_id")
    .select("s.strong")
    .where("u.email", "=", email)
    .execute();
}

describe("signing on", () => {
  test("a newcomer gets an account with an address that is not proved; coming again, they are the same person", async () => {
    idp.identity = {
      sub: "nurse-1",
      email: "Nurse.One@trust.example",
      email_verified: true,
      name: "Nurse One",
    };
    const browse = world.anonymous();
    expect(location(await browse(await wayBack(browse)))).toBe("/me");
    expect(await (await browse("/me")).text()).toContain("Nurse One");
    const user = await world.db
      .selectFrom("users")
      .selectAll()
      .where("email", "=", "nurse.one@trust.example")
      .executeTakeFirstOrThrow();
    expect(user.email_verified).toBe(false);
    expect(await sessionsOf(user.email)).toEqual([{ strong: false }]);

    const before = await userCount();
    idp.identity = { sub: "nurse-1", email: "married.name@trust.example", name: "Nurse Two" };
    const again = world.anonymous();
    expect(location(await again(await wayBack(again)))).toBe("/me");
    expect(await (await again("/me")).text()).toContain("Nurse One");
    expect(await userCount()).toBe(before);
  });

  test("the mail to a newcomer's address proves it by a press, and not by a look", async () => {
    idp.identity = { sub: "nurse-2", email: "nurse.two@trust.example", name: "Nurse Two" };
    const browse = world.anonymous();
    await browse(await wayBack(browse));
    const mail = await world.db
      .selectFrom("mails")
      .select("body")
      .where("recipient", "=", "nurse.two@trust.example")
      .executeTakeFirstOrThrow();
    const link = /\/verify\?\S+/.exec(mail.body)![0];
    expect((await browse(link)).status).toBe(200);
    const verified = () =>
      world.db
        .selectFrom("users")
        .select("email_verified")
        .where("email", "=", "nurse.two@trust.example")
        .executeTakeFirstOrThrow();
    expect(await verified()).toEqual({ email_verified: false });
    expect(location(await browse(link, { form: {} }))).toBe("/me");
    expect(await verified()).toEqual({ email_verified: true });
  });

  test.each([
    [["pwd", "mfa"], true],
    [["pwd"], false],
    [[], false],
  ])("amr %j makes a session strong: %s", async (amr, strong) => {
    const sub = `amr-${amr.join("-")}`;
    idp.identity = { sub, email: `${sub}@trust.example`, name: "Amr", amr };
    const browse = world.anonymous();
    await browse(await wayBack(browse));
    expect(await sessionsOf(`${sub}@trust.example`)).toEqual([{ strong }]);
  });

  test("it is found by an address of the organisation, and the secret is never shown", async () => {
    const found = await (await world.anonymous()("/sign-in/organisation?q=someone%40trust.example")).text();
    expect(found).toContain(`/sign-in/with/${providerId}`);
    const administrator = await person(world.db);
    await member(world.db, administrator, trust, "administrator");
    const browse = await world.as(administrator, { strong: true });
    const page = await (await browse(`/bodies/${trust.code}/sign-on/${providerId}`)).text();
    expect(page).not.toContain(idp.clientSecret);
    const row = await world.db
      .selectFrom("sign_on_providers")
      .selectAll()
      .where("id", "=", providerId)
      .executeTakeFirstOrThrow();
    expect(JSON.stringify(row)).not.toContain(idp.clientSecret);
    expect((await (await world.as(administrator))(`/bodies/${trust.code}/sign-on`)).status).toBe(303);
    const other = await body(world.db);
    expect((await browse(`/bodies/${other.code}/sign-on`)).status).toBe(403);
    await member(world.db, administrator, other, "administrator");
    expect((await browse(`/bodies/${other.code}/sign-on/${providerId}`)).status).toBe(404);
    expect((await browse(`/bodies/${other.code}/sign-on/${providerId}/remove`, { form: {} })).status).toBe(
      404,
    );
  });
});

describe("nobody is taken over", () => {
  test("an address that has an account opens it for nobody; its owner connects the sign-on from inside", async () => {
    const victim = await person(world.db, { email: "victim@trust.example" });
    const before = await userCount();
    for (const [provider, id] of [
      [idp, providerId],
      [stranger, strangerId],
    ] as const) {
      provider.identity = {
        sub: "attacker",
        email: "victim@trust.example",
        email_verified: true,
        name: "Victim",
      };
      const attacker = world.anonymous();
      const refused = await attacker(await wayBack(attacker, provider, id));
      expect(refused.status).toBe(403);
      expect(await refused.text()).toContain("There is an account with your email address");
      expect((await attacker("/me")).status).toBe(303);
    }
    expect(await sessionsOf("victim@trust.example")).toEqual([]);
    expect(await userCount()).toBe(before);

    const owner = await world.as(victim);
    idp.identity = { sub: "victim-at-work", email: "victim@trust.example" };
    expect(location(await owner(await wayBack(owner)))).toBe("/me/security?done=connected");
    const later = world.anonymous();
    expect(location(await later(await wayBack(later)))).toBe("/me");
    expect(await (await later("/me")).text()).toContain(victim.name);
  });

  test("the same subject at another issuer is somebody else", async () => {
    idp.identity = { sub: "shared", email: "first@trust.example", name: "First" };
    const first = world.anonymous();
    await first(await wayBack(first));
    stranger.identity = { sub: "shared", email: "second@trust.example", name: "Second" };
    const second = world.anonymous();
    await second(await wayBack(second, stranger, strangerId));
    expect(await (await second("/me")).text()).toContain("Second");
  });

  test("a sign-on that belongs to another account is not moved", async () => {
    idp.identity = { sub: "owned", email: "owned@trust.example", name: "Owner" };
    const owner = world.anonymous();
    await owner(await wayBack(owner));
    const thief = await world.as(await person(world.db));
    expect((await thief(await wayBack(thief))).status).toBe(403);
  });

  test("an account that somebody opened with another's address loses its sign-on when the owner of the address comes", async () => {
    stranger.identity = { sub: "squatter", email: "squatted@trust.example", name: "Squatter" };
    const squatter = world.anonymous();
    await squatter(await wayBack(squatter, stranger, strangerId));
    const owner = world.anonymous();
    await owner("/forgotten-password", { form: { email: "squatted@trust.example" } });
    const mails = await world.db
      .selectFrom("mails")
      .select("body")
      .where("recipient", "=", "squatted@trust.example")
      .orderBy("written_at", "desc")
      .execute();
    const link = mails
      .map((mail) => /\/reset-password\?\S+/.exec(mail.body)?.[0])
      .find((one) => one !== undefined)!;
    expect(location(await owner(link, { form: { password: "three quiet otters" } }))).toBe(
      "/sign-in?done=reset",
    );
    expect((await squatter("/me")).status).toBe(303);
    const again = world.anonymous();
    expect((await again(await wayBack(again, stranger, strangerId))).status).toBe(403);
  });
});

describe("ways back that are refused", () => {
  const cases: [string, (path: string) => string][] = [
    ["another state", (path) => path.replace(/state=[^&]+/, "state=forged")],
    ["no state", (path) => path.replace(/state=[^&]+&?/, "")],
    ["another code", (path) => path.replace(/code=[^&]+/, "code=forged")],
    ["no code", (path) => path.replace(/code=[^&]+&?/, "")],
    ["another issuer", (path) => path.replace(/iss=[^&]+/, "iss=https%3A%2F%2Fevil.example")],
    ["an error", (path) => path.replace(/code=[^&]+/, "error=access_denied")],
    ["another provider's address", (path) => path.replace(providerId, strangerId)],
  ];

  test.each(cases)("%s", async (_name, forge) => {
    idp.identity = { sub: "refused", email: "refused@trust.example", name: "Refused" };
    const browse = world.anonymous();
    const path = await wayBack(browse);
    expect((await browse(forge(path))).status).toBe(403);
    expect((await browse("/me")).status).toBe(303);
    expect(await sessionsOf("refused@trust.example")).toEqual([]);
  });

  test("another browser's, and the same one twice", async () => {
    idp.identity = { sub: "replayed", email: "replayed@trust.example", name: "Replayed" };
    const browse = world.anonymous();
    const start = await browse(`/sign-in/with/${providerId}`);
    const cookie = start.headers.getSetCookie()[0]!.split(";")[0]!;
    const path = await idp.visit(location(start));
    expect((await world.anonymous()(path)).status).toBe(403);
    expect((await browse(path)).status).toBe(303);
    const replay = await world.anonymous()(path, { headers: { Cookie: cookie } });
    expect(replay.status).toBe(403);
    expect(replay.headers.getSetCookie().some((one) => one.includes("session="))).toBe(false);
  });

  test("a sign-on that is switched off, and one that is not there", async () => {
    await world.db
      .updateTable("sign_on_providers")
      .set({ enabled: false })
      .where("id", "=", strangerId)
      .execute();
    expect((await world.anonymous()(`/sign-in/with/${strangerId}`)).status).toBe(404);
    expect((await world.anonymous()("/sign-in/with/00000000-0000-4000-8000-000000000000")).status).toBe(404);
    expect((await world.anonymous()("/sign-in/with/garbage")).status).toBe(404);
    await world.db
      .updateTable("sign_on_providers")
      .set({ enabled: true })
      .where("id", "=", strangerId)
      .execute();
  });
});
