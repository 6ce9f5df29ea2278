import { readdir } from "node:fs/promises";
import { codeOf } from "./failure.ts";
import { logFolder } from "./archive.ts";
import type { BackupKey } from "./seal.ts";

/** One finished piece of the write-ahead log. Its name says how far it goes, for people and for a restore. */
export type ArchivedPiece = { segment: string; finishedAt: Date; file: string };

const pieceName = /^([0-9A-F]{24})-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\.gz(?:\.sealed)?$/;

/** "00000001000000000000000A-20261124T190005Z.gz", with "sealed" behind it where it is encrypted. */
export function nameOfPiece(segment: string, finishedAt: Date, key?: BackupKey): string {
  const at = finishedAt.toISOString().replace(/\.\d+Z$/, "Z");
  return `${segment}-${at.replaceAll(/[-:]/g, "")}.gz${key ? ".sealed" : ""}`;
}

/** Every piece that an archive holds, in order. */
export async function listPieces(archive: string): Promise<ArchivedPiece[]> {
  const names = await readdir(logFolder(archive)).catch((error: unknown) => {
    if (codeOf(error) !== "ENOENT") throw error;
    return [];
  });
  return names.flatMap(pieceOf).toSorted((one, other) => (one.segment < other.segment ? -1 : 1));
}

function pieceOf(file: string): ArchivedPiece[] {
  const found = pieceName.exec(file);
  if (!found) return [];
  const [, segment, year, month, day, hour, minute, second] = found;
  const finishedAt = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return [{ segment: segment!, finishedAt, file }];
}

/** Those from one piece on, up to the first that is missing. */
export function unbrokenFrom(first: string, pieces: readonly ArchivedPiece[]): ArchivedPiece[] {
  const byNumber = new Map(pieces.map((piece) => [piece.segment, piece]));
  const run: ArchivedPiece[] = [];
  for (let segment = first; ; segment = following(segment)) {
    const piece = byNumber.get(segment);
    if (!piece) return run;
    run.push(piece);
  }
}

/** Pieces are numbered in two halves; with the usual size of 16 MB the lower one ends at FF. */
function following(segment: string): string {
  const [timeline, high, low] = [segment.slice(0, 8), segment.slice(8, 16), segment.slice(16)];
  const next = (BigInt(`0x${high}`) << 8n) + BigInt(`0x${low}`) + 1n;
  return timeline + hex(next >> 8n) + hex(next & 0xffn);
}

const hex = (number: bigint): string => number.toString(16).toUpperCase().padStart(8, "0");
