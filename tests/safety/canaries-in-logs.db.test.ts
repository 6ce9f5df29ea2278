import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyAudit } from "#platform/audit.ts";
import { codeFor } from "#tests/setup/one-time-code.ts";
import { body, member, person } from "#tests/world.ts";
import { Browser, locationOf } from "./setup/browser.ts";
import { openHouse, type House } from "./setup/house.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
  // What a handler that we do not have yet could do wrong.
  house.app.get("/planted/fault", () => {
    throw new Error("something went wrong");
  });
});
afterAll(() => house.close());

/** Words that stand for a person, each of which stands nowhere else. */
const secret = {
  name: "Canaryname Ofnobody",
  email: "canary-mail@example.test",
  password: "canary password of 3 words",
  wrongPassword: "canary wrong password of 5 words",
  nextPassword: "canary second password of 5 words",
  about: "Canaryabout wards and falls",
  phone: "Canaryphone 01632 960001",
  invited: "canary-invited@example.test",
  sought: "canarysought",
};

const found = new Map<string, string>(Object.entries(secret));

/** The last mail to this address, and the way that its link leads. */
async function linkTo(email: string): Promise<string> {
  const mail = await house.db
    .selectFrom("mails")
    .select("body")
    .where("recipient", "=", email)
    .orderBy("written_at", "desc")
    .limit(1)
    .executeTakeFirstOrThrow();
  const { pathname, search, searchParams } = new URL(/https?:\/\/\S+/.exec(mail.body)![0]);
  found.set(`link ${pathname}`, searchParams.get("token") ?? pathname.split("/").at(-1)!);
  return pathname + search;
}

/** All that somebody does here from the first day to the last, with some of it going wrong. */
async function tour(): Promise<{ id: string }> {
  const { name, email, password, wrongPassword, nextPassword } = secret;
  const browser = new Browser(house);
  const remember = (): void =>
    browser.cookies.forEach((value, cookie) => found.set(`cookie ${cookie} ${value.length}`, value));
  const send = async (path: string, form: Record<string, string>): Promise<Response> => {
    const answer = await browser.ask(path, { form });
    remember();
    return answer;
  };
  await send("/sign-up", { name, email, password });
  await send("/sign-in", { email, password: wrongPassword });
  await send(await linkTo(email), { password });
  await send("/sign-out", {});
  await send("/sign-in?next=%2Fme", { email, password });
  await send("/me/security/set-up", { password });
  const key = /<code>([A-Z2-7 ]+)<\/code>/
    .exec(await (await browser.ask("/me/security/confirm")).text())![1]!
    .replaceAll(" ", "");
  found.set("key of codes", key);
  const shown = await (await send("/me/security/confirm", { code: codeFor(key) })).text();
  const printed = [...shown.matchAll(/<code>(\w{5}-\w{5})<\/code>/g)].map((one) => one[1]!);
  printed.forEach((code, at) => found.set(`printed code ${at}`, code));
  await send("/sign-out", {});
  await send("/sign-in", { email, password });
  await send("/sign-in/code?with=recovery", { code: printed[0]! });
  await send("/me/profile/about", { value: secret.about, audience: "public", _version: "0" });
  await send("/me/profile/phone", { value: secret.phone, audience: "only-me", _version: "1" });
  await send("/me/profile/phone", { value: secret.phone.repeat(20), audience: "nobody", _version: "1" });
  const { id } = await house.db
    .selectFrom("users")
    .select("id")
    .where("email", "=", email)
    .executeTakeFirstOrThrow();
  const where = await body(house.db);
  await member(house.db, { id }, where, "administrator");
  await member(house.db, await person(house.db), where, "administrator");
  await send(`/bodies/${where.code}/people/invite`, { email: secret.invited, role: "member" });
  await browser.ask(await linkTo(secret.invited));
  await send(`/bodies/${where.code}/edit`, {
    contactName: name,
    contactEmail: email,
    purpose: secret.about,
    _version: "1",
  });
  for (const path of [
    `/bodies?q=${secret.sought}`,
    `/bodies/suggestions?q=${secret.sought}`,
    `/people/${email}`,
    `/${secret.sought}/${email}?name=${encodeURIComponent(name)}`,
    `/api/v1/bodies?q=${secret.sought}&page=${secret.sought}`,
    `/bodies/${where.code}/people?q=${encodeURIComponent(name)}`,
    "/me/data.json",
    `/planted/fault?email=${email}`,
    `/sign-in?next=${encodeURIComponent(`/people?of=${email}`)}`,
  ]) {
    await browser.ask(path, {
      headers: {
        Referer: `${house.origin}/?q=${secret.sought}`,
        "User-Agent": `Canaryagent ${secret.sought}`,
      },
    });
  }
  house.clock.now = new Date(house.clock.now.getTime() + 1_000);
  await send("/forgotten-password", { email });
  expect(locationOf(await send(await linkTo(email), { password: nextPassword }))).toBe("/sign-in?done=reset");
  await send("/sign-in", { email, password: nextPassword });
  await send("/sign-in/code", { code: codeFor(key) });
  return { id };
}

