import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { visitor, type Person } from "#platform/actor.ts";
import { openDatabase, type Database } from "#platform/database.ts";
import type { Context } from "#platform/perform.ts";
import { Forbidden, Invalid, NotFound, StepUpNeeded } from "#platform/problem.ts";
import { odsLine } from "#tests/ods-line.ts";
import { testDatabase, type TestDatabase } from "#tests/setup/database.ts";
import { body } from "#tests/world.ts";
import { applyImport } from "./commands/apply-import.ts";
import { uploadImport } from "./commands/upload-import.ts";
import { bodyPage } from "./queries/body-page.ts";
import { importCheck } from "./queries/import-check.ts";
import { importExample } from "./queries/import-start.ts";
import { suggestBodies } from "./queries/suggest-bodies.ts";

let own: TestDatabase;
let database: Database;

const administrator: Person = {
  kind: "person",
  id: "00000000-0000-4000-8000-000000000001",
  name: "P",
  email: "p@example.test",
  sessionId: "s",
  strong: true,
  roles: [{ role: "administrator", bodyId: "n", bodyCode: "ENG", bodyName: "England", bodyKind: "nation" }],
};

beforeAll(async () => {
  own = await testDatabase();
  database = openDatabase({ connection: own.app, poolSize: 4, statementTimeoutMs: 5_000 });
  const england = await body(database.db, { kind: "nation", code: "ENG" });
  const system = await body(database.db, { kind: "local-system", code: "SYS1", parent: england });
  await body(database.db, { kind: "clinical-commissioning-group", code: "00K", parent: system });
  await body(database.db, { kind: "ahsn", code: "NET1" });
});
afterAll(async () => {
  await database.close();
  await own.drop();
});

const by = (actor: Context["actor"]): Context => ({
  db: database.db,
  jobs: undefined as never,
  actor,
  at: new Date("2016-06-01T12:00:00Z"),
  requestId: "test",
});
const upload = (text: string, actor: Context["actor"] = administrator) =>
  uploadImport(by(actor), new TextEncoder().encode(text));
const page = async (code: string) => (await bodyPage(by(visitor), code, { kind: "", page: 1 })).body;
const heading = "code,name,kind,parent_code";

async function load(text: string, sure = false) {
  const id = await upload(text);
  return { id, loaded: await applyImport(by(administrator), id, sure) };
}

test("a dry run changes nothing; confirming loads the whole file, once", async () => {
  const id = await upload([odsLine({ 0: "A1" }), odsLine({ 0: "A2", 25: "25" })].join("\r\n"));
  const { plan } = await importCheck(by(administrator), id);
  expect(plan).toMatchObject({ format: "ods", problems: [], leftOut: 1, unchanged: 0 });
  expect(plan.added.map((row) => row.code)).toEqual(["A1"]);
  await expect(page("A1")).rejects.toThrow(NotFound);

  expect(await applyImport(by(administrator), id, false)).toEqual({ added: 1, changed: 0, closed: 0 });
  expect(await page("A1")).toMatchObject({ name: "THE ELMS", town: "Tallowgate", openedOn: "1974-04-01" });
  expect((await page("A1")).lineage.map((one) => one.code)).toEqual(["ENG", "SYS1", "00K"]);
  await expect(applyImport(by(administrator), id, false)).rejects.toThrow("loaded already");
  expect((await importCheck(by(administrator), id)).loaded).toBe(true);
});

test("loading the same file again finds nothing to change", async () => {
  const text = odsLine({ 0: "A3" });
  await load(text);
  const again = await importCheck(by(administrator), await upload(text));
  expect(again.plan).toMatchObject({ unchanged: 1, added: [], changed: [], closed: [] });
});

