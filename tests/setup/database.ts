import { randomBytes } from "node:crypto";
import type pg from "pg";
import { inject } from "vitest";
import { cloneDatabase, dropDatabase } from "./clone-database.ts";

/** A database of a test file's own. */
export type TestDatabase = { owner: pg.ClientConfig; app: pg.ClientConfig; drop: () => Promise<void> };

/** Clones the migrated template; nobody else sees what is written here. */
export async function testDatabase(): Promise<TestDatabase> {
  const server = inject("postgres");
  const database = `t_${process.pid}_${randomBytes(5).toString("hex")}`;
  await cloneDatabase(server, server.template, database);
  return {
    owner: { ...server.owner, database },
    app: { ...server.app, database },
    drop: () => dropDatabase(server, database),
  };
}
