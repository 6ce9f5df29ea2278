import { afterAll, beforeAll, expect, test } from "vitest";
import { visitor } from "#platform/actor.ts";
import { openDatabase, type Database } from "#platform/database.ts";
import type { Context } from "#platform/perform.ts";
import { NotFound } from "#platform/problem.ts";
import { testDatabase, type TestDatabase } from "#tests/setup/database.ts";
import { body, sitsIn } from "#tests/world.ts";
import { compareGeographies } from "./queries/compare-geographies.ts";
import { overlappingBodies } from "./queries/overlapping-bodies.ts";

let own: TestDatabase;
let database: Database;
let context: Context;

/**
 * North has 3 organisations and South 2. East supports 2 of the North, West 1 of the North and 1 of the South;
 * one of the North is supported by both, and one of the South by none.
 */
beforeAll(async () => {
  own = await testDatabase();
  database = openDatabase({ connection: own.app, poolSize: 2, statementTimeoutMs: 5_000 });
  const { db } = database;
  context = { db, jobs: undefined as never, actor: visitor, at: new Date(), requestId: "test" };
  const england = await body(db, { kind: "nation" });
  const north = await body(db, { kind: "region", name: "North", code: "N", parent: england });
  const south = await body(db, { kind: "region", name: "South", code: "S", parent: england });
  const east = await body(db, { kind: "clinical-network", topic: "Cancer", name: "East", code: "E" });
  const west = await body(db, { kind: "clinical-network", topic: "Cancer", name: "West", code: "W" });
  const other = await body(db, {
    kind: "clinical-network",
    topic: "Maternity care",
    name: "Other",
    code: "O",
  });
  const n1 = await body(db, { name: "N one", parent: north });
  const n2 = await body(db, { name: "N two", parent: north });
  await body(db, { name: "N three", parent: north });
  const s1 = await body(db, { name: "S one", parent: south });
  await body(db, { name: "S two", parent: south });
  const gone = await body(db, { name: "S gone", parent: south, closedOn: "2015-01-01" });
  await sitsIn(db, n1, east, west, other);
  await sitsIn(db, n2, east);
  await sitsIn(db, s1, west);
  await sitsIn(db, gone, west);
});
afterAll(async () => {
  await database.close();
  await own.drop();
});

test("every way to divide the nation can be compared, networks by their field of care", async () => {
  const { geographies, comparison } = await compareGeographies(context, { a: "", b: "" });
  expect(comparison).toBeUndefined();
  expect(geographies.map(({ key, label }) => [key, label])).toEqual([
    ["region", "Regions"],
    ["clinical-network:cancer", "Clinical networks for cancer"],
    ["clinical-network:maternity-care", "Clinical networks for maternity care"],
  ]);
});

const asked = { a: "region", b: "clinical-network:cancer" };

test("the matrix counts open organisations, and says who straddles, who is in none and who in several", async () => {
  const { comparison } = await compareGeographies(context, asked);
  expect(comparison!.rows.map(({ body, cells }) => [body?.code, cells.map((cell) => cell.count)])).toEqual([
    ["N", [2, 1, 1]],
    ["S", [0, 1, 1]],
  ]);
  expect(
    comparison!.straddles.map(({ body, across }) => [body.code, across.map((part) => part.body.code)]),
  ).toEqual([["N", ["E", "W"]]]);
  expect(comparison!.misfits).toEqual({ a: { inNone: 0, inSeveral: 0 }, b: { inNone: 2, inSeveral: 1 } });
});

test.each([
  ["N", "E", ["N one", "N two"]],
  ["N", "W", ["N one"]],
  ["N", "none", ["N three"]],
  ["", "none", ["N three", "S two"]],
  ["", "several", ["N one"]],
  ["several", "", []],
  ["S", "E", []],
])("behind the number of row %j and column %j stand %j", async (row, column, names) => {
  const found = await overlappingBodies(context, { ...asked, row, column, page: 1 });
  expect(found.rows.map((one) => one.name)).toEqual(names);
  expect(found.paging.total).toBe(names.length);
});

test.each([
  { ...asked, a: "nonsense", row: "", column: "" },
  { ...asked, row: "NO-SUCH", column: "" },
  { ...asked, row: "'", column: "" },
])("there is no list behind %j", async (nonsense) => {
  await expect(overlappingBodies(context, { ...nonsense, page: 1 })).rejects.toThrow(NotFound);
});
