import { Kysely, PostgresDialect, type CompiledQuery } from "kysely";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { visitor } from "#platform/actor.ts";
import { openDatabase, type Database, type DB } from "#platform/database.ts";
import type { Context } from "#platform/perform.ts";
import { testDatabase, type TestDatabase } from "#tests/setup/database.ts";
import { bodyPage } from "./queries/body-page.ts";
import { compareGeographies } from "./queries/compare-geographies.ts";
import { findBodies } from "./queries/find-bodies.ts";
import { suggestBodies } from "./queries/suggest-bodies.ts";

/**
 * 20,000 invented bodies in the shape of the nation, made by the database itself. What the triggers would work out
 * row by row is worked out for all at once, which takes a tenth of the time.
 */
const nation = `
  ALTER TABLE bodies DISABLE TRIGGER USER;
  ALTER TABLE area_members DISABLE TRIGGER USER;
  CREATE FUNCTION pg_temp.below(text) RETURNS uuid[] LANGUAGE sql AS
    'SELECT id || ancestors FROM bodies WHERE code = $1';
  INSERT INTO bodies (kind, code, name) VALUES ('nation', 'ENG', 'England');
  INSERT INTO bodies (kind, code, name, ancestors)
    SELECT 'region', 'REG' || i, 'Region ' || i, pg_temp.below('ENG') FROM generate_series(1, 4) i;
  INSERT INTO bodies (kind, code, name, ancestors)
    SELECT 'local-system', 'SYS' || i, 'System ' || i, pg_temp.below('REG' || 1 + i % 4)
    FROM generate_series(1, 44) i;
  INSERT INTO bodies (kind, code, name) SELECT 'ahsn', 'AHSN' || i, 'Network ' || i FROM generate_series(1, 15) i;
  INSERT INTO bodies (kind, code, name)
    SELECT 'leadership-academy', 'LLA' || i, 'Academy ' || i FROM generate_series(1, 10) i;
  INSERT INTO bodies (kind, code, name, ancestors, town, postcode)
    SELECT 'gp-practice', 'QX' || 10000 + i, t.town || ' ' || (ARRAY['Medical Practice', 'Surgery', 'Health Centre'])[1 + i % 3],
      s.id || s.ancestors, t.town, 'QX' || 1 + i % 60 || ' ' || i % 9 || 'AB'
    FROM (SELECT i, (ARRAY['Quill', 'Tallow', 'Marl', 'Bracken', 'Hazel', 'Ember', 'Wren', 'Sallow', 'Thistle', 'Rowan',
        'Kestrel', 'Linden', 'Cobble', 'Moss', 'Fern', 'St Osyth''s ', 'Nether', 'Upper ', 'Ash', 'Elder'])[1 + i % 20]
        || (ARRAY['haven', 'gate', 'mere', 'field', 'combe', 'ford', 'wick', 'ham', 'ton', 'stead', 'dale', 'bury', 'worth'])
        [1 + i % 13] AS town FROM generate_series(1, 8300) i) t
    JOIN bodies s ON s.code = 'SYS' || 1 + i % 44;
  INSERT INTO bodies (kind, code, name, ancestors)
    SELECT 'ward', 'TEAM-' || i, 'Ward ' || i % 30, p.id || p.ancestors
    FROM generate_series(1, 11600) i JOIN bodies p ON p.code = 'QX' || 10001 + i % 300;
  UPDATE bodies SET parent_id = ancestors[1], search_text = search_words(concat_ws(' ', name, code, town, postcode));
  INSERT INTO area_members (body_id, area_id)
    SELECT o.id, a.id FROM bodies o JOIN bodies a ON a.code IN ('AHSN' || 1 + right(o.code, 4)::int % 15,
      'LLA' || 1 + right(o.code, 4)::int % 10)
    WHERE o.kind = 'gp-practice';
  SELECT count_bodies_anew()`;

let own: TestDatabase;
let database: Database;
let context: Context;
let sent: CompiledQuery[] = [];

beforeAll(async () => {
  own = await testDatabase();
  const client = new Client(own.owner);
  await client.connect();
  await client.query(nation);
  await client.query("ANALYZE bodies, area_members, body_kinds, former_names");
  await client.end();
  database = openDatabase({ connection: own.app, poolSize: 2, statementTimeoutMs: 5_000 });
  const dialect = new PostgresDialect({ pool: database.pool });
  const db = new Kysely<DB>({ dialect, log: (event) => void sent.push(event.query) });
  context = { db, jobs: undefined as never, actor: visitor, at: new Date(), requestId: "test" };
});
afterAll(async () => {
  await database.close();
  await own.drop();
});

const asked = { q: "", kind: "", place: "", area: "", page: 1 };
const labels = async (typed: string) => (await suggestBodies(context, typed)).map((one) => one.label);

