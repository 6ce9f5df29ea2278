import { cp, mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { createLog } from "#platform/log.ts";
import { BadSetting, type Config } from "#platform/config.ts";
import { backup, withCluster } from "#platform/postgres/index.ts";
import { anchorFileIn } from "./anchor-file.ts";

/** Copies the embedded database, running or not, into an empty folder; the audit's outside heads go along. */
export async function backupCommand(config: Config, args: string[]): Promise<void> {
  const [to] = args;
  if (!to) throw new BadSetting("Name an empty folder for the backup: npm run backup -- FOLDER");
  if (config.DATABASE_URL) {
    throw new BadSetting(
      "DATABASE_URL names a PostgreSQL of your own: back it up with its own tools (see docs/backup.md).",
    );
  }
  const dataDir = resolve(config.DATA_DIR);
  const log = createLog({ LOG_LEVEL: "silent" });
  const started = performance.now();
  const done = await withCluster({ dataDir, log }, (cluster) => backup({ cluster, to, at: new Date() }));
  await mkdir(to, { recursive: true });
  await cp(anchorFileIn(dataDir), join(to, "audit-heads.jsonl")).catch(() => undefined);
  const megabytes = (done.bytes / 1024 / 1024).toFixed(0);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.error(
    `Backed up ${done.files.toLocaleString("en-GB")} files (${megabytes} MB) to ${resolve(to)} in ${seconds} s.`,
  );
}
