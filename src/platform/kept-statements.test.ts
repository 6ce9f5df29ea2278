import { expect, test } from "vitest";
import { KeptStatements } from "./kept-statements.ts";

const ask = (kept: KeptStatements, sql: string, times: number) =>
  Array.from({ length: times }, () => kept.nameOf(sql)).at(-1);

test("a statement gets a name when it comes often, and keeps it", () => {
  const kept = new KeptStatements();
  expect(ask(kept, "SELECT 1", 4)).toBeUndefined();
  const name = kept.nameOf("SELECT 1");
  expect(name).toBeDefined();
  expect(ask(kept, "SELECT 1", 100)).toBe(name);
});

test("two statements never share a name", () => {
  const kept = new KeptStatements();
  expect(ask(kept, "SELECT 1", 5)).not.toBe(ask(kept, "SELECT 2", 5));
});

test.each([
  ["begin"],
  ["insert into bodies (name) values ($1)"],
  ["select * from users where id = $1"],
  ["SELECT u.* FROM users u"],
])("%s is never kept", (sql) => {
  expect(ask(new KeptStatements(), sql, 100)).toBeUndefined();
});

test("a count is kept, though it is written with the same sign", () => {
  expect(ask(new KeptStatements(), "SELECT count(*) FROM users", 5)).toBeDefined();
});

test("no more are kept than a connection can carry", () => {
  const kept = new KeptStatements();
  const names = Array.from({ length: 1_000 }, (_, index) => ask(kept, `SELECT ${index}`, 10));
  expect(names.filter((name) => name !== undefined)).toHaveLength(200);
});
