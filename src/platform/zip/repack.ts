import { openZip } from "./open-zip.ts";
import { writeZip, type ZipEntry } from "./write-zip.ts";

const own = { entries: Infinity, unpackedBytes: Infinity, ratio: Infinity };

/**
 * A file that a library of ours wrote, packed again without the time of day, so that the same content is the same
 * bytes whenever it is made.
 */
export async function repack(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  return writeZip(await unpackOwn(bytes));
}

/** All parts of a file that a library of ours wrote, which needs no limits. */
export async function unpackOwn(bytes: Uint8Array): Promise<ZipEntry[]> {
  const zip = await openZip(bytes, own);
  const entries: ZipEntry[] = [];
  for (const name of zip.names) {
    if (name.endsWith("/")) continue;
    const pieces: Uint8Array[] = [];
    await zip.unpack(name, (piece) => pieces.push(piece));
    entries.push({ name, content: Buffer.concat(pieces) });
  }
  return entries;
}
