import { afterAll, beforeAll, expect, test } from "vitest";
import { odsLine } from "#tests/ods-line.ts";
import { testApp, type Browse, type TestApp } from "#tests/setup/app.ts";
import { body, member, person, sitsIn, type TestBody } from "#tests/world.ts";

let app: TestApp;
let visitor: Browse;
let lead: Browse;
let administrator: Browse;
let england: TestBody;
let system: TestBody;
let trust: TestBody;
let network: TestBody;

beforeAll(async () => {
  app = await testApp();

  const { db } = app;
  england = await body(db, { kind: "nation", name: "England" });
  system = await body(db, { kind: "local-system", name: "Tallowgate and district", parent: england });
  trust = await body(db, {
    name: "Brackenfield Hospital Trust",
    town: "Brackenfield",
    postcode: "QX4 2AB",
    parent: system,
  });
  network = await body(db, { kind: "ahsn", name: "Eastern network", parent: england });
  await sitsIn(db, trust, network);
  const [first, second] = [await person(db), await person(db)];
  await member(db, first, trust, "lead");
  await member(db, second, england, "administrator");
  visitor = app.anonymous();
  lead = await app.as(first);
  administrator = await app.as(second, { strong: true });
});
afterAll(() => app.close());

async function read(
  browse: Browse,
  path: string,
): Promise<{ status: number; html: string; location: string | null }> {
  const response = await browse(path);
  return { status: response.status, html: await response.text(), location: response.headers.get("Location") };
}

async function send(browse: Browse, path: string, form: Record<string, string | string[]>) {
  const response = await browse(path, { form });
  return { status: response.status, html: await response.text(), location: response.headers.get("Location") };
}

/** The hidden fields of the form that a page shows. */
function hidden(html: string): Record<string, string> {
  const fields = html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g);
  return Object.fromEntries([...fields].map(([, name, value]) => [name!, value!]));
}

test("a visitor reads what a body is, where it stands and what it sits in, in few statements", async () => {
  app.statements();
  const { status, html } = await read(visitor, `/bodies/${trust.code}`);
  expect(app.statements()).toBeLessThanOrEqual(12);
  expect(status).toBe(200);
  for (const said of [
    trust.name,
    system.name,
    england.name,
    network.name,
    "QX4 2AB",
    "Acute hospital trust",
  ]) {
    expect(html).toContain(said);
  }
  expect(html).not.toContain("Change what this page says");
});

test("a system lists what stands below it, a network what sits in it", async () => {
  expect((await read(visitor, `/bodies/${system.code}`)).html).toContain(
    "Directly below it: 1 acute hospital trust",
  );
  expect((await read(visitor, `/bodies/${network.code}`)).html).toContain("In this area: 1");
});

test("a search that slips still finds, and says that these are the nearest", async () => {
  const { html } = await read(visitor, "/bodies?q=brakenfeld");
  expect(html).toContain("These are the nearest");
  expect(html).toContain(`href="/bodies/${trust.code}"`);
});

test("of what is as like, those come first whose name it is, and not only their town", async () => {
  await body(app.db, { name: "Able Surgery", town: "Quibblethorpe" });
  const named = await body(app.db, { name: "Quibblethorpe Surgery", town: "Quibblethorpe" });
  const { html } = await read(visitor, "/bodies/suggestions?q=quibbelthorpe");
  expect(JSON.parse(html)[0]).toMatchObject({ value: named.code });
});

test("filters stand in the address and go away one by one", async () => {
  const { html } = await read(
    visitor,
    `/bodies?q=brackenfield&kind=acute-trust&place=${system.code}&area=${network.code}`,
  );
  expect(html).toContain("<h1>Organisations (1)</h1>");
  expect(html).toContain(`href="/bodies?q=brackenfield&amp;place=${system.code}&amp;area=${network.code}"`);
  expect((await read(visitor, "/bodies?q=brackenfield&kind=gp-practice")).html).toContain("Nothing found");
});

test("who chose from the type-ahead is taken to the page", async () => {
  const { status, location } = await read(visitor, `/bodies?q=Brackenfield&q-chosen=${trust.code}`);
  expect([status, location]).toEqual([303, `/bodies/${trust.code}`]);
});

test("the type-ahead answers with code, name and what tells it apart", async () => {
  const response = await visitor("/bodies/suggestions?q=bracken");
  expect(await response.json()).toEqual([
    { value: trust.code, label: trust.name, hint: `Acute hospital trust, Brackenfield, ${trust.code}` },
  ]);
});

