import type { Config } from "#platform/config.ts";
import { BadSetting } from "#platform/config.ts";
import { Client } from "pg";
import { openGround } from "./open-ground.ts";

/** Empties the database, for a developer. Real data needs the longer words. */
export async function resetCommand(config: Config, args: string[]): Promise<void> {
  if (config.DATABASE_URL && !args.includes("--yes-delete-everything")) {
    throw new BadSetting("DATABASE_URL names a database that somebody brought: to delete everything in it, add -- --yes-delete-everything.");
  }
  const ground = await openGround(config);
  try {
    const client = new Client(ground.owner);
    await client.connect();
    await client.query("DROP SCHEMA IF EXISTS jobs CASCADE; DROP SCHEMA public CASCADE; CREATE SCHEMA public;");
    await client.end();
  } finally {
    await ground.close();
  }
  console.error("The database is empty. The next start fills it again.");
}
