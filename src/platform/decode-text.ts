import { UnreadableFile } from "./unreadable-file.ts";

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/**
 * The text in a file, whatever spreadsheet wrote it: UTF-8, UTF-16 with or without its mark, or Windows-1252 when
 * it is nothing else. Bytes that are no text at all are refused, never guessed at.
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: Encoding } {
  if (bytes.length === 0) throw new UnreadableFile("The selected file is empty");
  const encoding = markOf(bytes) ?? withoutMark(bytes);
  const text = decode(bytes, encoding);
  if (text === undefined || hasBinary(text, encoding)) {
    throw new UnreadableFile("The selected file is not a text file: save it as CSV and upload that");
  }
  if (text.trim() === "") throw new UnreadableFile("The selected file is empty");
  return { text, encoding };
}

function markOf([first, second, third]: Uint8Array): Encoding | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return undefined;
}

/** In UTF-16 every other byte of Western text is zero, which no other encoding of text has. */
function withoutMark(bytes: Uint8Array): Encoding {
  const sample = bytes.subarray(0, 1_024);
  const zeros = { even: 0, odd: 0 };
  sample.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2 === 0 ? "even" : "odd"] += 1;
  });
  const many = sample.length / 4;
  if (zeros.odd > many && zeros.even === 0) return "utf-16le";
  if (zeros.even > many && zeros.odd === 0) return "utf-16be";
  return decode(bytes, "utf-8") === undefined ? "windows-1252" : "utf-8";
}

function decode(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Where any byte makes a letter, control characters are the only sign that these are no letters. */
function hasBinary(text: string, encoding: Encoding): boolean {
  return (
    text.includes("\0") ||
    (encoding === "windows-1252" && /[\u0001-\u0008\u000E-\u001F\u0080-\u009F]/.test(text))
  );
}