test.each([
  "%25",
  "_",
  "'",
  "%5C",
  "%3C%25",
  "e".repeat(10_000),
  "%F0%9F%98%80",
  "%E2%80%AE",
  "%ED%A0%80",
  "%00",
])("a search for %.20s is answered with a page", async (typed) => {
  expect(
    (await read(visitor, `/bodies?q=${typed}&kind=${typed}&place=${typed}&page=${typed.slice(0, 20)}`))
      .status,
  ).toBeLessThan(500);
  expect((await visitor(`/bodies/suggestions?q=${typed}`)).status).toBeLessThan(500);
  expect((await visitor(`/bodies/compare?a=${typed}&b=${typed}`)).status).toBeLessThan(500);
});

test.each([
  "/bodies/nothing",
  "/bodies/NO-SUCH",
  "/bodies/A'",
  `/bodies/${"A".repeat(300)}`,
  "/bodies/import/nonsense",
])("there is no page at %.30s", async (path) => {
  expect((await read(visitor, path)).status).toBe(404);
});

test("two geographies are compared, each number leading to its list", async () => {
  const { status, html } = await read(visitor, "/bodies/compare?a=local-system&b=ahsn");
  expect(status).toBe(200);
  expect(html).toContain(`row=${system.code}&amp;column=${network.code}`);
  const list = await read(
    visitor,
    `/bodies/compare/organisations?a=local-system&b=ahsn&row=${system.code}&column=${network.code}`,
  );
  expect(list.html).toContain(trust.name);
});

test.each(["edit", "teams/new", "rename", "close", "merge", "move", "areas"])(
  "%s asks a visitor to sign in",
  async (path) => {
    const { status, location } = await read(visitor, `/bodies/${trust.code}/${path}`);
    expect(status).toBe(303);
    expect(location).toContain("/sign-in");
  },
);

test.each(["rename", "close", "move", "areas"])("%s is refused to a lead", async (path) => {
  expect((await read(lead, `/bodies/${trust.code}/${path}`)).status).toBe(403);
  expect((await send(lead, `/bodies/${trust.code}/${path}`, {})).status).toBe(403);
});

test("only who may import is offered to", async () => {
  expect((await read(administrator, "/bodies")).html).toContain('href="/bodies/import"');
  expect((await read(lead, "/bodies")).html).not.toContain('href="/bodies/import"');
});

test("import is refused to a lead, and a visitor is asked to sign in", async () => {
  expect((await read(lead, "/bodies/import")).status).toBe(403);
  expect((await read(visitor, "/bodies/import")).status).toBe(303);
});

test("a session that a password alone proved is asked for more before structure changes", async () => {
  const someone = await person(app.db);
  await member(app.db, someone, england, "administrator");
  const weak = await app.as(someone);
  const { status, location } = await read(weak, `/bodies/${trust.code}/rename`);
  expect([status, location]).toEqual([303, expect.stringContaining("/sign-in/prove")]);
});

test("a lead changes the page's words; who is late sees both and loses nothing", async () => {
  const path = `/bodies/${trust.code}/edit`;
  const [mine, theirs] = [hidden((await read(lead, path)).html), hidden((await read(lead, path)).html)];
  const wrong = await send(lead, path, {
    ...mine,
    purpose: "Mending people",
    postcode: "nonsense",
    website: "javascript:x",
  });
  expect(wrong.status).toBe(422);
  expect(wrong.html).toContain("Error: ");
  expect(wrong.html).toContain("Mending people");
  expect(wrong.html).toContain("Enter a postcode with its space");
  const saved = await send(lead, path, { ...theirs, purpose: "Hospital care", postcode: "qx4 2ab" });
  expect([saved.status, saved.location]).toEqual([303, `/bodies/${trust.code}?done=edited`]);
  const late = await send(lead, path, { ...mine, _key: crypto.randomUUID(), purpose: "Mending people" });
  expect(late.status).toBe(409);
  expect(late.html).toContain("Hospital care");
  expect(late.html).toContain("Mending people");
  expect((await read(visitor, `/bodies/${trust.code}?done=edited`)).html).toContain("Hospital care");
});

test.each(["lead", "administrator"])("the page shows a %s what they may do", async (who) => {
  const { status, html } = await read(who === "lead" ? lead : administrator, `/bodies/${trust.code}`);
  expect(status).toBe(200);
  expect(html).toContain("Change what this page says");
  expect(html.includes("Rename it")).toBe(who === "administrator");
});

