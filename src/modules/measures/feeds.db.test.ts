import { access, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Person } from "#platform/actor.ts";
import type { Context } from "#platform/perform.ts";
import { projectRoot } from "#platform/project-root.ts";
import { testApp, type Browse, type TestApp } from "#tests/setup/app.ts";
import { falls } from "#tests/measures-world.ts";
import { body, member, person, type TestBody } from "#tests/world.ts";
import { confirmLoad, sayMapping, stageFeed, startFeed } from "./commands/load-feed.ts";
import { readFeed } from "./read-feed.ts";
import { loadFeedFile } from "./commands/load-feed-file.ts";
import { insertDefinition } from "./store/definitions.ts";
import { stageByCopy, stageByStatements } from "./store/feed-rows.ts";

let app: TestApp;
let context: Context;
let officer: Browse;
let trust: TestBody;
let definition: string;
let feed: string;

/** Beside the checkout, or where it is said to be. */
const references = process.env["REFERENCE_DATA"] ?? join(projectRoot, "..", "shared", "reference", "data");
const published = join(references, "ae_attendances.csv");

beforeAll(async () => {
  app = await testApp();
  const nation = await body(app.db, { kind: "nation" });
  trust = await body(app.db, { code: "RFX4", name: "Barley Trust" });
  const who = await person(app.db);
  await member(app.db, who, nation, "administrator");
  officer = await app.as(who, { strong: true });
  const role = {
    role: "administrator" as const,
    bodyId: nation.id,
    bodyCode: "",
    bodyName: "",
    bodyKind: "nation",
  };
  const actor: Person = { kind: "person", ...who, sessionId: "", strong: true, roles: [role] };
  context = { db: app.db, jobs: app.services.jobs, actor, at: new Date("2026-11-24"), requestId: "test" };
  definition = await app.db.transaction().execute((tx) =>
    insertDefinition(tx, {
      text: {
        ...falls,
        name: "Waits over 4 hours",
        form: "proportion",
        numerator: "waits over 4 hours",
        denominator: "attendances",
        multiplier: 100,
        purpose: "judgement",
        authority: "the standard contract",
      },
      bodyId: nation.id,
      shared: true,
      madeFrom: null,
      by: who.id,
      at: context.at,
    }),
  );
});

afterAll(() => app.close());

const pointCount = async (): Promise<number> =>
  (await app.db.selectFrom("points").select("period").execute()).length;

