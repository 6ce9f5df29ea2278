import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  person,
  body,
  member,
  plan as makePlan,
  takesPart,
  type TestBody,
  type TestPerson,
} from "#tests/world.ts";
import { testApp, type Browse, type TestApp } from "#tests/setup/app.ts";

let app: TestApp;
let ward: TestBody;
let sister: TestPerson;
let asSister: Browse;
let stranger: Browse;

beforeAll(async () => {
  app = await testApp();
  const trust = await body(app.db);
  ward = await body(app.db, { kind: "ward", parent: trust });
  sister = await person(app.db, { name: "Sister Sandra" });
  await member(app.db, sister, ward, "lead");
  asSister = await app.as(sister);
  const elsewhere = await person(app.db);
  await member(app.db, elsewhere, await body(app.db), "coach");
  stranger = await app.as(elsewhere);
});

afterAll(() => app.close());

const sentence = "Reduce falls at night from 12 to 6 a month by 1 June 2027 for patients on the ward";

async function begin(given: Record<string, string> = {}): Promise<string> {
  const response = await asSister("/plans", {
    form: {
      sentence,
      title: "Fewer falls at night",
      aimWhat: "falls at night",
      aimFrom: "12",
      aimTo: "6",
      aimUnit: "a month",
      "aimBy-day": "1",
      "aimBy-month": "6",
      "aimBy-year": "2027",
      aimFor: "patients",
      place: ward.code,
      visibility: "signed-in",
      kind: "project",
      method: "",
      ...given,
    },
  });
  expect(response.status).toBe(303);
  return /\/plans\/([0-9a-f-]{36})/.exec(response.headers.get("Location")!)![1]!;
}

async function textOf(response: Response | Promise<Response>): Promise<string> {
  return (await response).text();
}

async function planRow(id: string) {
  return app.db.selectFrom("plans").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
}

describe("starting", () => {
  test("one sentence is read into its parts, and what is missing is said without blocking", async () => {
    const page = await textOf(
      asSister(
        `/plans/new/check?kind=project&place=${ward.code}&sentence=${encodeURIComponent("Fewer falls by 1 June 2027")}`,
      ),
    );
    expect(page).toContain('value="2027"');
    expect(page).toContain("Say how much");
    expect(page).not.toContain("Say by when");
    const id = await begin({ aimFrom: "", aimTo: "", aimFor: "" });
    expect(await planRow(id)).toMatchObject({ stage: "idea", aim_to: null, has_lead: true });
  });

  test("a method brings its drivers, and another one adds its own and takes nothing away", async () => {
    const id = await begin({ method: "lean-a3", template: "yes" });
    const count = async (): Promise<number> =>
      (await app.db.selectFrom("plan_nodes").select("id").where("plan_id", "=", id).execute()).length;
    const first = await count();
    expect(first).toBeGreaterThan(5);
    const { version } = await planRow(id);
    const again = { method: "dmaic", template: "yes", _version: String(version) };
    expect((await asSister(`/plans/${id}/edit`, { form: { ...edited, ...again } })).status).toBe(303);
    expect(await count()).toBeGreaterThan(first);
    const page = await textOf(asSister(`/plans/${id}/history`));
    expect(page).toContain("Fewer falls on every ward");
    expect(page).toContain("Fewer falls at night");
  });

  test("whoever begins something like it sees what others learned, in spite of a slip, and only what is in sight", async () => {
    const stopped = await begin({
      title: "Sensor mats under mattresses",
      sentence: "Sensor mats under mattresses",
    });
    const { version } = await planRow(stopped);
    const form = {
      stage: "stopped",
      reason: "",
      learned: "Alarms woke everybody and nobody came sooner",
      aimMet: "no",
    };
    await asSister(`/plans/${stopped}/stage`, { form: { ...form, _version: String(version) } });
    await begin({ title: "Sensor mats for our team alone", visibility: "team" });
    const found = await textOf(stranger("/plans/similar?q=put+sensor+mats+under+the+beds"));
    expect(found).toContain("Alarms woke everybody");
    expect(found).toContain("its name says");
    expect(found).not.toContain("for our team alone");
    expect(await textOf(stranger("/plans/similar?q=matresses"))).toContain("Sensor mats under mattresses");
    const whole = "Put sensor mats everywhere from 12 to 600 a month by 1 June 2027 for patients";
    expect(await textOf(stranger(`/plans/similar?q=${encodeURIComponent(whole)}`))).toContain(
      "Alarms woke everybody",
    );
    expect(await textOf(stranger("/plans/similar?q=zzzz+qqqq"))).toContain("yours may be the first");
  });
});

