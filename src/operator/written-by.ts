import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { NewerDatabase, readMigrations } from "#platform/migrate.ts";
import { writeDurably } from "#platform/postgres/durable-file.ts";

const note = z.object({ migrations: z.array(z.string()) });

const noteFile = (dataDir: string): string => join(dataDir, "written-by.json");

/**
 * The database itself says what has been done to it, but to ask it is to start it, which changes its files. This
 * note beside it lets a version that is too old turn away without touching anything.
 */
export async function refuseNewerData(dataDir: string): Promise<void> {
  const theirs = await readNote(dataDir);
  const ours = new Set((await readMigrations()).map((migration) => migration.name));
  const unknown = theirs.find((name) => !ours.has(name));
  if (unknown === undefined) return;
  throw new NewerDatabase(
    `The data in ${dataDir} was written by a newer version of Throughline (it already has ${unknown}) and has been left untouched: start that version, or restore a backup from before it.`,
  );
}

export async function noteVersion(dataDir: string): Promise<void> {
  const ours = (await readMigrations()).map((migration) => migration.name);
  if ((await readNote(dataDir)).join() === ours.join()) return;
  await writeDurably(noteFile(dataDir), `${JSON.stringify({ migrations: ours })}\n`, { mode: 0o644 });
}

/** For data that comes from elsewhere and may be older. */
export async function forgetVersion(dataDir: string): Promise<void> {
  await rm(noteFile(dataDir), { force: true });
}

async function readNote(dataDir: string): Promise<string[]> {
  const text = await readFile(noteFile(dataDir), "utf8").catch(() => undefined);
  return text === undefined ? [] : note.parse(JSON.parse(text)).migrations;
}
