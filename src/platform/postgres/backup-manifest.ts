import { readFile, stat } from "node:fs/promises";
import { createHash } from "node:crypto";
import path from "node:path";
import { z } from "zod";
import { ClusterProblem } from "./cluster-problem.ts";
import { digestFile, eachOf } from "./digested-copy.ts";
import { writeDurably } from "./durable-file.ts";

/** A path inside the data folder, and never a way out of it. */
const inside = z.string().regex(/^(?!\/)(?!(.*\/)?\.\.?(\/|$))[^\0]+$/);

const manifest = z.object({
  format: z.literal(1),
  at: z.iso.datetime(),
  /** From when on the copy is whole: a restore to a moment has to be to a later one. */
  endAt: z.iso.datetime().optional(),
  /** The archive that holds the log which follows. */
  archive: z.string().optional(),
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
const seal = (text: string): string => `${createHash("sha256").update(text).digest("hex")}\n`;

export async function writeManifest(backup: string, content: Manifest): Promise<void> {
  const text = `${JSON.stringify(content)}\n`;
  await writeDurably(path.join(backup, "manifest.sha256"), seal(text));
  await writeDurably(manifestFile(backup), text);
}

/** Reads every byte of the backup and refuses it, naming the file, if one is not what was written. */
export async function verifyBackup(backup: string): Promise<Manifest> {
  const content = await readManifest(backup);
  await eachOf(content.files, (file) => verifyFile(backup, file));
  return content;
}

export async function readManifest(backup: string): Promise<Manifest> {
  const text = await readFile(manifestFile(backup), "utf8").catch(() => undefined);
  if (text === undefined)
    throw new ClusterProblem(
      `There is no whole backup in ${backup}: manifest.json, which is written last, is missing.`,
    );
  const sealed = await readFile(path.join(backup, "manifest.sha256"), "utf8").catch(() => "");
  if (sealed !== seal(text)) throw damaged(backup, "manifest.json");
  return manifest.parse(JSON.parse(text));
}

/** Where the log begins that a copy needs. */
export function firstSegment(content: Manifest): string {
  const names = content.files.flatMap(({ path: file }) => /^pg_wal\/([0-9A-F]{24})$/.exec(file)?.[1] ?? []);
  return names.toSorted()[0]!;
}

type File = Manifest["files"][number];

async function verifyFile(backup: string, file: File): Promise<void> {
  const place = path.join(backupData(backup), file.path);
  const size = await stat(place).then(
    (found) => found.size,
    () => undefined,
  );
  if (size === undefined)
    throw new ClusterProblem(
      `The backup in ${backup} is not whole and was not used: ${file.path} is missing.`,
    );
  if (size !== file.bytes || (await digestFile(place)).sha256 !== file.sha256)
    throw damaged(backup, file.path);
}

export const damaged = (backup: string, file: string): ClusterProblem =>
  new ClusterProblem(
    `The backup in ${backup} is damaged and was not used: ${file} is not what was backed up.`,
  );
