import { Client } from "pg";
import { BadSetting, type Config } from "#platform/config.ts";
import { withOwner } from "./with-owner.ts";

/** Empties the database, for a developer. Real data needs the longer words. */
export async function resetCommand(config: Config, args: string[]): Promise<void> {
  if (config.DATABASE_URL && !args.includes("--yes-delete-everything")) {
    throw new BadSetting(
      "DATABASE_URL names a database that somebody brought: to delete everything in it, add -- --yes-delete-everything.",
    );
  }
  await withOwner(config, async (owner) => {
    const client = new Client(owner);
    await client.connect();
    await client.query(
      "DROP SCHEMA IF EXISTS jobs CASCADE; DROP SCHEMA public CASCADE; CREATE SCHEMA public;",
    );
    await client.end();
  });
  console.error("The database is empty. The next start fills it again.");
}
