import { constants, createReadStream, createWriteStream } from "node:fs";
import { access, open, readdir, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { createHash } from "node:crypto";
import type { Keeping } from "../keeping.ts";
import type { Log } from "../log.ts";
import { logFolder, type Archive } from "./archive.ts";
import { listPieces, nameOfPiece } from "./archived-log.ts";
import { ClusterProblem } from "./cluster-problem.ts";
import { digestFile } from "./digested-copy.ts";
import { syncFolder } from "./durable-file.ts";
import { messageOf } from "./failure.ts";

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
export async function sweepSpool({ folder, spool }: Archive): Promise<void> {
  const names = (await readdir(spool)).toSorted();
  const pieces = names.filter((name) => segmentName.test(name));
  for (const name of pieces) await keepPiece(folder, path.join(spool, name));
  // What else the server hands over only tells of backups and of branches that a restore here never takes.
  const rest = names.filter((name) => /^[0-9A-F]{8,24}\./.test(name));
  for (const name of rest) await rm(path.join(spool, name), { force: true });
}

/** Compressed, then read back, and only then taken from the spool. What is in the archive is never written again. */
async function keepPiece(folder: string, source: string): Promise<void> {
  const segment = path.basename(source);
  const before = (await listPieces(folder)).find((piece) => piece.segment === segment);
  const target = path.join(
    logFolder(folder),
    before?.file ?? nameOfPiece(segment, (await stat(source)).mtime),
  );
  if (!before) await compressDurably(source, target);
  if ((await digestCompressed(target)) !== (await digestFile(source)).sha256)
    throw new ClusterProblem(`${target} is not what the database has handed over, and was left as it is.`);
  await rm(source);
}

async function compressDurably(source: string, target: string): Promise<void> {
  const partial = `${target}.partial`;
  await pipeline(
    createReadStream(source),
    createGzip({ level: 1 }),
    createWriteStream(partial, { mode: 0o600 }),
  );
  const handle = await open(partial, "r");
  await handle.sync().finally(() => handle.close());
  await rename(partial, target);
  await syncFolder(path.dirname(target));
}

async function digestCompressed(file: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), createGunzip(), hash);
  return hash.digest("hex");
}
