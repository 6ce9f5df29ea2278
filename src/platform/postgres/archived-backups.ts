import { readdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { archiveFolder, backupsFolder, logFolder } from "./archive.ts";
import { listPieces } from "./archived-log.ts";
import { firstSegment, readManifest, type Manifest } from "./backup-manifest.ts";
import { codeOf } from "./failure.ts";

/** A whole backup in an archive. */
export type ArchivedBackup = { folder: string; manifest: Manifest };

/** "2026-11-24T19-00-05Z", so that the order of names is that of time. */
export function folderForBackup(archive: string, at: Date): string {
  const name = at
    .toISOString()
    .replace(/\.\d+Z$/, "Z")
    .replaceAll(":", "-");
  return path.join(backupsFolder(archive), name);
}

/** The newest that was whole at that moment, in whichever archive below this folder; the newest of all without one. */
export async function findBackup(within: string, moment?: Date): Promise<string | undefined> {
  const archives = await namesIn(within);
  const all = await Promise.all(archives.map((id) => wholeBackups(path.join(within, id))));
  const usable = all.flat().filter(({ manifest }) => !moment || wholeAt(manifest) <= moment);
  return usable.toSorted((one, other) => +wholeAt(other.manifest) - +wholeAt(one.manifest))[0]?.folder;
}

/** The folder of the archive that a backup belongs to. */
export async function archiveOfBackup(backup: string, within: string): Promise<string | undefined> {
  const { archive } = await readManifest(backup);
  return archive && archiveFolder(within, archive);
}

export const wholeAt = (manifest: Manifest): Date => new Date(manifest.endAt ?? manifest.at);

/** Those that were finished, the oldest first. */
export async function wholeBackups(archive: string): Promise<ArchivedBackup[]> {
  const folders = (await namesIn(backupsFolder(archive))).map((name) =>
    path.join(backupsFolder(archive), name),
  );
  const found: ArchivedBackup[] = [];
  for (const folder of folders) {
    const text = await readFile(path.join(folder, "manifest.json"), "utf8").catch(() => undefined);
    if (text !== undefined) found.push({ folder, manifest: await readManifest(folder) });
  }
  return found;
}

/** Keeps the newest backups and the log from the oldest of them on. */
export async function pruneArchive(
  archive: string,
  kept: number,
): Promise<{ backups: number; pieces: number }> {
  const backups = await wholeBackups(archive);
  const stale = backups.slice(0, -kept);
  for (const { folder } of stale) await removeBackup(folder);
  await removeUnfinished(archive);
  const first = backups.at(-kept) ?? backups[0];
  if (!first) return { backups: 0, pieces: 0 };
  const needless = (await listPieces(archive)).filter(
    (piece) => piece.segment < firstSegment(first.manifest),
  );
  for (const { file } of needless) await rm(path.join(logFolder(archive), file), { force: true });
  return { backups: stale.length, pieces: needless.length };
}

/** What a program that was killed left of one. Pruning follows a backup, so none is under way. */
async function removeUnfinished(archive: string): Promise<void> {
  const whole = new Set((await wholeBackups(archive)).map(({ folder }) => folder));
  for (const name of await namesIn(backupsFolder(archive))) {
    const folder = path.join(backupsFolder(archive), name);
    if (!whole.has(folder)) await removeBackup(folder);
  }
}

/** The manifest first: what is left of a removal that was cut short is no backup. */
async function removeBackup(folder: string): Promise<void> {
  await rm(path.join(folder, "manifest.json"), { force: true });
  await rm(folder, { recursive: true, force: true });
}

async function namesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (codeOf(error) !== "ENOENT" && codeOf(error) !== "ENOTDIR") throw error;
    return [];
  });
  return names.toSorted();
}