describe("a published file", () => {
  let load: string;
  const lines = [
    "month,org,what,over,all",
    "2026-01,RFX4,Type 1,30,300",
    "2026-02,RFX4,Type 1,33,310",
    "2026-01,ZZ9,Type 1,3,60",
  ];
  const send = (text: string): Promise<Response> => {
    const form = new FormData();
    form.set("file", new File([text], "waits.csv", { type: "text/csv" }));
    return Promise.resolve(officer(`/measures/feeds/${feed}`, { method: "POST", body: form }));
  };

  test("is looked at before anything of it is loaded", async () => {
    const started = await officer("/measures/feeds", {
      form: {
        name: "Waits",
        period: "month",
        code: "org",
        measure: "what",
        value: "",
        numerator: "over",
        denominator: "all",
      },
    });
    feed = started.headers.get("Location")!.split("/").at(-1)!;
    const sent = await send(lines.join("\n"));
    expect(sent.status).toBe(303);
    load = sent.headers.get("Location")!;
    const page = await (await officer(load)).text();
    expect(page).toContain("3 lines");
    expect(page).toContain("ZZ9 = ");
    expect(page).not.toContain("RFX4 = ");
    expect(page).not.toContain("Confirm and load");
    expect((await officer(load, { form: {} })).status).toBe(422);
    expect(await pointCount()).toBe(0);
  });

  test("is asked again for a code that was said to be nobody, with all that was chosen and typed", async () => {
    const codes = "ZZ9 = NOWHERE\nYY8 = NOBODY";
    const refused = await officer(`${load}/mapping`, { form: { "measure:Type 1": definition, codes } });
    expect(refused.status).toBe(422);
    const page = await refused.text();
    expect(page).toContain("ZZ9: There is no organisation with the code or name NOWHERE");
    expect(page).toContain("YY8: There is no organisation with the code or name NOBODY");
    expect(page).toContain(`>${codes}</textarea>`);
    expect(page).toMatch(new RegExp(`<option value="${definition}" selected`));
    expect(await (await officer(load)).text()).toContain("ZZ9 = </textarea>");
    const left = await (await officer(`${load}/mapping`, { form: { "measure:Type 1": "", codes } })).text();
    expect(left).toContain('<option value="" selected="">Leave it out</option>');
  });

  test("is loaded once it is said what is not known, and twice without doubling", async () => {
    await officer(`${load}/mapping`, { form: { "measure:Type 1": definition, codes: "ZZ9 = " } });
    expect(await (await officer(load)).text()).toContain("2 new numbers");
    const done = await officer(load, { form: {} });
    expect(done.headers.get("Location")).toContain("done=2-0");
    const again = await send([...lines.slice(0, 2), "2026-02,RFX4,Type 1,34,310"].join("\n"));
    const second = await officer(again.headers.get("Location")!, { form: {} });
    expect(second.headers.get("Location")).toContain("done=0-1");
    expect(await pointCount()).toBe(2);
    const row = await app.db
      .selectFrom("series")
      .selectAll()
      .where("body_id", "=", trust.id)
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({
      points: 2,
      purpose: "judgement",
      visibility: "public",
      variation: "too-few-points",
    });
    expect(row.last_value).toBeCloseTo(10.968, 3);
    expect((await app.db.selectFrom("point_corrections").selectAll().execute()).length).toBe(1);
  });

  test.each([
    ["text in a number", "2026-03,RFX4,Type 1,about 30,300", "is no number"],
    ["a month that is none", "soon,RFX4,Type 1,30,300", "is no month"],
  ])("with %s is refused at its line, and nothing of it is kept", async (_, line, words) => {
    const refused = await send([lines[0], lines[1], line].join("\n"));
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain(words);
    expect((await app.db.selectFrom("feed_rows").selectAll().execute()).length).toBeLessThan(4);
  });

  test.each([
    ["a month repeated", "2026-01,RFX4,Type 1,31,300", "is there twice"],
    ["more cases than there were", "2026-03,RFX4,Type 1,400,300", "more cases than there were"],
    ["a month to come", "2027-03,RFX4,Type 1,40,300", "has not begun"],
  ])("with %s cannot be confirmed", async (_, line, words) => {
    const sent = await send([lines[0], lines[1], line].join("\n"));
    const address = sent.headers.get("Location")!;
    expect(await (await officer(address)).text()).toContain(words);
    const before = await pointCount();
    expect((await officer(address, { form: {} })).status).toBe(422);
    expect(await pointCount()).toBe(before);
  });
});

async function* inPieces(text: string): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += 50) yield text.slice(at, at + 50);
}

