import type { Readable } from "node:stream";
import { fromBufferPromise, type Entry, type ZipFile } from "yauzl";
import { UnreadableFile } from "../unreadable-file.ts";

export type ZipLimits = {
  entries: number;
  /** Of all that is unpacked, as it really comes out and not as the file says. */
  unpackedBytes: number;
  /** Deflate reaches a thousandfold; real sheets stay below fifty. Small files may be as repetitive as they like. */
  ratio: number;
};

export const usualZipLimits: ZipLimits = { entries: 2_000, unpackedBytes: 60 * 1024 * 1024, ratio: 100 };

export type Zip = {
  names: ReadonlySet<string>;
  /** Unpacks one file piece by piece. What is unpacked counts against the limits of the whole. */
  unpack(name: string, take: (piece: Uint8Array) => void): Promise<void>;
};

const damaged = "The selected file is damaged: open it in its own program, save it again and upload that";
const tooLarge = "The selected file is too large when it is unpacked";

/** Opens a packed file and refuses, before anything is unpacked, one that is built to do harm. */
export async function openZip(bytes: Uint8Array, limits: Partial<ZipLimits> = {}): Promise<Zip> {
  const bounds = { ...usualZipLimits, ...limits };
  const file = await orDamaged(
    fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), {
      lazyEntries: true,
      autoClose: false,
      validateEntrySizes: true,
      strictFileNames: true,
    }),
  );
  if (file.entryCount > bounds.entries) throw new UnreadableFile(tooLarge);
  const entries = await orDamaged(readEntries(file));
  refuseBombs(entries, bounds);
  let left = bounds.unpackedBytes;
  const take = (piece: Uint8Array) => {
    left -= piece.length;
    if (left < 0) throw new UnreadableFile(tooLarge);
    return piece;
  };
  return {
    names: new Set(entries.keys()),
    async unpack(name, pass) {
      const entry = entries.get(name);
      if (!entry) throw new UnreadableFile(damaged);
      const stream: Readable = await orDamaged(file.openReadStreamPromise(entry));
      await orDamaged(passOn(stream, (piece) => pass(take(piece))));
    },
  };
}

async function readEntries(file: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  for await (const entry of file.eachEntry()) {
    if (entries.has(entry.fileName)) throw new UnreadableFile(damaged);
    entries.set(entry.fileName, entry);
  }
  return entries;
}

async function passOn(stream: Readable, pass: (piece: Uint8Array) => void): Promise<void> {
  for await (const piece of stream) pass(piece as Uint8Array);
}

/** Whatever the unpacker says of a broken file is for programmers; the person gets one sentence. */
async function orDamaged<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw new UnreadableFile(sentenceFor(error as Error));
  }
}

function sentenceFor({ message }: Error): string {
  if (/encrypt/i.test(message)) return passwordProtected;
  if (/too many bytes|not enough bytes/.test(message))
    return "The selected file says a wrong size of what is packed in it";
  return damaged;
}

export const passwordProtected =
  "The selected file is password protected: take the password off and upload it again";

const packed = /\.(?:zip|7z|rar|gz|tgz|bz2|xz|zst|tar|cab|iso|jar)$/i;
const symbolicLink = 0o120000;
const smallBytes = 1024 * 1024;

function refuseBombs(entries: ReadonlyMap<string, Entry>, { unpackedBytes, ratio }: ZipLimits): void {
  const all = [...entries.values()];
  const total = all.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  if (total > unpackedBytes || all.some((entry) => isBlownUp(entry, ratio)))
    throw new UnreadableFile(tooLarge);
  if (all.some((entry) => entry.isEncrypted())) throw new UnreadableFile(passwordProtected);
  if (all.some(isLink)) throw new UnreadableFile("The selected file holds a link that leads out of it");
  if (all.some((entry) => packed.test(entry.fileName)))
    throw new UnreadableFile("The selected file holds another packed file: take it out and upload it again");
  if (overlaps(all)) throw new UnreadableFile(damaged);
}

function isBlownUp({ uncompressedSize, compressedSize }: Entry, ratio: number): boolean {
  return uncompressedSize > smallBytes && uncompressedSize > compressedSize * ratio;
}

function isLink({ externalFileAttributes }: Entry): boolean {
  return ((externalFileAttributes >>> 16) & 0o170000) === symbolicLink;
}

/** Two names for the same packed bytes unpack a small file into a huge one. */
function overlaps(entries: readonly Entry[]): boolean {
  const inOrder = entries.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  return inOrder.some((entry, index) => {
    const next = inOrder[index + 1];
    return (
      next && entry.relativeOffsetOfLocalHeader + 30 + entry.compressedSize > next.relativeOffsetOfLocalHeader
    );
  });
}
