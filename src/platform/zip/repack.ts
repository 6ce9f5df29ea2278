import { openZip } from "./open-zip.ts";
import { writeZip, type ZipEntry } from "./write-zip.ts";

const own = { entries: Infinity, unpackedBytes: Infinity, ratio: Infinity };

/**
 * A file that a library of ours wrote, packed again without the time of day, so that the same content is the same
 * bytes whenever it is made. Parts may be changed on the way.
 */
export async function repack(
  bytes: Uint8Array,
  change: (name: string, text: () => string) => string | undefined = () => undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  const zip = await openZip(bytes, own);
  const entries: ZipEntry[] = [];
  for (const name of zip.names) {
    if (name.endsWith("/")) continue;
    const pieces: Uint8Array[] = [];
    await zip.unpack(name, (piece) => pieces.push(piece));
    const content = Buffer.concat(pieces);
    entries.push({ name, content: change(name, () => content.toString("utf8")) ?? content });
  }
  return writeZip(entries);
}