const edited = {
  title: "Fewer falls on every ward",
  aim: "Fewer falls on every ward by June",
  aimWhat: "falls",
  aimFrom: "12",
  aimTo: "4",
  aimUnit: "a month",
  "aimBy-day": "",
  "aimBy-month": "",
  "aimBy-year": "",
  aimFor: "patients",
  topics: "Falls\nnight care, falls",
  method: "",
  localPriority: "Safety",
  nationalPriority: "",
};

describe("editing", () => {
  test("the aim changes in the diagram with the plan, a stale edit meets both texts, and an earlier text comes back", async () => {
    const id = await begin();
    const { version } = await planRow(id);
    const form = { ...edited, _version: String(version) };
    expect((await asSister(`/plans/${id}/edit`, { form })).status).toBe(303);
    const root = await app.db
      .selectFrom("plan_nodes")
      .select("text")
      .where("plan_id", "=", id)
      .where("kind", "=", "aim")
      .executeTakeFirstOrThrow();
    expect(root.text).toBe("Fewer falls on every ward by June");
    expect((await planRow(id)).topics).toEqual(["falls", "night care"]);
    const stale = await asSister(`/plans/${id}/edit`, { form: { ...form, title: "Mine" } });
    expect(stale.status).toBe(409);
    const both = await stale.text();
    expect(both).toContain("Mine");
    expect(both).toContain("Fewer falls on every ward");
    const kept = await app.db
      .selectFrom("text_versions")
      .select("id")
      .where("plan_id", "=", id)
      .where("field", "=", "title")
      .where("text", "=", "Fewer falls at night")
      .executeTakeFirstOrThrow();
    expect((await asSister(`/plans/${id}/history/${kept.id}/restore`, { form: {} })).status).toBe(303);
    expect((await planRow(id)).title).toBe("Fewer falls at night");
  });

  test("who can see it is the lead's to say, is kept, and opens or closes it at once", async () => {
    const id = await begin();
    expect((await stranger(`/plans/${id}`)).status).toBe(200);
    const form = { visibility: "team", _version: String((await planRow(id)).version) };
    expect((await asSister(`/plans/${id}/share`, { form })).status).toBe(303);
    expect((await stranger(`/plans/${id}`)).status).toBe(404);
    const page = await textOf(asSister(`/plans/${id}/share`));
    expect(page).toContain("Who could see it before");
    expect(page.match(/Everyone who is signed in/g)!.length).toBeGreaterThan(1);
  });

  test("an end without a lesson is asked for one, and a stop with one is thanked for", async () => {
    const id = await begin();
    const form = {
      stage: "stopped",
      reason: "",
      learned: "",
      aimMet: "",
      _version: String((await planRow(id)).version),
    };
    const refused = await asSister(`/plans/${id}/stage`, { form });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain("Write what was learned");
    const done = await asSister(`/plans/${id}/stage`, {
      form: { ...form, learned: "Too few nurses at night" },
    });
    const page = await textOf(asSister(done.headers.get("Location")!));
    expect(page).toContain("Stopped, and learned from");
    expect(page).toContain("Too few nurses at night");
  });

  test("what was learned where only a team sees it says so, and leads to where it is opened", async () => {
    const id = await begin({ visibility: "team" });
    const form = { stage: "stopped", reason: "", learned: "Lamps dazzle", aimMet: "no" };
    const { version } = await planRow(id);
    await asSister(`/plans/${id}/stage`, { form: { ...form, _version: String(version) } });
    const page = await textOf(asSister(`/plans/${id}`));
    expect(page).toContain("Only its team can read this");
    expect(page).toContain(`href="/plans/${id}/share">Let others learn from it`);
    expect(await textOf(asSister(`/plans/${id}/team`))).toContain("nobody can open it any more");
  });

  test("each part of the score leads to what earned it", async () => {
    const id = await begin();
    const page = await textOf(asSister(`/plans/${id}/progress`));
    expect(page).toContain(`<a href="/plans/${id}/diagram">0 drivers</a>`);
    expect(page).toContain(`<a href="/plans/${id}">It says how much, and by when</a>`);
    expect(await textOf(asSister(`/plans/${id}/team`))).toContain("nobody leads it");
  });

  test("a finished project is asked after 3, 6 and 12 months", async () => {
    const id = await begin();
    const form = { stage: "closed", reason: "", learned: "Rounds work", aimMet: "yes", _version: "1" };
    await asSister(`/plans/${id}/stage`, { form });
    const checks = await app.db
      .selectFrom("plan_checks")
      .select("months")
      .where("plan_id", "=", id)
      .execute();
    expect(checks.map(({ months }) => months).sort((a, b) => a - b)).toEqual([3, 6, 12]);
    await asSister(`/plans/${id}/after`, { form: { answer: "holds", note: "5 a month", months: "3" } });
    expect(await textOf(asSister(`/plans/${id}/after`))).toContain("It has lasted");
  });
});