/** Everything that is kept of the running, as text. */
async function kept(): Promise<Record<string, string>> {
  const { rows } = await sql<{ line: string }>`
    select e::text as line from audit_entries e union all select r.key from rate_limits r
    union all select s::text from submissions s`.execute(house.db);
  return {
    log: house.lines.join(""),
    audit: rows.map(({ line }) => line).join("\n"),
    metrics: await house.services.metrics.registry.metrics(),
  };
}

const givenAway = (text: string): string[] =>
  [...found]
    .filter(([, word]) =>
      [word, encodeURIComponent(word), word.toLowerCase()].some((form) => text.includes(form)),
    )
    .map(([what]) => what);

test("nothing that somebody is, wrote or knows is in the log, the audit or the measurements (S51)", async () => {
  const { id } = await tour();
  expect(found.size).toBeGreaterThan(20);
  expect(house.lines.length).toBeGreaterThan(30);
  for (const [place, text] of Object.entries(await kept())) expect(givenAway(text), place).toEqual([]);
  // Who did it is there, as an id: otherwise the audit would be empty of sense.
  expect((await kept())["audit"]).toContain(id);

  const everything = await house.db.selectFrom("users").select("email").where("id", "=", id).execute();
  expect(everything).toEqual([{ email: secret.email }]);
  const browser = new Browser(house, { cookie: (await house.session(id)).cookie });
  expect(locationOf(await browser.ask("/me/delete", { form: { email: secret.email } }))).toContain(
    "done=deleted",
  );
  expect(await tablesWith([secret.name, secret.email, secret.phone, "Canaryabout"])).toEqual(["bodies"]);
  expect(await verifyAudit(house.db), "the chain is whole without the person").toEqual([]);
});

/** Tables in which any of these words still stands. What somebody wrote for all about a body is the body's. */
async function tablesWith(words: readonly string[]): Promise<string[]> {
  const { rows: tables } = await sql<{ name: string }>`
    select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'jobs') and c.relkind = 'r' and c.relname not in ('safety_changes', 'migrations')`.execute(
    house.db,
  );
  const holding: string[] = [];
  for (const { name } of tables) {
    const { rows } = await sql<{ one: number }>`
      select 1 as one from ${sql.raw(name)} t where t::text like any (${words.map((word) => `%${word}%`)}::text[]) limit 1`.execute(
      house.db,
    );
    if (rows.length > 0) holding.push(name.replace("public.", ""));
  }
  return holding;
}

test("negative control: one line, one detail or one label with a name in it is found", async () => {
  house.services.log.info({ who: secret.email }, "signed in");
  await sql`select audit_append(${"00000000-0000-0000-0000-000000000000"}, now(), null, 'x', 'x', 'x', 'x',
    ${JSON.stringify({ name: secret.name })}::jsonb)`.execute(house.db);
  house.services.metrics.requests.observe(
    { method: "GET", route: `/people/${secret.email}`, status: 200 },
    1,
  );
  const after = await kept();
  expect(givenAway(after["log"]!)).toContain("email");
  expect(givenAway(after["audit"]!)).toContain("name");
  expect(givenAway(after["metrics"]!)).toContain("email");
});
