import { chown, mkdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { backupData, damaged, verifyBackup, type Manifest } from "./backup-manifest.ts";
import { forgetArchive } from "./archive.ts";
import type { ArchivedPiece } from "./archived-log.ts";
import { installBinaries, packagedBinaries } from "./binaries.ts";
import { hasData, markFilled, prepareHome, restoringFile, type ClusterHome } from "./cluster-home.ts";
import { ClusterProblem } from "./cluster-problem.ts";
import { lockDataFolder } from "./data-folder-lock.ts";
import { digestedCopy, eachOf } from "./digested-copy.ts";
import { syncFolder, writeDurably } from "./durable-file.ts";
import { piecesFor, recover, type RecoveryTarget, type RecoveryWay } from "./recover.ts";
import { opening, type BackupKey } from "./seal.ts";
import { forgetSecrets } from "./secrets.ts";
import { clearRemains } from "./server.ts";

export type RestoreOptions = {
  /** The folder of the backup. */
  from: string;
  dataDir: string;
  at: Date;
  /** Put the backup in the place of a database that is there; that one is moved aside, not removed. */
  replace?: boolean;
  /** Go on from the backup along the archived log. */
  recover?: RecoveryTarget | undefined;
  /** With which backup and log were encrypted. */
  key?: BackupKey | undefined;
};

export type RestoreDone = {
  /** When the backup was made. */
  backupAt: string;
  files: number;
  /** When the last change was made that the log brought, if it went along one. */
  lastChange: Date | undefined;
  /** Where the database that was there before is now. */
  movedTo: string | undefined;
};

/** Puts a backup back, after reading all of it; the next start recovers it and gives it new passwords. */
export async function restore(options: RestoreOptions): Promise<RestoreDone> {
  const dataDir = path.resolve(options.dataDir);
  const { key } = options;
  const content = await verifyBackup(options.from, key);
  await refuseOtherPostgres(content);
  const pieces = options.recover && (await piecesFor(content, options.recover));
  const lock = await lockDataFolder(dataDir);
  try {
    const place = await prepareHome(dataDir);
    if (hasData(place.home) && !options.replace)
      throw new ClusterProblem(
        `The data folder ${dataDir} already holds a database: restore into another folder, or say that it is to be replaced.`,
      );
    await copyIn(options.from, content, place, key);
    const lastChange = pieces && (await recoverCopy(place, pieces, { to: options.recover!.to, key }));
    const movedTo = await swapIn(place, options.at);
    await markFilled(dataDir);
    return { backupAt: content.at, files: content.files.length, lastChange, movedTo };
  } finally {
    await lock.release();
  }
}

async function refuseOtherPostgres(content: Manifest): Promise<void> {
  const { major } = await packagedBinaries();
  if (content.postgres !== major)
    throw new ClusterProblem(
      `The backup was made with PostgreSQL ${content.postgres} and this program has ${major}: restore it with the version of the program that made it.`,
    );
}

const partialData = (place: ClusterHome): string => `${place.dataPath}.partial`;

async function copyIn(
  from: string,
  content: Manifest,
  place: ClusterHome,
  key: BackupKey | undefined,
): Promise<void> {
  const partial = partialData(place);
  const give = async (target: string): Promise<void> => {
    if (place.account) await chown(target, place.account.uid, place.account.gid);
  };
  await rm(partial, { recursive: true, force: true });
  for (const folder of ["", ...content.folders]) {
    await mkdir(path.join(partial, folder), { mode: 0o700 });
    await give(path.join(partial, folder));
  }
  await eachOf(content.files, async (file) => {
    const target = path.join(partial, file.path);
    const opened = key && opening(key, file.path);
    const copied = await digestedCopy(path.join(backupData(from), file.path), target, { opened });
    if (copied.sha256 !== file.sha256) throw damaged(from, file.path);
    await give(target);
  });
  for (const folder of ["", ...content.folders]) await syncFolder(path.join(partial, folder));
}

/** Before it takes its place, so that a log which does not get there changes nothing. */
async function recoverCopy(
  place: ClusterHome,
  pieces: readonly ArchivedPiece[],
  way: RecoveryWay,
): Promise<Date | undefined> {
  const copy = { ...place, dataPath: partialData(place) };
  return recover(copy, await installBinaries(place.home), pieces, way);
}

async function swapIn(place: ClusterHome, at: Date): Promise<string | undefined> {
  const marker = restoringFile(place.home);
  const aside = `${place.dataPath}-before-${at.toISOString().replaceAll(/[:.]/g, "-")}`;
  const replaces = hasData(place.home);
  await writeDurably(marker, "");
  if (replaces) {
    await clearRemains(place.dataPath);
    await rename(place.dataPath, aside);
  }
  await forgetSecrets(place.home);
  await forgetArchive(place.home);
  await rename(partialData(place), place.dataPath);
  await syncFolder(place.home);
  await rm(marker);
  return replaces ? aside : undefined;
}