test.each([
  ["brackenfeld", /^Brackenfield/],
  ["brakenfield", /^Brackenfield/],
  ["Brackenfield medcal", /^Brackenfield Medical/],
  ["st osyhts", /^St Osyth's/],
  ["st osyths", /^St Osyth's/],
  ["kestrel bury", /^Kestrelbury|^Kestrel/],
  ["tallowgte surgry", /^Tallowgate Surgery/],
  ["brackenf", /^Brackenfield/],
  ["brackenfield dental hospital", /^Brackenfield/],
])("%j finds what was meant", async (typed, meant) => {
  expect((await labels(typed))[0]).toMatch(meant);
});

test("an exact code comes first, then a postcode district", async () => {
  expect((await suggestBodies(context, "qx10004"))[0]).toMatchObject({ value: "QX10004" });
  const { rows } = await findBodies(context, { ...asked, q: "qx4", kind: "gp-practice" });
  const codes = rows.map((row) => row.code);
  const { rows: districts } = await database.pool.query(
    "SELECT DISTINCT postcode_district AS d FROM bodies WHERE code = ANY ($1)",
    [codes],
  );
  expect(districts).toEqual([{ d: "QX4" }]);
});

test.each([
  ["a percent sign", "%"],
  ["an underscore", "_"],
  ["an apostrophe", "'"],
  ["a backslash", "\\"],
  ["an operator", "<%"],
  ["an injection", "' OR 1=1 --"],
  ["an emoji", "😀"],
  ["10,000 letters", "e".repeat(10_000)],
  ["many words", "a b c d e f g h i j k"],
  ["a tsquery", ":*"],
  ["a change of direction", "\u202E"],
])("%s is looked for and is no operator", async (_, typed) => {
  const found = await findBodies(context, { ...asked, q: typed });
  expect(found.rows.length).toBeLessThanOrEqual(25);
  expect((await labels(typed)).length).toBeLessThanOrEqual(10);
});

type Plan = {
  "Node Type": string;
  "Relation Name"?: string;
  "Shared Hit Blocks"?: number;
  "Shared Read Blocks"?: number;
  Plans?: Plan[];
};

function scanned(plan: Plan): string[] {
  const own = plan["Node Type"] === "Seq Scan" ? [plan["Relation Name"] ?? ""] : [];
  return [...own, ...(plan.Plans ?? []).flatMap(scanned)];
}

/** What the database says of each statement of this work, under the settings that the work made for them. */
async function explained(work: () => Promise<unknown>, how = ""): Promise<Plan[]> {
  sent = [];
  await work();
  expect(sent.length).toBeGreaterThan(0);
  const client = await database.pool.connect();
  const plans: Plan[] = [];
  await client.query("BEGIN");
  for (const { sql, parameters } of sent) {
    if (sql.includes("set_config")) await client.query(sql, [...parameters]);
    else if (/^\s*(select|with)/i.test(sql)) {
      const { rows } = await client.query(`EXPLAIN (${how}FORMAT JSON) ${sql}`, [...parameters]);
      plans.push(rows[0]["QUERY PLAN"][0].Plan);
    }
  }
  await client.query("ROLLBACK");
  client.release();
  return plans;
}

const readFromEndToEnd = async (work: () => Promise<unknown>): Promise<string[]> =>
  (await explained(work)).flatMap(scanned);

const large = new Set(["bodies", "area_members"]);

test.each<[string, () => Promise<unknown>]>([
  ["a search", () => findBodies(context, { ...asked, q: "brackenfield" })],
  ["a search with a slip in it", () => findBodies(context, { ...asked, q: "brakcenfield surgery" })],
  ["a word that is like one that thousands have", () => findBodies(context, { ...asked, q: "practise" })],
  ["the same, while typing", () => suggestBodies(context, "practise")],
  [
    "a search that is narrowed",
    () => findBodies(context, { ...asked, q: "surgery", place: "SYS1", area: "AHSN3" }),
  ],
  ["a list of one place", () => findBodies(context, { ...asked, place: "SYS1", kind: "gp-practice" })],
  ["a list of one area", () => findBodies(context, { ...asked, area: "LLA1" })],
  ["two letters", () => suggestBodies(context, "qu")],
  ["the page of a practice", () => bodyPage(context, "QX10004", { kind: "", page: 1 })],
  ["the page of a system", () => bodyPage(context, "SYS3", { kind: "", page: 2 })],
  ["the page of a network", () => bodyPage(context, "AHSN3", { kind: "gp-practice", page: 3 })],
])("%s reads no large table from end to end", async (_, work) => {
  const tables = await readFromEndToEnd(work);
  expect(tables.filter((table) => large.has(table))).toEqual([]);
});

/** How many blocks of 8 kB this work looks at, which no other work on the machine changes. */
async function blocksRead(work: () => Promise<unknown>): Promise<number> {
  const plans = await explained(work, "ANALYZE, BUFFERS, TIMING OFF, ");
  return plans.reduce((sum, plan) => sum + plan["Shared Hit Blocks"]! + plan["Shared Read Blocks"]!, 0);
}

// The milliseconds stand in `npm run bench pages`; a thousand blocks take about one.
test.each<[string, number, () => Promise<unknown>]>([
  ["a search", 1500, () => findBodies(context, { ...asked, q: "brackenfield med" })],
  ["a search with a slip in it", 2500, () => findBodies(context, { ...asked, q: "brakcenfield medcal" })],
  ["a word that thousands have", 3500, () => findBodies(context, { ...asked, q: "practice" })],
  ["a word that is like it", 2500, () => findBodies(context, { ...asked, q: "practise" })],
  ["one letter", 2000, () => suggestBodies(context, "s")],
  ["the whole list, page 600", 40_000, () => findBodies(context, { ...asked, page: 600 })],
  ["the page of a practice", 1000, () => bodyPage(context, "QX10004", { kind: "", page: 1 })],
  ["the page of the nation", 2000, () => bodyPage(context, "ENG", { kind: "", page: 1 })],
  ["a comparison", 5000, () => compareGeographies(context, { a: "local-system", b: "ahsn" })],
])("%s looks at no more than %d blocks", async (_, most, work) => {
  expect(await blocksRead(work)).toBeLessThanOrEqual(most);
});

test("without its index the same search would be caught", async () => {
  const client = new Client(own.owner);
  await client.connect();
  await client.query("DROP INDEX bodies_by_search");
  await client.end();
  const tables = await readFromEndToEnd(() => suggestBodies(context, "brackenfield"));
  expect(tables).toContain("bodies");
});
