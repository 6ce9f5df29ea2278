import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { BadSetting, type Config } from "#platform/config.ts";
import { archiveOfBackup, findBackup, restore, type RestoreDone } from "#platform/postgres/index.ts";
import { headsUntil, putAnchorsAside, readAnchorFile, readAnchors, writeAnchorFile } from "./anchor-file.ts";
import { backupKeyOf } from "./backup-key.ts";
import { auditInWords } from "./audit-in-words.ts";
import { parseMoment, wallClock } from "./moment.ts";
import { noteRestored } from "./note-restored.ts";
import { forgetVersion } from "./written-by.ts";

type To = Date | "end" | undefined;

/** Reads a whole backup, refuses it when a byte is wrong, goes on to a moment if told, and only then puts it in place. */
export async function restoreCommand(config: Config, args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    options: { replace: { type: "boolean", default: false }, at: { type: "string" } },
    allowPositionals: true,
  });
  if (config.DATABASE_URL) {
    throw new BadSetting(
      "DATABASE_URL names a PostgreSQL of your own: restore it with its own tools (see docs/backup.md).",
    );
  }
  const now = new Date();
  const to = parseTarget(values.at, now);
  const from = positionals[0] ?? (await newestBackup(config, to));
  const recover = to && { archiveDir: archiveDir(config), to };
  const dataDir = resolve(config.DATA_DIR);
  const key = backupKeyOf(config);
  const done = await restore({ from, dataDir, at: now, replace: values.replace === true, recover, key });
  await forgetVersion(dataDir);
  await putAnchorsAside(dataDir, now);
  await writeAnchorFile(dataDir, await anchorsFor(config, from, to, done));
  announce(done, to);
  await followAudit(dataDir, done, to, now);
}

function parseTarget(text: string | undefined, now: Date): To {
  if (text === undefined || text === "end") return text;
  const moment = parseMoment(text);
  if (moment > now) throw new BadSetting(`${wallClock(moment)} has not come yet.`);
  return moment;
}

function archiveDir(config: Config): string {
  if (config.ARCHIVE_DIR) return resolve(config.ARCHIVE_DIR);
  throw new BadSetting("Set ARCHIVE_DIR to the folder that holds the archive: --at goes along its log.");
}

async function newestBackup(config: Config, to: To): Promise<string> {
  if (!to) throw new BadSetting("Name the folder of the backup: npm run restore -- FOLDER");
  const found = await findBackup(archiveDir(config), to === "end" ? undefined : to);
  if (found) return found;
  const before = to === "end" ? "" : ` from before ${wallClock(to)}`;
  throw new BadSetting(`There is no whole backup${before} in ${archiveDir(config)}.`);
}

/** Those kept with the log are as new as it is; with a backup alone, those that were put into it. */
async function anchorsFor(config: Config, from: string, to: To, done: RestoreDone): Promise<string> {
  const until = to === "end" ? done.lastChange : to;
  const archive = until && (await archiveOfBackup(from, archiveDir(config)));
  const kept = archive ? headsUntil(await readAnchorFile(archive), until) : "";
  return kept || readAnchorFile(from);
}

function announce(done: RestoreDone, to: To): void {
  console.error(
    `Restored the backup of ${wallClock(new Date(done.backupAt))} (${done.files.toLocaleString("en-GB")} files, every one checked).`,
  );
  const change = done.lastChange
    ? `the last change in it is of ${wallClock(done.lastChange)}`
    : "nothing was changed since";
  if (to) console.error(`Went on to ${to === "end" ? "the end of the archive" : wallClock(to)}: ${change}.`);
  if (done.movedTo) console.error(`The database that was there before is now in ${done.movedTo}.`);
}

async function followAudit(dataDir: string, done: RestoreDone, to: To, at: Date): Promise<void> {
  const anchors = await readAnchors(dataDir);
  const reached = to instanceof Date ? to.toISOString() : (done.lastChange?.toISOString() ?? done.backupAt);
  const { entries, faults } = await noteRestored(dataDir, anchors, {
    backupAt: done.backupAt,
    to: reached,
    at,
  });
  console.error(`Its audit: ${auditInWords({ entries, heads: anchors.length, faults })}`);
  if (faults > 0) process.exitCode = 1;
}
