import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findWorkplace } from "#modules/people/index.ts";
import { seriesInSight } from "#modules/measures/index.ts";
import { recordPoints } from "#modules/measures/commands/record-points.ts";
import { openZip } from "#platform/zip/open-zip.ts";
import { testApp, type Browse, type TestApp } from "#tests/setup/app.ts";
import { monthly, series } from "#tests/measures-world.ts";
import { body, member, person, type TestPerson } from "#tests/world.ts";
import type { Context } from "#platform/perform.ts";
import type { Person } from "#platform/actor.ts";
import { changeDiagram } from "./commands/change-diagram.ts";
import { planTest } from "./commands/plan-test.ts";
import { startPlan } from "./commands/start-plan.ts";
import { planFileSchema } from "./exports/plan-file.ts";
import { planInSight } from "./queries/plan-in-sight.ts";
import { planDiagram } from "./queries/plan-diagram.ts";

let app: TestApp;
let asha: TestPerson;
let sister: Context;
let planId: string;
let browse: Browse;
let stranger: Browse;

const at = new Date("2026-03-04T09:00:00Z");
const idea = "00000000-0000-4000-8000-0000000000aa";
const driver = "00000000-0000-4000-8000-0000000000ab";

beforeAll(async () => {
  app = await testApp();
  const trust = await body(app.db, { name: "Vale Hospital" });
  const ward = await body(app.db, { kind: "ward", name: "Ward 7", parent: trust });
  asha = await person(app.db, { name: "Asha Patel" });
  await member(app.db, asha, ward);
  const actor: Person = { kind: "person", ...asha, sessionId: "", strong: false, roles: [] };
  sister = { db: app.db, jobs: app.services.jobs, actor, at, requestId: "test" };
  const place = await findWorkplace(sister, ward.code, "place");
  planId = await startPlan(sister, {
    kind: "project",
    title: "=1+1 fewer falls",
    sentence: "@SUM(A1)",
    aim: { text: "+Fewer falls at night" },
    place,
    visibility: "organisation",
  });
  const { nodes } = await planDiagram(sister, planId);
  await changeDiagram(sister, planId, [
    {
      do: "add",
      id: driver,
      kind: "primary",
      text: "-Staff see who may fall",
      under: nodes[0]!.id,
      after: null,
    },
    { do: "add", id: idea, kind: "idea", text: "Leaf on the bed | # one", under: driver, after: null },
  ]);
  const plan = await planInSight(sister, planId);
  await planTest(sister, plan, { test: leaf, followsId: null });
  const shown = await series(app.db, { ...ward }, { by: asha, at });
  await recordPoints(sister, shown, { points: monthly([9, 8, 7, 9, 6, 5, 8, 7, 6, 5, 4, 6, 5]) });
  const hidden = await series(
    app.db,
    { ...trust },
    { by: await person(app.db), at, definition: { name: "Not for all" } },
  );
  for (const [id, node] of [
    [shown, driver],
    [hidden, null],
  ] as const)
    await app.db
      .insertInto("plan_series")
      .values({ plan_id: planId, series_id: id, node_id: node, attached_at: at })
      .execute();
  await seriesInSight(sister, shown);
  browse = await app.as(asha);
  stranger = await app.as(await person(app.db));
});

afterAll(() => app.close());

const leaf = {
  nodeId: idea,
  change: '=HYPERLINK("x") a leaf on one bed',
  question: "Do nurses see it?",
  prediction: "They will",
  willMeasure: "",
  seriesId: null,
  startsOn: "2026-03-01",
  endsOn: "2026-03-02",
  place: "Bay 2",
  scale: "one-person",
  howMany: 1,
  who: "Asha",
} as const;

const take = (path: string, as = browse) => as(`/plans/${planId}/take${path}`);

describe("what is taken along", () => {
  test("is on paper: a summary and a poster with the aim, the diagram, the chart and the tests", async () => {
    for (const path of ["/summary", "/poster"]) {
      const page = await (await take(path)).text();
      expect(page).toContain("+Fewer falls at night");
      expect(page).toContain("may fall");
      expect(page).toContain("Falls on the ward");
      expect(page).not.toContain("Not for all");
    }
  });

  test("is data in the format that is documented, without people and without what is out of sight", async () => {
    const answer = await take("/files/plan.json");
    expect(answer.headers.get("Content-Disposition")).toBe('attachment; filename="1-1-fewer-falls.json"');
    const text = await answer.text();
    const file = planFileSchema.parse(JSON.parse(text));
    expect(file.diagram.map(({ no, kind, under }) => [no, kind, under])).toEqual([
      [1, "aim", []],
      [2, "primary", [1]],
      [3, "idea", [2]],
    ]);
    expect(file.tests).toMatchObject([{ no: 1, idea: 3, follows: null, prediction: "They will" }]);
    expect(file.measures).toHaveLength(1);
    expect(file.measures[0]).toMatchObject({ on: [2], definition: { name: "Falls on the ward" } });
    expect(file.measures[0]!.points[0]).toEqual({ period: "2024-01-01", value: 9, note: "" });
    expect(text).not.toContain("Asha Patel");
  });

  test("is Markdown in which what people wrote stays text", async () => {
    const text = await (await take("/files/plan.md")).text();
    expect(text).toMatch(/^# =1\+1 fewer falls|^# \\=1\+1 fewer falls/);
    expect(text).toContain(String.raw`Leaf on the bed \| \# one`);
    expect(text).toContain("| January 2024 | 9 |");
  });

  test("is a document for Word with its pictures inside", async () => {
    const text = await (await take("/files/plan.html")).text();
    expect(text).toContain("<h2>Driver diagram</h2>");
    expect(text).toContain('src="data:image/png;base64,');
    expect(text).not.toContain("<script");
  });

  test("is slides with shapes, joined, and charts with their numbers inside", async () => {
    const bytes = new Uint8Array(await (await take("/files/plan.pptx")).arrayBuffer());
    const zip = await openZip(bytes);
    const names = [...zip.names].filter((name) =>
      /slides\/slide\d+\.xml$|charts\/chart\d+\.xml$|embeddings\//.test(name),
    );
    expect(names.filter((name) => name.includes("charts/chart"))).toHaveLength(1);
    expect(names.filter((name) => name.includes("embeddings/"))).toHaveLength(1);
    expect(names.filter((name) => name.includes("slides/slide"))).toHaveLength(5);
  });

  test("is nothing for whoever does not see the plan, and no other file", async () => {
    for (const path of ["", "/summary", "/poster", "/files/plan.json"])
      expect((await take(path, stranger)).status).toBe(404);
    expect((await take("/files/other.exe")).status).toBe(404);
  });
});
