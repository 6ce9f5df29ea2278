import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { testDatabase } from "#tests/setup/database.ts";
import { person } from "#tests/world.ts";
import { bestCaller } from "../best-caller.ts";
import { expectedOf, relationsOf, type Cell, type Row } from "../expect.ts";
import { expectations } from "../expectations.ts";
import { openHouse, type House } from "../setup/house.ts";
import { buildNation, personas, type Nation } from "../setup/nation.ts";
import type { Asked } from "../setup/undo.ts";
import { call } from "../walk.ts";
import { readFromEndToEnd, type Step } from "./read-from-end-to-end.ts";

/** No page asks the database more often than this. */
const most = 12;
/** How many rows the planner is told that every table has which is no list of the program's own. */
const manyRows = 1_000_000;

let house: House;
let nation: Nation;
let lists: ReadonlySet<string>;
let sent: Asked[] = [];

beforeAll(async () => {
  lists = await listsOfTheProgram();
  house = await openHouse({ undo: true, onStatement: (statement) => sent.push(statement) });
  nation = await buildNation(house);
});
afterAll(() => house.close());

/** Tables that the migrations fill, such as the kinds of body: they are as long on the first day as on the last. */
async function listsOfTheProgram(): Promise<ReadonlySet<string>> {
  const fresh = await testDatabase();
  const names = await asOwner(fresh.owner.database!, async (client) => {
    const { rows } = await client.query<{ name: string; place: string }>(
      `select relname as name, format('%I.%I', relnamespace::regnamespace, relname) as place from pg_class
       where relkind in ('r', 'p') and relnamespace::regnamespace::text in ('public', 'jobs')`,
    );
    const filled: string[] = [];
    for (const { name, place } of rows)
      if ((await client.query(`select from ${place} limit 1`)).rowCount) filled.push(name);
    return filled;
  });
  await fresh.drop();
  return new Set(names);
}

