import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase, type TestDatabase } from "#tests/setup/database.ts";
import { person } from "#tests/world.ts";
import { openDatabase, type Database } from "../database.ts";
import { readyFile } from "./ready-file.ts";
import { deleteFile, findFile, listFiles, readFile, storeFile, type FileOwner } from "./store-file.ts";

let place: TestDatabase;
let app: Database;
let by: string;

beforeAll(async () => {
  place = await testDatabase();
  app = openDatabase({ connection: place.app, poolSize: 4, statementTimeoutMs: 5_000 });
  by = (await person(app.db)).id;
});

afterAll(async () => {
  await app.close();
  await place.drop();
});

const at = new Date("2026-04-01T09:00:00Z");
const owner = (): FileOwner => ({ kind: "plan", id: randomUUID() });

async function added(to: FileOwner, content = "Some words"): Promise<string> {
  const file = await readyFile(new TextEncoder().encode(content), "notes.md");
  return (await app.db.transaction().execute((tx) => storeFile(tx, { owner: to, file, by, at }))).id;
}

test("a file is kept whole, and is found at its own thing alone", async () => {
  const plan = owner();
  const id = await added(plan);
  const kept = await readFile(app.db, plan, id);
  expect(kept).toMatchObject({
    name: "notes.md",
    kind: "markdown",
    size: 10,
    uploadedBy: by,
    at,
    owner: plan,
  });
  expect(kept!.bytes.toString()).toBe("Some words");
  expect(await readFile(app.db, owner(), id)).toBeUndefined();
  expect(await readFile(app.db, { kind: "series", id: plan.id }, id)).toBeUndefined();
  expect(await findFile(app.db, "plan", id)).toMatchObject({ owner: plan });
  expect(await findFile(app.db, "series", id)).toBeUndefined();
});

test("a list has no bytes in it", async () => {
  const plan = owner();
  await added(plan);
  await added(plan, "More words");
  const files = await listFiles(app.db, plan);
  expect(files).toHaveLength(2);
  expect(files[0]).not.toHaveProperty("bytes");
  expect(await listFiles(app.db, plan, 1)).toHaveLength(1);
});

test("a file that is deleted is gone, bytes and all, once", async () => {
  const plan = owner();
  const id = await added(plan);
  const remove = () => app.db.transaction().execute((tx) => deleteFile(tx, plan, { id, at }));
  expect(await app.db.transaction().execute((tx) => deleteFile(tx, owner(), { id, at }))).toBe(false);
  expect(await remove()).toBe(true);
  expect(await remove()).toBe(false);
  expect(await readFile(app.db, plan, id)).toBeUndefined();
  expect(await listFiles(app.db, plan)).toEqual([]);
  const row = await app.db
    .selectFrom("files")
    .select(["bytes", "name"])
    .where("id", "=", id)
    .executeTakeFirst();
  expect(row).toEqual({ bytes: null, name: "notes.md" });
});

test.each([
  ["a kind that is none", { kind: "svg" }],
  ["a size that is not its own", { size: 5 }],
  ["more than 10 MB", { size: 10_485_761 }],
  ["no bytes without a deletion", { bytes: null }],
])("the database refuses %s", async (_, wrong) => {
  const right = {
    owner_kind: "plan",
    owner_id: randomUUID(),
    name: "a.txt",
    kind: "text",
    size: 1,
    sha256: Buffer.alloc(32),
    bytes: Buffer.from("a"),
    at,
  };
  await expect(
    app.db
      .insertInto("files")
      .values({ ...right, ...wrong })
      .execute(),
  ).rejects.toThrow("violates check constraint");
});