describe("a file that is too long for a page", () => {
  const head = "month,org,what,over,all\n";
  const load = async (lines: string, onlyLook = false): ReturnType<typeof loadFeedFile> => {
    const client = await app.pool.connect();
    try {
      return await loadFeedFile(context, { feed: "Waits", texts: inPieces(head + lines), onlyLook }, client);
    } finally {
      client.release();
    }
  };

  test("is only looked at where that is asked, then loaded, then the same", async () => {
    const lines = "2025-01,RFX4,Type 1,30,300\n2025-02,RFX4,Type 1,31,301\n";
    expect((await load(lines, true)).judged.added).toBe(2);
    expect((await load(lines)).merged).toMatchObject({ added: 2, corrected: 0 });
    expect((await load(lines)).merged).toMatchObject({ added: 0, corrected: 0 });
  });

  test("says where what is not known is asked, and loads nothing", async () => {
    const before = await pointCount();
    const looked = await load(
      "2025-03,RFX4,Type 1,30,300\n2025-03,NEW1,Type 1,3,30\n2025-04,NEW1,Type 1,3,30",
    );
    expect(looked.merged).toBeNull();
    expect(await (await officer(looked.askedAt!)).text()).toContain("NEW1 = ");
    expect(await pointCount()).toBe(before);
  });

  test("comes with the likeliest already chosen, and all suggestions can be accepted at once", async () => {
    const head = "2025-09";
    const lines = [
      `${head},Barley Trust,Waits over four hours,3,30`,
      `${head},rfx4,Waiting over 4 hours,3,30`,
      `${head},ZQ1,MRSA,3,30`,
    ];
    const looked = await load(lines.join("\n"));
    const page = await (await officer(looked.askedAt!)).text();
    expect(page).toContain("Accept all 3 suggestions");
    expect(page).toMatch(/Waiting over 4 hours is <a [^>]*>Waits over 4 hours</);
    const fields = {
      only: "suggested",
      "measure:Waiting over 4 hours": definition,
      "measure:Waits over four hours": definition,
      "measure:MRSA": "",
    };
    const codes = { "code:Barley Trust": "RFX4", "code:rfx4": "RFX4", codes: "ZQ1 = " };
    await officer(`${looked.askedAt}/mapping`, { form: { ...fields, ...codes } });
    const after = await (await officer(looked.askedAt!)).text();
    expect(after).not.toContain("Barley Trust");
    expect(after).toContain("ZQ1 = ");
    expect(after).toContain("Nothing here sounds like these");
  });

  test("with a fault in one line is refused whole, and nothing of it is kept", async () => {
    const kept = (): Promise<unknown[]> => app.db.selectFrom("feed_rows").select("line").execute();
    const before = (await kept()).length;
    await expect(load("2025-05,RFX4,Type 1,30,300\n2025-06,RFX4,Type 1,many,300")).rejects.toThrow("Line 3");
    await expect(load('2025-05,RFX4,Type 1,30,300\n2025-06,"RFX4,Type 1,3,300')).rejects.toThrow("Line 3");
    expect((await kept()).length).toBe(before);
  });

  test("with 2 names for one measure in one month is not loaded", async () => {
    await sayMapping(context, feed, { codes: {}, measures: { "Type one": definition } });
    const { merged, judged } = await load("2025-07,RFX4,Type 1,30,300\n2025-07,RFX4,Type one,31,300");
    expect(merged).toBeNull();
    expect(judged.repeated).toHaveLength(1);
  });
});

test("the real monthly file of England’s emergency departments is loaded whole, and again as nothing", async () => {
  if (
    !(await access(published).then(
      () => true,
      () => false,
    ))
  ) {
    process.stdout.write("The published file is not here: its test is left out.\n");
    return;
  }
  const text = await readFile(published, "utf8");
  const layout = {
    period: "period",
    code: "org_code",
    measure: "type",
    value: "",
    numerator: "breaches",
    denominator: "attendances",
  };
  const departments = await startFeed(context, { name: "Emergency departments", layout });
  const codes = [
    ...new Set(
      text
        .split("\n")
        .slice(1)
        .map((line) => line.split(",")[1]?.replaceAll('"', "")),
    ),
  ].filter((code): code is string => code !== undefined && code !== "");
  for (const code of codes.slice(0, 40)) await body(app.db, { code: `E-${code}`, name: `Trust ${code}` });
  await sayMapping(context, departments, {
    codes: Object.fromEntries(codes.map((code, at) => [code, at < 40 ? `E-${code}` : ""])),
    measures: { "1": definition, "2": null, other: null },
  });
  const client = await app.pool.connect();
  try {
    for (const isFirst of [true, false]) {
      const stage = isFirst ? stageByCopy(client) : stageByStatements(app.db);
      const load = await stageFeed(context, departments, { read: (as) => readFeed(text, as), stage });
      const merged = await confirmLoad(context, departments, load);
      expect(merged.corrected).toBe(0);
      expect(merged.added > 500).toBe(isFirst);
    }
  } finally {
    client.release();
  }
});
