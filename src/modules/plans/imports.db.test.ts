import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sql } from "kysely";
import { cellText } from "#platform/workbook/cell.ts";
import { readWorkbook } from "#platform/workbook/read-workbook.ts";
import { addKnownServer } from "#platform/bundle/known-servers.ts";
import { testApp, type Browse, type TestApp } from "#tests/setup/app.ts";
import { monthly, series } from "#tests/measures-world.ts";
import { body, member, person, plan as makePlan, type TestBody, type TestPerson } from "#tests/world.ts";
import { recordPoints } from "#modules/measures/commands/record-points.ts";
import type { Context } from "#platform/perform.ts";
import type { Person } from "#platform/actor.ts";
import { changeDiagram } from "./commands/change-diagram.ts";
import { holdBelief } from "./commands/hold-belief.ts";
import { planTest } from "./commands/plan-test.ts";
import { planFileSchema, type PlanFile } from "./exports/plan-file.ts";
import { planInSight } from "./queries/plan-in-sight.ts";
import { planDiagram } from "./queries/plan-diagram.ts";

type Server = { app: TestApp; ward: TestBody; asha: TestPerson; browse: Browse };

let here: Server;
let there: Server;
let planId: string;

const at = new Date("2026-03-04T09:00:00Z");
const ids = ["a1", "a2", "a3"].map((end) => `00000000-0000-4000-8000-0000000000${end}`) as [
  string,
  string,
  string,
];

async function server(address: string): Promise<Server> {
  const app = await testApp({ settings: { BASE_URL: address } });
  const trust = await body(app.db, { name: "Vale Hospital" });
  const ward = await body(app.db, { kind: "ward", name: "Ward 7", parent: trust });
  const asha = await person(app.db, { name: "Asha Patel" });
  await member(app.db, asha, ward);
  return { app, ward, asha, browse: await app.as(asha) };
}

function contextOf({ app, asha }: Server): Context {
  const actor: Person = { kind: "person", ...asha, sessionId: "", strong: false, roles: [] };
  return { db: app.db, jobs: app.services.jobs, actor, at, requestId: "test" };
}

beforeAll(async () => {
  [here, there] = [await server("http://here.example"), await server("http://there.example")];
  const sister = contextOf(here);
  planId = await makePlan(here.app.db, { body: here.ward, lead: here.asha, title: "=Fewer falls @ night" });
  const [driver, idea, other] = ids;
  const aim = (await planDiagram(sister, planId)).nodes[0]!.id;
  await changeDiagram(sister, planId, [
    { do: "add", id: driver, kind: "primary", text: "-Staff see who may fall", under: aim, after: "" },
    { do: "add", id: other, kind: "primary", text: "+The way is lit", under: aim, after: "" },
    { do: "add", id: idea, kind: "idea", text: "Leaf on the bed", under: driver, after: "" },
    { do: "link", id: idea, under: other, after: "" },
  ]);
  const link = { parentId: driver, childId: idea };
  for (const [version, belief] of (["hunch", "strong"] as const).entries())
    await holdBelief(sister, planId, { ...link, belief, reason: `# A ${belief} reason`, version });
  const first = await planTest(sister, await planInSight(sister, planId), { test: leaf, followsId: null });
  await planTest(sister, await planInSight(sister, planId), {
    test: { ...leaf, scale: "one-shift", startsOn: "2026-03-03", endsOn: "2026-03-03" },
    followsId: first,
  });
  const shown = await series(here.app.db, { ...here.ward }, { by: here.asha, at, visibility: "public" });
  await recordPoints(sister, shown, { points: monthly([9, 8, 7, 9, 6, 5, 8, 7, 6, 5, 4, 6, 5]) });
  const kept = await series(
    here.app.db,
    { ...here.ward },
    { by: here.asha, at, definition: { name: "Kept by others" } },
  );
  for (const [id, node] of [
    [shown, driver],
    [kept, null],
  ] as const)
    await here.app.db
      .insertInto("plan_series")
      .values({ plan_id: planId, series_id: id, node_id: node, attached_at: at })
      .execute();
});

