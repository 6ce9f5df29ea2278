import { sql } from "kysely";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase, type TestDatabase } from "#tests/setup/database.ts";
import { openDatabase, type Database } from "./database.ts";

let own: TestDatabase;
let database: Database;

beforeAll(async () => {
  own = await testDatabase();
  database = openDatabase({ connection: own.app, poolSize: 1, statementTimeoutMs: 5_000 });
});
afterAll(async () => {
  await database.close();
  await own.drop();
});

const changeTables = async (statement: string): Promise<void> => {
  const owner = new Client(own.owner);
  await owner.connect();
  await owner.query(statement);
  await owner.end();
};

const often = async (work: () => Promise<unknown>): Promise<void> => {
  for (let round = 0; round < 6; round += 1) await work();
};

test("what is asked often is planned once", async () => {
  await often(() => sql`SELECT label FROM body_kinds WHERE kind = ${"ward"}`.execute(database.db));
  const { rows } = await database.pool.query("SELECT statement FROM pg_prepared_statements");
  expect(rows).toEqual([{ statement: "SELECT label FROM body_kinds WHERE kind = $1" }]);
});

test("a table that is changed under a running program costs one answer and not the next", async () => {
  await changeTables("CREATE TABLE notes (n integer); INSERT INTO notes VALUES (1)");
  const read = async () =>
    (await sql<{ n: unknown }>`SELECT n FROM notes WHERE n > ${0}`.execute(database.db)).rows;
  await often(read);
  await changeTables("ALTER TABLE notes ALTER n TYPE bigint");
  await expect(read()).rejects.toThrow("cached plan");
  expect(await read()).toEqual([{ n: 1 }]);
});
