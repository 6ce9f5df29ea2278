import { createReadStream, createWriteStream } from "node:fs";
import { open, rename } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { syncFolder } from "./durable-file.ts";
import { opening, sealing, turnStream, type BackupKey } from "./seal.ts";

/** A piece cannot stand in for another one, nor for one of another archive. */
const sealedName = (file: string): string =>
  path.join(path.basename(path.dirname(path.dirname(file))), path.basename(file));

/** Compresses a finished piece of the log, and encrypts it where there is a key. It is whole or not there. */
export async function packPiece(source: string, file: string, key: BackupKey | undefined): Promise<void> {
  const partial = `${file}.partial`;
  await pipeline([
    createReadStream(source),
    createGzip({ level: 1 }),
    ...(key ? [turnStream(sealing(key, sealedName(file)))] : []),
    createWriteStream(partial, { mode: 0o600 }),
  ]);
  const handle = await open(partial, "r");
  await handle.sync().finally(() => handle.close());
  await rename(partial, file);
  await syncFolder(path.dirname(file));
}

/** The other way. */
export async function unpackPiece(
  file: string,
  to: NodeJS.WritableStream,
  key: BackupKey | undefined,
): Promise<void> {
  const opened = key ? [turnStream(opening(key, sealedName(file)))] : [];
  await pipeline([createReadStream(file), ...opened, createGunzip(), to]);
}