afterAll(async () => {
  await here.app.close();
  await there.app.close();
});

const leaf = {
  nodeId: ids[1],
  change: "=A leaf on one bed",
  question: "@Do nurses see it?",
  prediction: "-They will",
  willMeasure: "",
  seriesId: null,
  startsOn: "2026-03-01",
  endsOn: "2026-03-02",
  place: "Bay 2",
  scale: "one-person",
  howMany: 1,
  who: "",
} as const;

async function take(path: string): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await here.browse(`/plans/${planId}/take${path}`);
  expect(answer.status).toBe(200);
  return new Uint8Array(await answer.arrayBuffer());
}

async function upload(
  { browse }: Server,
  path: string,
  bytes: Uint8Array<ArrayBuffer> | string,
  name = "f",
): Promise<Response> {
  const form = new FormData();
  form.set("file", new File([bytes], name));
  return browse(path, { method: "POST", body: form });
}

async function brought(to: Server, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const checked = await upload(to, "/plans/new/from-file", bytes);
  expect(checked.status).toBe(303);
  const done = await to.browse(checked.headers.get("Location")!, { form: { place: to.ward.code } });
  expect(done.status).toBe(303);
  return /\/plans\/([0-9a-f-]{36})/.exec(done.headers.get("Location")!)![1]!;
}

const shown = ({ no, on, definition, view, points }: PlanFile["measures"][number]) => ({
  no,
  on,
  definition,
  view,
  points,
});

async function fileOf({ browse }: Server, id: string): Promise<PlanFile> {
  return planFileSchema.parse(await (await browse(`/plans/${id}/take/files/plan.json`)).json());
}

describe("a whole project as a workbook", () => {
  test("comes back as a new one with everything in it, and no text became a formula", async () => {
    const bytes = await take("/files/plan.xlsx");
    const { sheets } = await readWorkbook(bytes);
    expect(sheets.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["Project", "Diagram", "Tests", "Measures", "Numbers", "Tasks", "Team"]),
    );
    expect(sheets.every(({ formulas }) => formulas.count === 0)).toBe(true);
    const texts = sheets.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(cellText)));
    expect(texts).toEqual(
      expect.arrayContaining(["=A leaf on one bed", "-Staff see who may fall", "+The way is lit"]),
    );
    const [was, is] = [await fileOf(here, planId), await fileOf(here, await brought(here, bytes))];
    expect(is.tests).toEqual(was.tests);
    expect(is.diagram).toEqual(was.diagram);
    expect(is.measures.map(shown)).toEqual(was.measures.map(shown));
    expect(is.plan.title).toBe("=Fewer falls @ night");
    expect(is.plan.stages).toEqual(was.plan.stages);
  });

  test("is refused with the sheet and the line of each thing that is wrong, and leaves nothing behind", async () => {
    const count = async () =>
      (await sql<{ n: number }>`SELECT count(*)::int AS n FROM plans`.execute(here.app.db)).rows[0]!.n;
    const before = await count();
    const file = await fileOf(here, planId);
    file.tests[1]!.endsOn = "2026-02-01";
    file.diagram[1]!.under = [3];
    file.diagram[2]!.under = [2];
    const checked = await upload(here, "/plans/new/from-file", JSON.stringify(file));
    const page = await (await here.browse(checked.headers.get("Location")!)).text();
    expect(page).toContain("Its last day is before its first day");
    expect(page).toContain("It would stand above itself");
    const pressed = await here.browse(checked.headers.get("Location")!, { form: { place: here.ward.code } });
    expect(pressed.headers.get("Location")).toBe(checked.headers.get("Location"));
    expect(await count()).toBe(before);
  });
});