describe("reading", () => {
  test("the workspace and its lists ask the database at most 12 times", async () => {
    const id = await begin();
    for (const path of [
      `/plans/${id}`,
      `/plans/${id}/team`,
      `/plans/${id}/hand-over`,
      `/plans/${id}/share`,
      `/plans/${id}/history`,
      `/plans/${id}/measures`,
      `/plans/${id}/progress`,
      "/plans?q=falls",
      "/portfolio?state=stuck",
      "/plans/new/check?sentence=Fewer+falls",
    ]) {
      app.statements();
      expect((await asSister(path)).status, path).toBe(200);
      expect(app.statements(), path).toBeLessThanOrEqual(12);
    }
  });

  test("everybody may read it in plain English, and a visitor keeps that in the address", async () => {
    const id = await begin({ visibility: "public" });
    expect(await textOf(asSister(`/plans/${id}`))).not.toContain("What we think will help");
    await asSister("/plans/plain", { form: { plain: "yes", next: `/plans/${id}` } });
    expect(await textOf(asSister(`/plans/${id}`))).toContain("What we think will help");
    await asSister("/plans/plain", { form: { plain: "no", next: `/plans/${id}` } });
    const visitor = app.anonymous();
    const there = await visitor("/plans/plain", { form: { plain: "yes", next: `/plans/${id}` } });
    expect(there.headers.get("Location")).toBe(`/plans/${id}?view=plain`);
    const page = await textOf(visitor(`/plans/${id}?view=plain`));
    expect(page).toContain("What we think will help");
    expect(page).not.toContain("Sister Sandra");
  });

  test("the portfolio begins at one's own place, and everywhere stays everywhere", async () => {
    await begin();
    const own = await textOf(asSister("/portfolio"));
    expect(own).toContain(`Place: ${ward.name}`);
    expect(own).toContain('href="/portfolio?place="');
    const everywhere = await textOf(asSister("/portfolio?place="));
    expect(everywhere).not.toContain(`Place: ${ward.name}`);
    expect(everywhere).toContain('href="/portfolio?state=improving&amp;place="');
    expect(await textOf(asSister("/portfolio?topic=nothing-like-it"))).toContain(
      '<a href="/portfolio?topic=nothing-like-it&amp;place=">Look everywhere</a>',
    );
  });

  test.each(["/portfolio", "/plans"])(
    "%s says that a place is none, and keeps what was typed",
    async (path) => {
      const page = await textOf(asSister(`${path}?place=Nowhere+%3Cb%3E`));
      expect(page).toContain("with the name or code “Nowhere &lt;b&gt;” was found");
      expect(page).toContain('value="Nowhere &lt;b&gt;"');
      expect(await textOf(asSister(`${path}?place=${ward.code}`))).not.toContain("with the name or code");
    },
  );

  test("counts of the portfolio open lists of as many", async () => {
    const id = await begin({ title: "Asks for somebody who knows data" });
    await asSister(`/plans/${id}/help`, { form: { text: "Somebody who knows data" } });
    const page = await textOf(asSister(`/portfolio?place=${ward.code}&state=help`));
    expect(page).toContain("Asking for help (1)");
    expect(page).toContain("Asks for: Somebody who knows data");
    await app.db
      .updateTable("plans")
      .set({ last_edit_at: new Date("2026-01-01") })
      .where("id", "=", id)
      .execute();
    const stuck = await textOf(asSister(`/portfolio?place=${ward.code}&state=stuck`));
    expect(stuck).toContain("no edit");
    expect(await textOf(asSister(`/plans?place=${ward.code}&topic=night+care`))).toContain("Remove filter");
  });
});

