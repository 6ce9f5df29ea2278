import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

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

export async function removeAnchors(folder: string): Promise<void> {
  await rm(anchorFileIn(folder), { force: true });
}
