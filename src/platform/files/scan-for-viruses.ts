import { UnreadableFile } from "../unreadable-file.ts";
import type { Zip } from "../zip/open-zip.ts";

/** Whether there is a virus in these bytes. Another scanner may be asked beside the one that is built in. */
export type Scanner = (bytes: Uint8Array) => boolean | Promise<boolean>;

export const virusFound = "The selected file contains a virus";

/** The file as it came, and everything that is packed in it. A scanner that fails lets nothing through. */
export async function scanForViruses(
  bytes: Uint8Array,
  zip: Zip | undefined,
  scanners: readonly Scanner[] = [],
): Promise<void> {
  const all: readonly Scanner[] = [isTestVirus, ...scanners];
  await scan(bytes, all);
  for (const name of zip?.names ?? []) {
    const pieces: Uint8Array[] = [];
    await zip!.unpack(name, (piece) => pieces.push(piece));
    await scan(Buffer.concat(pieces), all);
  }
}

async function scan(bytes: Uint8Array, scanners: readonly Scanner[]): Promise<void> {
  for (const scanner of scanners) {
    if (await asked(scanner, bytes)) throw new UnreadableFile(virusFound);
  }
}

async function asked(scanner: Scanner, bytes: Uint8Array): Promise<boolean> {
  try {
    return await scanner(bytes);
  } catch {
    throw new UnreadableFile(
      "The selected file could not be uploaded because it could not be scanned. Try again later",
    );
  }
}

/** The harmless text that every scanner takes for a virus, in parts, so that no scanner takes this file for one. */
const testVirus = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}", "$EICAR-STANDARD-", "ANTIVIRUS-TEST-FILE!", "$H+H*"].join(
  "",
);
const wrappings: readonly Buffer[] = [
  Buffer.from(testVirus, "latin1"),
  Buffer.from(testVirus, "utf16le"),
  Buffer.from(testVirus, "utf16le").swap16(),
  // In base64 its letters depend on where in three it begins; the whole threes in it do not.
  ...[0, 1, 2].map((skip) => {
    const rest = testVirus.slice((3 - skip) % 3);
    return Buffer.from(
      Buffer.from(rest.slice(0, rest.length - (rest.length % 3)), "latin1").toString("base64"),
    );
  }),
];

function isTestVirus(bytes: Uint8Array): boolean {
  const searched = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return wrappings.some((wrapping) => searched.includes(wrapping));
}
