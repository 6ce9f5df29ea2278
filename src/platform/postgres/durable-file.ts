import { chown, open, rename } from "node:fs/promises";
import path from "node:path";
import type { ServerAccount } from "./server-account.ts";

type Options = { mode?: number; account?: ServerAccount | undefined };

/** The file is there whole or not at all, also after a power cut. */
export async function writeDurably(file: string, text: string, options: Options = {}): Promise<void> {
  const partial = `${file}.partial`;
  const handle = await open(partial, "w", options.mode ?? 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  if (options.account) await chown(partial, options.account.uid, options.account.gid);
  await rename(partial, file);
  await syncFolder(path.dirname(file));
}

/** A rename is only durable once its folder is. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