async function asOwner<R>(database: string, work: (client: Client) => Promise<R>): Promise<R> {
  const client = new Client({ ...inject("postgres").admin, database });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** For each relation those whom the page is for, the first and the last that are named. */
function readersOf(row: Row): Cell[] {
  return relationsOf(row.about).flatMap((relation) => {
    const readers = personas.filter((persona) => expectedOf(row, persona, relation) === "page");
    return [...new Set([readers[0], readers.at(-1)])]
      .filter((persona) => persona !== undefined)
      .map((persona) => ({ nation, persona, relation }));
  });
}

async function statementsOf(row: Row, cell: Cell): Promise<Asked[]> {
  return house.attempt(async () => {
    await row.given?.(cell, house);
    sent = [];
    await (await call(house, row, cell)).text();
    return sent;
  });
}

/** What one route sends, in its order. */
type Sent = { route: string; statements: readonly Asked[] };
type ReadWhole = { route: string; sql: string; tables: string[] };

/**
 * The plans of these statements as they would be if the tables were long, with the settings that their route made
 * before. All at once: to be told another size of its tables costs the planner more than all the plans.
 */
async function tablesReadWhole(all: readonly Sent[]): Promise<ReadWhole[]> {
  return asOwner(house.owner.database!, async (client) => {
    await client.query("begin");
    await client.query(
      // Of a table that holds nothing it is told nothing, and takes it for ten pages.
      `update pg_class set relpages = 1, reltuples = case when pg_relation_size(oid) > 0 then $1 else -1 end
       where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> all ($2)`,
      [manyRows, [...lists]],
    );
    // Without statistics it takes each look-up for thousands of rows, and would rather read all than look so often.
    for (const way of ["seqscan", "hashjoin", "mergejoin"])
      await client.query(`set local enable_${way} = off`);
    const found: ReadWhole[] = [];
    for (const { route, statements } of all) {
      await client.query("savepoint route");
      for (const { sql, values = [] } of statements) {
        if (/set_config/i.test(sql)) await client.query(sql, [...values]);
        if (!/^\s*(select|with|insert|update|delete)\b/i.test(sql)) continue;
        const { rows } = await client.query(`explain (format json) ${sql}`, [...values]);
        const plan = rows[0]["QUERY PLAN"][0].Plan as Step;
        const tables = readFromEndToEnd(plan, narrow).filter((table) => !lists.has(table));
        if (tables.length > 0) found.push({ route, sql, tables });
      }
      await client.query("rollback to savepoint route");
    }
    await client.query("rollback");
    return found;
  });
}

/** Indexes of a few rows of a long table, which may be read from end to end, each with the reason why. */
const narrow: ReadonlyMap<string, string> = new Map([
  [
    "plans_open_in_short",
    "the few short columns that a portfolio counts: 50,000 entries on 900 pages in the whole nation, 15 ms",
  ],
  ["definitions_shared", "what is in the shared catalogue, some hundreds of all the definitions"],
]);

/** Statements that may read a long table, word for word, each with the reason why. */
const allowed: Record<string, string> = {
  "SELECT count(*) AS count FROM strategies s JOIN plans p ON p.id = s.plan_id JOIN bodies b ON b.id = s.body_id WHERE p.opened_by && (SELECT keys_of($1::uuid, $2::timestamptz)) AND ($3 = '' OR b.kind = $4) AND ($5 = '' OR b.ancestors && ARRAY(SELECT r.id FROM bodies r WHERE r.code = $6 AND r.kind = 'region'))":
    "the register counts the strategies of all organisations, at most one each",
  'SELECT p.id AS "planId", p.title, b.code AS "bodyCode", b.name AS "bodyName", k.label AS kind, s.published_on AS "publishedOn", s.refresh_on AS "refreshOn", length(coalesce(s.sections ->> \'talent\', \'\')) >= 20 AS "hasTalent", EXISTS (SELECT FROM alignments a WHERE a.plan_id = p.id AND a.removed_at IS NULL) AS aligned FROM strategies s JOIN plans p ON p.id = s.plan_id JOIN bodies b ON b.id = s.body_id JOIN body_kinds k ON k.kind = b.kind WHERE p.opened_by && (SELECT keys_of($1::uuid, $2::timestamptz)) AND ($3 = \'\' OR b.kind = $4) AND ($5 = \'\' OR b.ancestors && ARRAY(SELECT r.id FROM bodies r WHERE r.code = $6 AND r.kind = \'region\')) ORDER BY k.position, b.name, p.id LIMIT $7 OFFSET $8':
    "the register puts the strategies of all organisations in order, at most one each",
  'SELECT f.id, f.key, f.number, f.plan_id AS "planId", v.title, f.version FROM frameworks f JOIN framework_versions v ON v.framework_id = f.id AND v.number = f.number ORDER BY v.title, f.key':
    "a nation has a handful of frameworks",
  "SELECT count(*) AS count FROM bodies b WHERE true AND true":
    "the whole list says how many there are: 20,000 entries of an index in the whole nation, 2 ms",
  'WITH linked AS ( UPDATE bodies b SET successor_id = s.id FROM jsonb_to_recordset($1::jsonb) AS r (code text, "successorCode" text) JOIN bodies s ON s.code = r."successorCode" WHERE b.code = r.code AND b.successor_id IS DISTINCT FROM s.id RETURNING b.id, s.id AS successor_id ) UPDATE bodies c SET parent_id = l.successor_id, version = c.version + 1 FROM linked l WHERE c.parent_id = l.id AND c.closed_on IS NULL AND c.id <> l.successor_id':
    "a file names thousands of organisations, and then to read all is less work than to look each up",
};

async function faultsOf(all: readonly Sent[]): Promise<string[]> {
  const found: string[] = [];
  for (const { route, sql, tables } of await tablesReadWhole(all)) {
    const words = sql.trim().replaceAll(/\s+/g, " ");
    if (!Object.hasOwn(allowed, words))
      found.push(`${route}: ${tables.join(", ")} by ${words.slice(0, 400)}`);
  }
  return found;
}

/** What one route sends for each of these, the most that it sent for one, and each statement once. */
async function seenOn(row: Row, cells: readonly Cell[]): Promise<{ count: number; statements: Asked[] }> {
  const statements = new Map<string, Asked>();
  let count = 0;
  for (const cell of cells) {
    const asked = await statementsOf(row, cell);
    count = Math.max(count, asked.length);
    for (const one of asked) if (!statements.has(one.sql)) statements.set(one.sql, one);
  }
  return { count, statements: [...statements.values()] };
}

test(`no page asks the database more than ${most} times, or reads a table whole that is long in a nation`, async () => {
  const counts = new Map<string, number>();
  const known = new Set<string>();
  const all: Sent[] = [];
  for (const row of expectations.filter(({ route }) => route.startsWith("GET "))) {
    const { count, statements } = await seenOn(row, readersOf(row));
    counts.set(row.route, count);
    const fresh = statements.filter(({ sql }) => !known.has(sql));
    fresh.forEach(({ sql }) => known.add(sql));
    all.push({ route: row.route, statements: fresh });
  }
  const often = [...counts].filter(([, count]) => count > most);
  process.stdout.write(
    `${counts.size} pages, ${known.size} statements, ${Math.max(...counts.values())} on one page at the most\n`,
  );
  expect(often.map(([route, count]) => `${route}: ${count} statements`)).toEqual([]);
  expect(await faultsOf(all)).toEqual([]);
  expect(known.size).toBeGreaterThan(30);
}, 240_000);

test("no form reads a table whole either", async () => {
  const known = new Set<string>();
  const all: Sent[] = [];
  for (const row of expectations.filter(({ route }) => !route.startsWith("GET "))) {
    const cell = bestCaller(row, nation);
    if (!cell) continue;
    const { statements } = await seenOn(row, [cell]);
    all.push({ route: row.route, statements: statements.filter(({ sql }) => !known.has(sql)) });
    statements.forEach(({ sql }) => known.add(sql));
  }
  expect(await faultsOf(all)).toEqual([]);
  expect(known.size).toBeGreaterThan(30);
}, 240_000);

describe("negative controls: what is wrong is noticed", () => {
  const faults = (sql: string): Promise<string[]> => faultsOf([{ route: "planted", statements: [{ sql }] }]);

  test.each([
    ["a look-up with no index", "select id from users where name = 'x'"],
    ["an index under another form of the column", "select id from users where lower(email) = 'x'"],
    ["a word anywhere in a text", "select id from bodies where purpose like '%x%' limit 5"],
    [
      "a join with no index",
      "select 1 from users u join bodies b on b.contact_email = u.email where u.id = gen_random_uuid()",
    ],
    [
      "a walk along an index that throws most away",
      "select id from bodies where town = 'x' order by (closed_on is not null), name limit 5",
    ],
    ["all of a table, put in order", "select id from users order by name limit 5"],
    ["a table that holds nothing yet", "select id from body_imports where uploaded_by = gen_random_uuid()"],
  ])("%s", async (_, sql) => expect(await faults(sql)).toHaveLength(1));

  test.each([
    ["a look-up by an index", "select id from users where email = 'x'"],
    [
      "a walk along an index until there are enough",
      "select id from bodies order by (closed_on is not null), name limit 5",
    ],
    ["a list of the program's own", "select * from body_kinds order by label"],
  ])("not so %s", async (_, sql) => expect(await faults(sql)).toEqual([]));

  test("an index that somebody takes away", async () => {
    const row = expectations.find(({ route }) => route === "GET /bodies/suggestions")!;
    const suggestions = [{ route: row.route, ...(await seenOn(row, readersOf(row))) }];
    expect(await faultsOf(suggestions)).toEqual([]);
    await asOwner(house.owner.database!, (client) => client.query("drop index bodies_by_search"));
    expect((await faultsOf(suggestions)).length).toBeGreaterThan(0);
  });

  test("a page that asks too often", async () => {
    const asked: Asked[] = [];
    const other = await openHouse({ undo: true, onStatement: (statement) => asked.push(statement) });
    other.app.get("/planted", async (c) => {
      for (let time = 0; time <= most; time += 1) await other.db.selectFrom("facts").select("name").execute();
      return c.text("often");
    });
    const cookie = (await other.session((await person(other.db)).id)).cookie;
    await other.attempt(async () =>
      other.app.request(`${other.origin}/planted`, { headers: { Cookie: cookie } }),
    );
    await other.close();
    expect(asked.length).toBeGreaterThan(most);
  });
});