test("a lead adds a ward, once, however often the form is sent", async () => {
  const fields = hidden((await read(lead, `/bodies/${trust.code}/teams/new`)).html);
  const form = { ...fields, name: "Maple ward", kind: "ward", purpose: "" };
  const first = await send(lead, `/bodies/${trust.code}/teams`, form);
  const second = await send(lead, `/bodies/${trust.code}/teams`, form);
  expect(first.status).toBe(303);
  expect(second.location).toBe(first.location);
  expect((await read(visitor, first.location!)).html).toContain("Maple ward");
});

test("an administrator renames, moves, seats, closes and merges", async () => {
  const { db } = app;
  const make = (name: string) => body(db, { name, parent: system });
  const [practice, other, whole] = [
    await make("Mill Lane Surgery"),
    await make("High Street Surgery"),
    await make("New Surgery"),
  ];
  const change = async (code: string, what: string, form: Record<string, string | string[]>) => {
    const { html, status } = await read(administrator, `/bodies/${code}/${what}`);
    expect(status).toBe(200);
    return send(administrator, `/bodies/${code}/${what}`, { ...hidden(html), ...form });
  };
  const on = { "on-day": "1", "on-month": "4", "on-year": "2016" };
  const from = { "from-day": "1", "from-month": "4", "from-year": "2016" };
  expect((await change(practice.code, "rename", { name: "Mill Lane Practice", ...from })).location).toContain(
    "done=renamed",
  );
  expect((await change(practice.code, "move", { parent: trust.name })).location).toContain("done=moved");
  expect((await change(practice.code, "areas", { areas: [network.code] })).location).toContain("done=areas");
  expect((await change(practice.code, "move", { parent: "Nowhere at all" })).status).toBe(422);
  const closing = { ...on, successor: whole.code };
  const asked = await change(other.code, "close", closing);
  expect(asked).toMatchObject({ status: 200, location: null });
  expect(asked.html).toContain("Confirm and close");
  expect(asked.html).toContain("1 April 2016");
  expect((await read(visitor, `/bodies/${other.code}`)).html).not.toContain("This organisation became");
  const again = await change(other.code, "close", { ...closing, _change: "on" });
  expect(again.html).toContain('name="on-year" value="2016"');
  const confirmed = { _confirmed: "yes" };
  expect((await change(other.code, "close", { ...closing, ...confirmed })).location).toContain("done=closed");
  const merging = { ...on, bodies: practice.code };
  expect((await change(whole.code, "merge", merging)).html).toContain("Confirm and merge");
  expect((await change(whole.code, "merge", { ...merging, ...confirmed })).location).toContain("done=merged");
  const closed = await read(visitor, `/bodies/${practice.code}`);
  expect(closed.html).toContain("This organisation became");
  expect(closed.html).toContain("Mill Lane Surgery");
  const found = await read(visitor, "/bodies?q=mill+lane+surgery");
  expect(found.html).toContain("became");
});

test("an administrator uploads a file, sees what it would do, and confirms", async () => {
  const upload = async (text: string, name = "organisations.csv") => {
    const form = new FormData();
    form.set("_key", crypto.randomUUID());
    form.set("file", new File([text], name, { type: "text/csv" }));
    const response = await administrator("/bodies/import", { method: "POST", body: form });
    return {
      status: response.status,
      html: await response.text(),
      location: response.headers.get("Location"),
    };
  };
  expect((await upload("")).status).toBe(422);
  expect((await upload("a\u0000b")).html).toContain("not a text file");
  const bad = await upload("code,name,kind,parent_code\nX1,Surgery,gp-practice,NOWHERE");
  expect((await read(administrator, bad.location!)).html).toContain("1 problem");
  const good = await upload(`code,name,kind,parent_code\nX1,Imported Surgery,gp-practice,${system.code}`);
  const dry = await read(administrator, good.location!);
  expect(dry.html).toContain("What this file would change");
  const loaded = await send(administrator, good.location!, hidden(dry.html));
  expect([loaded.status, loaded.location]).toEqual([303, "/bodies/import?done=loaded"]);
  expect((await read(visitor, "/bodies/X1")).html).toContain("Imported Surgery");
  const again = await upload(`code,name,kind,parent_code\nX1,Imported Surgery,gp-practice,${system.code}`);
  expect((await read(administrator, again.location!)).html).toContain(
    "Everything in this file is here already.",
  );
  const prison = await upload(odsLine({ 0: "Z99001", 14: system.code, 23: system.code, 25: "9" }));
  const left = (await read(administrator, prison.location!)).html;
  expect(left).toContain("1, because of what they are");
  expect(left).toContain("There is nothing in this file to take in.");
  expect(left).not.toContain("is here already");
  const example = await administrator("/bodies/import/example.csv");
  expect(await example.text()).toContain("code,name,kind,parent_code");
});
