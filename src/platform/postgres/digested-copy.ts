import { createHash } from "node:crypto";
import { open, type FileHandle } from "node:fs/promises";
import type { Turn } from "./seal.ts";

/** What a file holds, told in 64 characters. */
export type Digest = { bytes: number; sha256: string };

const largestChunk = 1 << 20;

/** How a file is turned when it is read and when it is written. What is told is what stands between the two. */
type Turns = { opened?: Turn | undefined; sealed?: Turn | undefined };

/** Copies a file and tells what was copied, on the way; the copy is on the disk when this returns. */
export async function digestedCopy(
  source: string,
  target: string,
  { opened, sealed }: Turns = {},
): Promise<Digest> {
  const to = await open(target, "wx", 0o600);
  try {
    const each = (bytes: Uint8Array) => writeAll(to, sealed ? sealed.each(bytes) : bytes);
    const digest = await digestFile(source, { opened, each });
    if (sealed) await writeAll(to, sealed.end());
    await to.sync();
    return digest;
  } finally {
    await to.close();
  }
}

export async function digestFile(
  source: string,
  { opened, each }: { opened?: Turn | undefined; each?: (bytes: Uint8Array) => Promise<unknown> } = {},
): Promise<Digest> {
  const hash = createHash("sha256");
  let total = 0;
  const take = async (bytes: Uint8Array): Promise<void> => {
    hash.update(bytes);
    total += bytes.length;
    await each?.(bytes);
  };
  const from = await open(source, "r");
  try {
    // Most of the thousand files are small. One byte more than a file shows its end in one read.
    const { size } = await from.stat();
    const chunk = Math.min(largestChunk, size + 1);
    const buffer = Buffer.allocUnsafe(chunk);
    for (;;) {
      const { bytesRead } = await from.read(buffer, 0, chunk, null);
      if (bytesRead === 0) break;
      const bytes = buffer.subarray(0, bytesRead);
      await take(opened ? opened.each(bytes) : bytes);
    }
    if (opened) await take(opened.end());
  } finally {
    await from.close();
  }
  return { bytes: total, sha256: hash.digest("hex") };
}

/** A write may take only a part. */
async function writeAll(to: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let done = 0; done < bytes.length;) done += (await to.write(bytes, done)).bytesWritten;
}

/** Several at a time: waiting for the disk is most of the work. Nothing is under way any more when it fails. */
export async function eachOf<Item>(items: Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const rest = items.values();
  let failed = false;
  const worker = async (): Promise<void> => {
    for (const item of rest) {
      if (failed) return;
      await work(item).catch((error: unknown) => {
        failed = true;
        throw error;
      });
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: 8 }, worker));
  const failure = ends.find((end) => end.status === "rejected");
  if (failure) throw failure.reason;
}