describe("a signed file for another server", () => {
  test("holds how sure the team is of each link, as Markdown does in a line", async () => {
    const { contents } = JSON.parse(new TextDecoder().decode(await take("/signed"))) as {
      contents: PlanFile;
    };
    expect(contents.diagram.find(({ text }) => text === "Leaf on the bed")?.beliefs).toEqual([
      { under: 2, belief: "hunch", reason: "# A hunch reason", tested: 0, on: "2026-03-04" },
      { under: 2, belief: "strong", reason: "# A strong reason", tested: 0, on: "2026-03-04" },
    ]);
    expect(contents.diagram.filter(({ beliefs }) => beliefs)).toHaveLength(1);
    expect(new TextDecoder().decode(await take("/files/plan.md"))).toContain(
      "- “Leaf on the bed” moves “-Staff see who may fall”: strong evidence, 4 March 2026, before testing. Why: \\# A strong reason",
    );
  });

  test("is refused where it says how sure the team is of what an entry does not stand under", async () => {
    const file = await fileOf(here, planId);
    file.diagram.find(({ beliefs }) => beliefs)!.beliefs![0]!.under = 1;
    const checked = await upload(here, "/plans/new/from-file", JSON.stringify(file));
    expect(await (await here.browse(checked.headers.get("Location")!)).text()).toContain(
      "It says how sure the team is of 1, and does not stand under it",
    );
  });

  test("holds only measures that may leave, and nobody’s name", async () => {
    const text = new TextDecoder().decode(await take("/signed"));
    expect(text).toContain("Falls on the ward");
    expect(text).not.toContain("Kept by others");
    expect(text).not.toContain("Asha Patel");
  });

  test("comes in elsewhere once somebody vouched for its server, and goes out again byte for byte", async () => {
    const bytes = await take("/signed");
    const checked = await upload(there, "/plans/new/from-file", bytes);
    const path = checked.headers.get("Location")!;
    expect(await (await there.browse(path)).text()).toContain("nobody here has vouched for that server");
    expect((await there.browse(path, { form: { place: there.ward.code } })).headers.get("Location")).toBe(
      path,
    );
    const { server: signer } = JSON.parse(new TextDecoder().decode(bytes)) as {
      server: { publicKey: string };
    };
    await there.app.db
      .transaction()
      .execute((tx) => addKnownServer(tx, { name: "The Vale", publicKey: signer.publicKey, at }));
    expect(await (await there.browse(path)).text()).toContain("It was signed by The Vale");
    const id = await brought(there, bytes);
    const page = await (await there.browse(`/plans/${id}/take`)).text();
    expect(page).toContain("The Vale signed it on");
    const again = await there.browse(`/plans/${id}/take/as-it-came`);
    expect(Buffer.from(await again.arrayBuffer()).equals(Buffer.from(bytes))).toBe(true);
    const is = await fileOf(there, id);
    const { contents } = JSON.parse(new TextDecoder().decode(bytes)) as { contents: PlanFile };
    expect(is.diagram).toEqual(contents.diagram);
    expect(is.tests).toEqual(contents.tests);
    expect(is.measures[0]!.points).toEqual(contents.measures[0]!.points);
    const held = there.app.db.selectFrom("link_beliefs").where("plan_id", "=", id).select("held_by");
    expect(await held.execute()).toEqual([{ held_by: null }, { held_by: null }]);
    const made = there.app.db.selectFrom("plans").where("id", "=", id).select("visibility");
    expect(await made.executeTakeFirst()).toEqual({ visibility: "team" });
  });

  test("is refused with a sentence when one byte of it was flipped, wherever that is", async () => {
    const bytes = await take("/signed");
    for (const part of [0.1, 0.3, 0.5, 0.7, 0.9]) {
      const flipped = bytes.slice();
      flipped[Math.floor(bytes.length * part)]! ^= 1;
      const answer = await upload(there, "/plans/new/from-file", flipped);
      expect(answer.status).toBe(422);
      expect(await answer.text()).toMatch(
        /was changed after it was signed|is no project from here|is not a bundle/,
      );
    }
  });
});

