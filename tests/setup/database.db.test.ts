import { Client, type ClientConfig } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase, type TestDatabase } from "./database.ts";

let database: TestDatabase;
let began: number;
beforeAll(async () => {
  began = performance.now();
  database = await testDatabase();
  began = performance.now() - began;
});
afterAll(() => database.drop());

const ask = async (config: ClientConfig, sql: string): Promise<unknown[]> => {
  const client = new Client(config);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
};

test("a test file gets a database of its own, quickly", async () => {
  await ask(database.owner, "create table note (text text)");
  const other = await testDatabase();
  expect(await ask(other.owner, "select to_regclass('note') as found")).toEqual([{ found: null }]);
  await other.drop();
  expect(began).toBeLessThan(2_000);
});

test("the owner may create the trusted extensions and is no superuser", async () => {
  await ask(database.owner, "create extension if not exists pg_trgm");
  await ask(database.owner, "create extension if not exists unaccent");
  await expect(ask(database.owner, "create role intruder")).rejects.toThrow("permission denied");
});

test("the program's role owns nothing and creates nothing", async () => {
  await expect(ask(database.app, "create table intruder ()")).rejects.toThrow("permission denied");
  const owned = "select count(*)::int as count from pg_class where relowner = 'throughline_app'::regrole";
  expect(await ask(database.app, owned)).toEqual([{ count: 0 }]);
});
