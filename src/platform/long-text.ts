import { createReadStream } from "node:fs";
import { UnreadableFile } from "./unreadable-file.ts";

/** A text file of any length, a piece at a time: UTF-8, or Windows-1252 where it is nothing else. */
export async function* longText(path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder((await isUtf8(path)) ? "utf-8" : "windows-1252");
  for await (const bytes of bytesOf(path)) yield asText(decoder.decode(bytes, { stream: true }));
  yield asText(decoder.decode());
}

function bytesOf(path: string): AsyncIterable<Uint8Array> {
  return createReadStream(path, { highWaterMark: 1024 * 1024 });
}

async function isUtf8(path: string): Promise<boolean> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for await (const bytes of bytesOf(path)) decoder.decode(bytes, { stream: true });
    decoder.decode();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

function asText(piece: string): string {
  if (piece.includes("\0")) throw new UnreadableFile("The file is not a text file: save it as CSV");
  return piece;
}