test("who checks an aim is told how many of the projects in sight met one with a number", async () => {
  const made = { body: ward, lead: sister, visibility: "public" } as const;
  const ended = await Promise.all(Array.from({ length: 10 }, () => makePlan(app.db, made)));
  await app.db
    .updateTable("plans")
    .set({ stage: "closed", stage_since: new Date(), aim_from: 10, aim_to: 5, aim_met: "partly" })
    .where("id", "in", ended)
    .execute();
  await app.db.updateTable("plans").set({ aim_met: "yes" }).where("id", "in", ended.slice(0, 3)).execute();
  const page = await textOf(asSister("/plans/new/check?kind=project&method=&sentence=Fewer+falls"));
  expect(page).toMatch(/% of published projects met an aim with a number: \d+ of the\s+\d+ that ended last/);
});

test("whoever has a plan open hears of each deed in it, and who cannot see it hears nothing", async () => {
  const id = await makePlan(app.db, { body: ward, lead: sister, visibility: "team" });
  const watching = async (browse: Browse) => {
    const answer = await browse(`/live?watch=plan:${id}`);
    if (answer.status !== 200) return undefined;
    const reader = answer.body!.getReader();
    let said = "";
    while (!said.includes("plan:")) said += new TextDecoder().decode((await reader.read()).value);
    await reader.cancel();
    return /"plan:[^"]+":"([^"]+)"/.exec(said)?.[1];
  };
  const before = await watching(asSister);
  expect(before).toBeDefined();
  await asSister(`/plans/${id}/tasks/new`, { form: { text: "Ask the night staff", owner: "", note: "" } });
  expect(await watching(asSister)).not.toBe(before);
  expect(await watching(stranger)).toBeUndefined();
});

test("a list is narrowed to what somebody, whoever asks, or nobody sponsors", async () => {
  const sponsor = await person(app.db);
  const made = { body: ward, lead: sister, visibility: "public" } as const;
  const [backed, alone] = [
    await makePlan(app.db, { ...made, title: "Backed by one" }),
    await makePlan(app.db, { ...made, title: "Backed by none" }),
  ];
  await takesPart(app.db, sponsor, backed, "sponsor");
  const listed = async (browse: Browse, sponsored: string) => {
    const page = await textOf(browse(`/plans?q=backed&sponsor=${sponsored}`));
    return [backed, alone].map((id) => page.includes(`/plans/${id}"`));
  };
  expect(await listed(asSister, "yes")).toEqual([true, false]);
  expect(await listed(asSister, "no")).toEqual([false, true]);
  expect(await listed(asSister, "mine")).toEqual([false, false]);
  expect(await listed(await app.as(sponsor), "mine")).toEqual([true, false]);
});
