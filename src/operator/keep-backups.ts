import {
  backup,
  folderForBackup,
  pruneArchive,
  wholeBackups,
  type Cluster,
} from "#platform/postgres/index.ts";
import { copyAnchorFile } from "./anchor-file.ts";
import type { Ground } from "./open-ground.ts";
import { resolve } from "node:path";

const everyMilliseconds = 10 * 60_000;
const hour = 3_600_000;

/** Sees to it, beside the program, that an archive has a backup of the last day or so. */
export function keepBackups(ground: Ground): { stop: () => void } {
  const { cluster, keeping, log } = ground;
  if (!cluster?.archive) return { stop: () => undefined };
  let busy = false;
  let ended = false;
  const look = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    await keepOne(ground, cluster, cluster.archive!).catch((error: Error) => {
      // What was under way when the program was stopped is done by the next one.
      if (ended) return;
      log.error({ reason: error.message }, "A backup could not be made.");
      keeping?.failed("backup", new Date(), error.message);
    });
    busy = false;
  };
  const timer = setInterval(() => void look(), everyMilliseconds).unref();
  void look();
  return {
    stop: () => {
      ended = true;
      clearInterval(timer);
    },
  };
}

async function keepOne({ config, keeping, log }: Ground, cluster: Cluster, archive: string): Promise<void> {
  const dataDir = resolve(config.DATA_DIR);
  await copyAnchorFile(dataDir, archive);
  const last = (await wholeBackups(archive)).at(-1)?.manifest.at;
  const at = new Date();
  if (last) keeping?.succeeded("backup", new Date(last));
  if (last && !isDue(new Date(last), at)) return;
  const to = folderForBackup(archive, at);
  const done = await backup({ cluster, to, at, key: cluster.key });
  await copyAnchorFile(dataDir, to);
  keeping?.succeeded("backup", at);
  const pruned = await pruneArchive(archive, config.BACKUPS_KEPT);
  log.info({ to, files: done.files, bytes: done.bytes, pruned }, "A backup was made.");
}

/** Once a day, and in the small hours where there is a choice. */
export function isDue(last: Date, now: Date): boolean {
  const age = +now - +last;
  return age > 24 * hour || (age > 12 * hour && now.getUTCHours() < 5);
}