describe("a list that is brought into a plan", () => {
  const importPath = (kind: string) => `/plans/${planId}/import/${kind}`;
  const checkedPage = async (kind: string, text: string) => {
    const answer = await upload(here, importPath(kind), text);
    expect(answer.status).toBe(303);
    const path = answer.headers.get("Location")!;
    return { path, page: await (await here.browse(path)).text() };
  };
  const countTests = async () => (await fileOf(here, planId)).tests.length;

  test("of tests names line 4,312 when that is the broken one, and brings nothing in", async () => {
    const lines = Array.from(
      { length: 4_400 },
      (_, index) => `Test number ${index},1 March 2026,2 March 2026`,
    );
    lines[4_310] = "Test number 4310,3 March 2026,1 March 2026";
    const before = await countTests();
    const { path, page } = await checkedPage(
      "tests",
      ["What is tried,First day,Last day", ...lines].join("\n"),
    );
    expect(page).toContain("Line 4,312");
    expect(page).toContain("Its last day is before its first day");
    await here.browse(path, { form: {} });
    expect(await countTests()).toBe(before);
  });

  test("of tests comes in whole, each on the idea that it names", async () => {
    const before = await countTests();
    const { path } = await checkedPage(
      "tests",
      "Leaf on one more bed\n  Change idea: Leaf on the bed\n  First day: 5 March 2026\n  Prediction: Seen\nA lamp at the door\n",
    );
    await here.browse(path, { form: {} });
    const { tests, diagram } = await fileOf(here, planId);
    expect(tests).toHaveLength(before + 2);
    const leafy = tests.find(({ change }) => change === "Leaf on one more bed")!;
    expect(diagram.find(({ no }) => no === leafy.idea)?.text).toBe("Leaf on the bed");
    expect(leafy).toMatchObject({ startsOn: "2026-03-05", prediction: "Seen", scale: "few-people" });
    expect((await here.browse(path)).status).toBe(404);
  });

  test("is pasted, and what is wrong in it is mended where it was pasted", async () => {
    const text = "What is tried,First day,Last day,Scale\nA lamp,31/2/2026,1 March 2026,1 ward\n";
    const form = new FormData();
    form.set("text", text);
    const answer = await here.browse(importPath("tests"), { method: "POST", body: form });
    const page = await (await here.browse(answer.headers.get("Location")!)).text();
    expect(page).toContain("First day is no date");
    expect(page).not.toContain("Its last day is before");
    expect(page).not.toContain("Scale is");
    const again = /href="([^"]*\?again=[^"]*)"/.exec(page)![1]!;
    expect(await (await here.browse(again)).text()).toContain("A lamp,31/2/2026,1 March 2026,1 ward");
  });

  test("of a diagram is refused with the line on which a circle closes", async () => {
    const { page } = await checkedPage(
      "diagram",
      "No.,Kind,Entry,Under\n1,Primary driver,Light,2\n2,Primary driver,Routine,1\n",
    );
    expect(page).toContain("It would stand above itself: “Light”, under “Routine”, under “Light”");
    expect(page).toContain("Line 2");
  });

  test("of a diagram comes under the aim as indented text, and twice makes nothing double", async () => {
    const text =
      "Fewer falls\n  Shoes fit\n    Slippers from the shop\n  -Staff see who may fall\n    Slippers from the shop\n";
    for (let time = 0; time < 2; time += 1) {
      const { path } = await checkedPage("diagram", text);
      await here.browse(path, { form: {} });
    }
    const { diagram } = await fileOf(here, planId);
    const slippers = diagram.filter((node) => node.text === "Slippers from the shop");
    expect(slippers).toHaveLength(1);
    expect(slippers[0]!.kind).toBe("idea");
    expect(slippers[0]!.under.map((no) => diagram.find((node) => node.no === no)!.text).toSorted()).toEqual([
      "-Staff see who may fall",
      "Shoes fit",
    ]);
  });

  test("is nobody else’s to see, and a file that is none is refused where it was chosen", async () => {
    const { path } = await checkedPage("tests", "A thing to try\n");
    const other = await person(here.app.db);
    await member(here.app.db, other, here.ward);
    expect((await (await here.app.as(other))(path)).status).not.toBe(200);
    const answer = await upload(
      here,
      importPath("tests"),
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 0, 0, 0]),
    );
    expect(answer.status).toBe(422);
  });
});
