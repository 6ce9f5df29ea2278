import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { projectRoot } from "#platform/project-root.ts";
import { schemaTypesArguments } from "#db/schema-types.ts";
import { testDatabase, type TestDatabase } from "./setup/database.ts";

let place: TestDatabase;

beforeAll(async () => {
  place = await testDatabase();
});

afterAll(() => place.drop());

test("db/schema.ts is what the migrations make; if not, run npm run db:types", () => {
  const asked = spawnSync(
    join(projectRoot, "node_modules/.bin/kysely-codegen"),
    [...schemaTypesArguments(place.owner), "--verify"],
    { cwd: projectRoot, encoding: "utf8" },
  );
  expect(asked.stdout + asked.stderr).toContain("up-to-date");
  expect(asked.status).toBe(0);
});