test("a renamed practice keeps its old name, and a closed one leads to what it became", async () => {
  await load(
    `${heading}\nB1,Quillgarth Surgery,gp-practice,00K\nB2,Hazelmarsh Surgery,gp-practice,00K\nB3,Linden Surgery,gp-practice,B2`,
  );
  await load(
    `${heading},closed_on,successor_code,area_codes\nB1,Emberwell Surgery,gp-practice,00K,,,NET1\nB2,Hazelmarsh Surgery,gp-practice,00K,2016-03-31,B1,`,
    true,
  );
  expect((await page("B1")).formerNames).toEqual([{ name: "Quillgarth Surgery", until: "2016-06-01" }]);
  expect((await page("B1")).areas.map((area) => area.code)).toEqual(["NET1"]);
  expect((await page("B2")).successor).toMatchObject({ code: "B1" });
  expect((await page("B3")).lineage.at(-1)).toMatchObject({ code: "B1" });
  const [found] = await suggestBodies(by(visitor), "quillgarth");
  expect(found).toMatchObject({ value: "B1" });
  const [heir] = await suggestBodies(by(visitor), "hazelmarsh");
  expect(heir).toMatchObject({ value: "B1", label: "Hazelmarsh Surgery" });
});

test("a file with one problem loads nothing of itself", async () => {
  const id = await upload(`${heading}\nC1,Good Surgery,gp-practice,00K\nC2,Bad Surgery,gp-practice,NOWHERE`);
  const { plan } = await importCheck(by(administrator), id);
  expect(plan.problems).toEqual([{ line: 3, message: expect.stringContaining("NOWHERE") }]);
  await expect(applyImport(by(administrator), id, true)).rejects.toThrow(Invalid);
  await expect(page("C1")).rejects.toThrow(NotFound);
});

test("closing many needs a tick", async () => {
  await load(`${heading}\nD1,First Surgery,care-home,00K\nD2,Second Surgery,care-home,00K`);
  const id = await upload(`${heading},closed_on\nD1,First Surgery,care-home,00K,2016-01-01`);
  expect((await importCheck(by(administrator), id)).plan.closesMany).toBe(true);
  await expect(applyImport(by(administrator), id, false)).rejects.toThrow("Tick the box");
  expect(await applyImport(by(administrator), id, true)).toEqual({ added: 0, changed: 0, closed: 1 });
});

test("what changed between the dry run and the confirmation is checked again", async () => {
  const id = await upload(`${heading}\nE1,New Surgery,gp-practice,00K`);
  await body(database.db, { kind: "acute-trust", code: "E1", name: "Somebody was first" });
  await expect(applyImport(by(administrator), id, false)).rejects.toThrow("has problems");
});

test("who may not import can neither upload, nor see, nor confirm", async () => {
  const id = await upload(`${heading}\nF1,Some Surgery,gp-practice,00K`);
  const weak = { ...administrator, strong: false };
  const another = { ...administrator, id: "00000000-0000-4000-8000-000000000002" };
  await expect(upload(heading, visitor)).rejects.toThrow(Forbidden);
  await expect(upload(heading, weak)).rejects.toThrow(StepUpNeeded);
  await expect(importCheck(by(visitor), id)).rejects.toThrow(Forbidden);
  await expect(importCheck(by(another), id)).rejects.toThrow(NotFound);
  await expect(applyImport(by(another), id, true)).rejects.toThrow(NotFound);
});

test("the example can be loaded as it is", async () => {
  const { plan } = await importCheck(by(administrator), await upload(importExample(by(administrator))));
  expect(plan.problems).toEqual([]);
  expect(plan.added).toHaveLength(6);
});

test("10,000 organisations are loaded in a few seconds", async () => {
  const lines = Array.from({ length: 10_000 }, (_, index) =>
    odsLine({ 0: `Z${10_000 + index}`, 1: `Surgery ${index}` }),
  );
  const began = performance.now();
  const { loaded } = await load(lines.join("\n"));
  const took = performance.now() - began;
  if (process.env["SHOW_TIMES"]) process.stdout.write(`10,000 organisations: ${took.toFixed(0)} ms\n`);
  expect(loaded.added).toBe(10_000);
  expect(took).toBeLessThan(15_000);
  const changed = lines.map((line) => line.replace("Tallowgate", "Marlowmere")).join("\n");
  expect((await load(changed)).loaded.changed).toBe(10_000);
  const { rows } =
    await sql`SELECT count(*) AS count FROM bodies WHERE search_text LIKE '% marlowmere%'`.execute(
      database.db,
    );
  expect(rows).toEqual([{ count: 10_000 }]);
}, 60_000);
