import { randomBytes } from "node:crypto";
import { accessSync, constants, existsSync, readFileSync } from "node:fs";
import { chown, mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { makeFolder } from "../make-folder.ts";
import type { ClusterHome } from "./cluster-home.ts";
import { ClusterProblem } from "./cluster-problem.ts";
import { writeDurably } from "./durable-file.ts";
import { messageOf } from "./failure.ts";
import type { BackupKey } from "./seal.ts";

/** Where the write-ahead log of one cluster is kept, without a gap, with the backups that it begins from. */
export type Archive = {
  folder: string;
  /** Where the server lays a finished piece of its log, beside its data: it need not reach the archive itself. */
  spool: string;
  key: BackupKey | undefined;
  /** What the server hands over stays in the spool, for the next who has the key. */
  isLeft: boolean;
};

/** archive.json in the cluster's home. A restored database gets none, so that it begins an archive of its own. */
const note = z.object({
  id: z.string().regex(/^[0-9a-f]{16}$/),
  within: z.string(),
  key: z.string().optional(),
});
type Note = z.output<typeof note>;

const noteFile = (home: string): string => path.join(home, "archive.json");

export const archiveFolder = (within: string, id: string): string => path.join(within, id);
export const logFolder = (archive: string): string => path.join(archive, "log");
export const backupsFolder = (archive: string): string => path.join(archive, "backups");

export function readArchiveNote(home: string): Note | undefined {
  const file = noteFile(home);
  return existsSync(file) ? note.parse(JSON.parse(readFileSync(file, "utf8"))) : undefined;
}

/** Without an archive the log goes on unkept: what follows is not the continuation of what was kept. */
export async function forgetArchive(home: string): Promise<void> {
  await rm(noteFile(home), { force: true });
}

export type ArchiveOptions = {
  folder: string;
  key?: BackupKey | undefined;
  /** Goes on with the archive that is there, whoever has its key. */
  goesOn?: boolean;
};

/** All of an archive is encrypted with one key, or nothing of it is: with another key another archive begins. */
export async function openArchive(
  place: ClusterHome,
  { folder, key, goesOn = false }: ArchiveOptions,
): Promise<Archive> {
  const within = path.resolve(folder);
  const noted = readArchiveNote(place.home);
  const isLeft = goesOn && noted !== undefined && noted.key !== key?.id;
  const found = isLeft || noted?.key === key?.id ? noted : undefined;
  const id = found?.id ?? randomBytes(8).toString("hex");
  const archive = archiveFolder(within, id);
  if (!isLeft) await makeWritable(within, [logFolder(archive), backupsFolder(archive)]);
  if (!isLeft && found?.within !== within)
    await writeDurably(noteFile(place.home), `${JSON.stringify({ id, within, key: key?.id })}\n`, {
      account: place.account,
    });
  return { folder: archive, spool: await makeSpool(place), key, isLeft };
}

async function makeWritable(within: string, folders: string[]): Promise<void> {
  try {
    for (const folder of folders) {
      await makeFolder(folder, 0o700);
      accessSync(folder, constants.W_OK);
    }
  } catch (error) {
    throw new ClusterProblem(`ARCHIVE_DIR: the folder ${within} cannot be written to (${messageOf(error)}).`);
  }
}

async function makeSpool({ home, account }: ClusterHome): Promise<string> {
  const spool = path.join(home, "spool");
  await mkdir(spool, { recursive: true, mode: 0o700 });
  if (account) await chown(spool, account.uid, account.gid);
  return spool;
}
