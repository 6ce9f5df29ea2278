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

/** Where the write-ahead log of one cluster is kept, without a gap, with the backups that it begins from. */
export type Archive = {
  folder: string;
  /** Where the server lays a finished piece of its log, beside its data: it need not reach the archive itself. */
  spool: string;
};

/** archive.json in the cluster's home. A restored database gets none, so that it begins an archive of its own. */
const note = z.object({ id: z.string().regex(/^[0-9a-f]{16}$/), within: z.string() });
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

export async function openArchive(place: ClusterHome, folder: string): Promise<Archive> {
  const within = path.resolve(folder);
  const found = readArchiveNote(place.home);
  const id = found?.id ?? randomBytes(8).toString("hex");
  const archive = archiveFolder(within, id);
  await makeWritable(within, [logFolder(archive), backupsFolder(archive)]);
  if (found?.within !== within)
    await writeDurably(noteFile(place.home), `${JSON.stringify({ id, within })}\n`, {
      account: place.account,
    });
  return { folder: archive, spool: await makeSpool(place) };
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
