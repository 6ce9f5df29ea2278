import { constants } from "node:fs";
import { access, readdir, rm, stat } from "node:fs/promises";
import path from "node:path";
import { createHash } from "node:crypto";
import type { Keeping } from "../keeping.ts";
import type { Log } from "../log.ts";
import { logFolder, type Archive } from "./archive.ts";
import { listPieces, nameOfPiece } from "./archived-log.ts";
import { packPiece, unpackPiece } from "./archived-piece.ts";
import { ClusterProblem } from "./cluster-problem.ts";
import { digestFile } from "./digested-copy.ts";
import { messageOf } from "./failure.ts";
import type { BackupKey } from "./seal.ts";

/** Moves what the server has finished into the archive, for as long as it runs. */
export type ArchiveKeeper = { stop: () => Promise<void> };

const everyMilliseconds = 5_000;
const segmentName = /^[0-9A-F]{24}$/;

export type ArchiveKept = { archive: Archive; dataPath: string; log: Log; keeping?: Keeping | undefined };

export function keepArchive({ archive, dataPath, log, keeping }: ArchiveKept): ArchiveKeeper {
  let sweeping = Promise.resolve();
  let failing = "";
  const sweep = async (): Promise<void> => {
    try {
      await sweepSpool(archive);
      // Also with nothing to move: a share that is gone is found out before it is needed.
      await access(logFolder(archive.folder), constants.W_OK);
      await assertHandedOver(dataPath, new Date());
      failing = "";
      keeping?.succeeded("archive", new Date());
    } catch (error) {
      // Said once, not every five seconds: until it is mended, the spool grows beside the data.
      if (failing !== messageOf(error))
        log.error({ reason: messageOf(error) }, "The log of the database cannot be archived.");
      failing = messageOf(error);
      keeping?.failed("archive", new Date(), failing);
    }
  };
  const next = (): Promise<void> => (sweeping = sweeping.then(sweep));
  const timer = setInterval(() => void next(), everyMilliseconds).unref();
  return {
    stop: () => {
      clearInterval(timer);
      return next();
    },
  };
}

const longestWait = 120_000;

/** What the server has finished and cannot lay in the spool, as on a full disk, it tells nobody but this folder. */
async function assertHandedOver(dataPath: string, now: Date): Promise<void> {
  const folder = path.join(dataPath, "pg_wal", "archive_status");
  const waiting = (await readdir(folder)).filter((name) => name.endsWith(".ready"));
  for (const name of waiting) {
    const since = await stat(path.join(folder, name)).catch(() => undefined);
    if (since && +now - +since.mtime > longestWait)
      throw new ClusterProblem("The database cannot lay its log where it is fetched from.");
  }
}

/** In order, so that what is missing is always the end. */
export async function sweepSpool({ folder, spool, key }: Omit<Archive, "isLeft">): Promise<void> {
  const names = (await readdir(spool)).toSorted();
  const pieces = names.filter((name) => segmentName.test(name));
  for (const name of pieces) await keepPiece(folder, path.join(spool, name), key);
  // What else the server hands over only tells of backups and of branches that a restore here never takes.
  const rest = names.filter((name) => /^[0-9A-F]{8,24}\./.test(name));
  for (const name of rest) await rm(path.join(spool, name), { force: true });
}

/** Compressed and encrypted, then read back, and only then taken from the spool. What is in the archive is never written again. */
async function keepPiece(folder: string, source: string, key: BackupKey | undefined): Promise<void> {
  const segment = path.basename(source);
  const before = (await listPieces(folder)).find((piece) => piece.segment === segment);
  const target = path.join(
    logFolder(folder),
    before?.file ?? nameOfPiece(segment, (await stat(source)).mtime, key),
  );
  if (!before) await packPiece(source, target, key);
  if ((await digestPacked(target, key)) !== (await digestFile(source)).sha256)
    throw new ClusterProblem(`${target} is not what the database has handed over, and was left as it is.`);
  await rm(source);
}

async function digestPacked(file: string, key: BackupKey | undefined): Promise<string> {
  const hash = createHash("sha256");
  await unpackPiece(file, hash, key);
  return hash.digest("hex");
}
