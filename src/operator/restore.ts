import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { BadSetting, type Config } from "#platform/config.ts";
import { restore } from "#platform/postgres/index.ts";
import { putAnchorsAside, readAnchorFile, writeAnchorFile } from "./anchor-file.ts";
import { forgetVersion } from "./written-by.ts";

/** Reads a whole backup, refuses it when a byte is wrong, and only then puts it in place. */
export async function restoreCommand(config: Config, args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    options: { replace: { type: "boolean", default: false } },
    allowPositionals: true,
  });
  const [from] = positionals;
  if (!from) throw new BadSetting("Name the folder of the backup: npm run restore -- FOLDER");
  if (config.DATABASE_URL) {
    throw new BadSetting(
      "DATABASE_URL names a PostgreSQL of your own: restore it with its own tools (see docs/backup.md).",
    );
  }
  const [dataDir, at] = [resolve(config.DATA_DIR), new Date()];
  const done = await restore({ from, dataDir, at, replace: values.replace === true });
  await forgetVersion(dataDir);
  await putAnchorsAside(dataDir, at);
  await writeAnchorFile(dataDir, await readAnchorFile(from));
  console.error(
    `Restored the backup of ${done.backupAt} (${done.files.toLocaleString("en-GB")} files, every one checked).`,
  );
  if (done.movedTo) console.error(`The database that was there before is now in ${done.movedTo}.`);
}
