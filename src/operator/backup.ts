import { resolve } from "node:path";
import { createLog } from "#platform/log.ts";
import { BadSetting, type Config } from "#platform/config.ts";
import { backup, withCluster } from "#platform/postgres/index.ts";
import { readAnchorFile, writeAnchorFile } from "./anchor-file.ts";
import { backupKeyOf } from "./backup-key.ts";
import { refuseNewerData } from "./written-by.ts";

/** Copies the embedded database, running or not, into an empty folder; the audit's outside heads go along. */
export async function backupCommand(config: Config, args: string[]): Promise<void> {
  const [to] = args;
  if (!to)
    throw new BadSetting(
      `Name an empty folder for the backup: npm run backup -- FOLDER${config.ARCHIVE_DIR ? " (those in ARCHIVE_DIR are made by the program itself, every day)" : ""}`,
    );
  if (config.DATABASE_URL) {
    throw new BadSetting(
      "DATABASE_URL names a PostgreSQL of your own: back it up with its own tools (see docs/backup.md).",
    );
  }
  const dataDir = resolve(config.DATA_DIR);
  await refuseNewerData(dataDir);
  const key = backupKeyOf(config);
  const log = createLog({ LOG_LEVEL: "silent" });
  // Before the copy: a head of what is written during it would be one of an entry that is not in it.
  const anchors = await readAnchorFile(dataDir);
  const started = performance.now();
  const done = await withCluster({ dataDir, log, key }, (cluster) =>
    backup({ cluster, to, at: new Date(), key }),
  );
  await writeAnchorFile(to, anchors);
  const megabytes = (done.bytes / 1024 / 1024).toFixed(0);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.error(
    `Backed up ${done.files.toLocaleString("en-GB")} files (${megabytes} MB) to ${resolve(to)} in ${seconds} s${key ? ", encrypted" : ""}.`,
  );
}
