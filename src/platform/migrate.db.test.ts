import { Client } from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { testDatabase, type TestDatabase } from "#tests/setup/database.ts";
import { migrate, NewerDatabase } from "./migrate.ts";

let place: TestDatabase;
let owner: Client;

beforeEach(async () => {
  place = await testDatabase();
  owner = new Client(place.owner);
  await owner.connect();
});

afterEach(async () => {
  await owner.end();
  await place.drop();
});

async function fingerprint(): Promise<string> {
  const { rows } = await owner.query(
    "SELECT string_agg(table_name || column_name || data_type, ',' ORDER BY table_name, column_name) AS all FROM information_schema.columns WHERE table_schema = 'public'",
  );
  return rows[0].all;
}

describe("migrations", () => {
  test("are applied once: a second run changes nothing", async () => {
    const before = await fingerprint();
    await migrate(place.owner);
    expect(await fingerprint()).toBe(before);
  });

  test("a database from a newer version is refused with a sentence, and left as it was", async () => {
    await owner.query("INSERT INTO migrations (name, digest) VALUES ('9999_future.sql', 'x')");
    const before = await fingerprint();
    await expect(migrate(place.owner)).rejects.toThrow(NewerDatabase);
    await expect(migrate(place.owner)).rejects.toThrow(/newer .*9999_future\.sql.*nothing was changed/);
    expect(await fingerprint()).toBe(before);
  });

  test("a migration that was changed after it was applied is refused", async () => {
    await owner.query("UPDATE migrations SET digest = 'other' WHERE name = '0001_ground.sql'");
    await expect(migrate(place.owner)).rejects.toThrow("0001_ground.sql was changed after it was applied");
  });

  test("two programs that start at once both end well", async () => {
    await expect(Promise.all([migrate(place.owner), migrate(place.owner)])).resolves.toBeDefined();
  });
});
