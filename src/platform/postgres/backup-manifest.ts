import { readFile, stat } from "node:fs/promises";
import { createHash } from "node:crypto";
import path from "node:path";
import { z } from "zod";
import { ClusterProblem } from "./cluster-problem.ts";
import { digestFile, eachOf } from "./digested-copy.ts";
import { writeDurably } from "./durable-file.ts";
import { markOf, opening, type BackupKey } from "./seal.ts";

/** A path inside the data folder, and never a way out of it. */
const inside = z.string().regex(/^(?!\/)(?!(.*\/)?\.\.?(\/|$))[^\0]+$/);

const manifest = z.object({
  format: z.literal(1),
  at: z.iso.datetime(),
  /** From when on the copy is whole: a restore to a moment has to be to a later one. */
  endAt: z.iso.datetime().optional(),
  /** The archive that holds the log which follows. */
  archive: z.string().optional(),
  /** With which its files are encrypted, and this list is signed. */
  key: z.string().optional(),
  postgres: z.int(),
  startLsn: z.string(),
  stopLsn: z.string(),
  folders: z.array(inside),
  files: z.array(z.object({ path: inside, bytes: z.int(), sha256: z.string().length(64) })),
});

/** Everything that is in a backup. It is written last, so a backup that has one is whole. */
export type Manifest = z.output<typeof manifest>;

export const backupData = (backup: string): string => path.join(backup, "data");

const manifestFile = (backup: string): string => path.join(backup, "manifest.json");
/** The second is there only with a key: whoever changes the list can reckon the first anew, and not the second. */
const seal = (text: string, key: BackupKey | undefined): string =>
  [createHash("sha256").update(text).digest("hex"), ...(key ? [markOf(key, text)] : []), ""].join("\n");

export async function writeManifest(backup: string, content: Manifest, key?: BackupKey): Promise<void> {
  const text = `${JSON.stringify(content)}\n`;
  await writeDurably(path.join(backup, "manifest.sha256"), seal(text, key));
  await writeDurably(manifestFile(backup), text);
}

/** Reads every byte of the backup and refuses it, naming the file, if one is not what was written. */
export async function verifyBackup(backup: string, key?: BackupKey): Promise<Manifest> {
  const content = await readManifest(backup);
  refuseOtherKey(backup, content, key);
  const { text, sealed } = await readSealed(backup);
  if (sealed !== seal(text, key)) throw damaged(backup, "manifest.json");
  await eachOf(content.files, (file) => verifyFile(backup, file, key));
  return content;
}

function refuseOtherKey(backup: string, content: Manifest, key: BackupKey | undefined): void {
  if (content.key === key?.id) return;
  if (!content.key)
    throw new ClusterProblem(
      `The backup in ${backup} is not encrypted and BACKUP_KEY_FILE is set, so it may not be one of yours: if it is, leave BACKUP_KEY_FILE out.`,
    );
  throw new ClusterProblem(
    key
      ? `The backup in ${backup} was encrypted with another key than the one that BACKUP_KEY_FILE names.`
      : `The backup in ${backup} is encrypted: set BACKUP_KEY_FILE to the file with its key.`,
  );
}

async function readSealed(backup: string): Promise<{ text: string; sealed: string }> {
  const text = await readFile(manifestFile(backup), "utf8").catch(() => undefined);
  if (text === undefined)
    throw new ClusterProblem(
      `There is no whole backup in ${backup}: manifest.json, which is written last, is missing.`,
    );
  return { text, sealed: await readFile(path.join(backup, "manifest.sha256"), "utf8").catch(() => "") };
}

/** What a backup says of itself. Whether somebody else said it, only `verifyBackup` finds out. */
export async function readManifest(backup: string): Promise<Manifest> {
  const { text, sealed } = await readSealed(backup);
  if (!sealed.startsWith(seal(text, undefined))) throw damaged(backup, "manifest.json");
  return manifest.parse(JSON.parse(text));
}

/** Where the log begins that a copy needs. */
export function firstSegment(content: Manifest): string {
  const names = content.files.flatMap(({ path: file }) => /^pg_wal\/([0-9A-F]{24})$/.exec(file)?.[1] ?? []);
  return names.toSorted()[0]!;
}

type File = Manifest["files"][number];

async function verifyFile(backup: string, file: File, key?: BackupKey): Promise<void> {
  const place = path.join(backupData(backup), file.path);
  const size = await stat(place).then(
    (found) => found.size,
    () => undefined,
  );
  if (size === undefined)
    throw new ClusterProblem(
      `The backup in ${backup} is not whole and was not used: ${file.path} is missing.`,
    );
  if ((!key && size !== file.bytes) || (await digestOf(place, file, key)) !== file.sha256)
    throw damaged(backup, file.path);
}

/** Nothing where it does not open: it is damaged then. */
async function digestOf(place: string, file: File, key: BackupKey | undefined): Promise<string | undefined> {
  if (!key) return (await digestFile(place)).sha256;
  const read = digestFile(place, { opened: opening(key, file.path) });
  return read.then(
    ({ sha256 }) => sha256,
    () => undefined,
  );
}

export const damaged = (backup: string, file: string): ClusterProblem =>
  new ClusterProblem(
    `The backup in ${backup} is damaged and was not used: ${file} is not what was backed up.`,
  );
