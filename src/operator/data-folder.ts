import { open } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { BadSetting, type Config } from "#platform/config.ts";
import { createLog, type Log } from "#platform/log.ts";
import { makeFolder } from "#platform/make-folder.ts";

export async function prepareDataFolder(config: Config): Promise<string> {
  const dataDir = resolve(config.DATA_DIR);
  await makeFolder(dataDir).catch((error: Error) => {
    throw new BadSetting(`DATA_DIR: the folder ${dataDir} cannot be made (${error.message}).`);
  });
  return dataDir;
}

/** Where the log goes, or nothing for standard output. */
export function logFileOf(config: Config): string | undefined {
  if (config.LOG_FILE === "-") return undefined;
  return resolve(config.LOG_FILE ?? join(config.DATA_DIR, "throughline.log"));
}

/** A log that cannot be written is found out before anything else is begun. */
export async function openLog(config: Config): Promise<Log> {
  const file = logFileOf(config);
  if (file !== undefined) await touch(file);
  return createLog({ LOG_LEVEL: config.LOG_LEVEL, LOG_FILE: file });
}

async function touch(file: string): Promise<void> {
  try {
    await makeFolder(dirname(file));
    await (await open(file, "a")).close();
  } catch (error) {
    throw new BadSetting(`LOG_FILE: ${file} cannot be written to (${(error as Error).message}).`);
  }
}
