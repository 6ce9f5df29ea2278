import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { AnchoredHead } from "#platform/audit.ts";

/** Where the audit's heads are kept outside the database. */
export function anchorFileIn(folder: string): string {
  return join(folder, "audit-heads.jsonl");
}

/** As they stand now, or nothing where none were written yet. */
export async function readAnchorFile(folder: string): Promise<string> {
  return readFile(anchorFileIn(folder), "utf8").catch(() => "");
}

export async function writeAnchorFile(folder: string, text: string): Promise<void> {
  if (text !== "") await writeFile(anchorFileIn(folder), text, { flush: true });
}

/** The heads of an audit that another takes the place of. */
export async function putAnchorsAside(folder: string, at: Date): Promise<void> {
  const aside = `${anchorFileIn(folder)}-before-${at.toISOString().replaceAll(/[:.]/g, "-")}`;
  await rename(anchorFileIn(folder), aside).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error;
  });
}

/** Beside the backups and the log, where whoever can change the database may not be able to. */
export async function copyAnchorFile(folder: string, to: string): Promise<void> {
  await writeAnchorFile(to, await readAnchorFile(folder));
}

/** The heads as they were written up to a moment. */
export function headsUntil(text: string, moment: Date): string {
  const lines = text.split("\n").filter((line) => line && new Date(parseLine(line).at) <= moment);
  return lines.map((line) => `${line}\n`).join("");
}

export async function readAnchors(folder: string): Promise<AnchoredHead[]> {
  const lines = (await readAnchorFile(folder)).split("\n").filter(Boolean);
  return lines.flatMap((line) => parseLine(line).heads);
}

const parseLine = (line: string): { at: string; heads: AnchoredHead[] } => JSON.parse(line);

export async function removeAnchors(folder: string): Promise<void> {
  await rm(anchorFileIn(folder), { force: true });
}
