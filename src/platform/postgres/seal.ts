import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { Transform } from "node:stream";
import { ClusterProblem } from "./cluster-problem.ts";
import { messageOf } from "./failure.ts";

/** The secret with which backups and the archive are encrypted. Its id tells one from another and gives nothing away. */
export type BackupKey = { secret: Buffer; id: string };

/** Turns a file into another on the way, a piece at a time. */
export type Turn = { each: (bytes: Uint8Array) => Uint8Array; end: () => Uint8Array };

const keyBytes = 32;

/** A line of 44 characters, as `openssl rand -base64 32` writes it. */
export function readBackupKey(file: string): BackupKey {
  const text = readKeyFile(file).trim();
  const secret = Buffer.from(text, "base64");
  if (secret.length !== keyBytes || secret.toString("base64") !== text)
    throw new ClusterProblem(
      `BACKUP_KEY_FILE: ${file} does not hold a key: make one with openssl rand -base64 32.`,
    );
  return { secret, id: derive(secret, "", "id").toString("hex").slice(0, 16) };
}

function readKeyFile(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new ClusterProblem(`BACKUP_KEY_FILE: ${file} cannot be read (${messageOf(error)}).`);
  }
}

function derive(secret: Buffer, salt: string | Uint8Array, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, salt, `throughline ${purpose}`, keyBytes));
}

/** Says that a text was written by somebody who has the key. */
export function markOf(key: BackupKey, text: string): string {
  return createHmac("sha256", derive(key.secret, "", "mark"))
    .update(text)
    .digest("hex");
}

const cipher = "aes-256-gcm";
const magic = Buffer.from("throughline sealed 1\n");
const saltBytes = 16;
const tagBytes = 16;
const headBytes = magic.length + saltBytes;
/** Longer than what is read at once; a length beyond it is no length of ours. */
const longestFrame = 1 << 24;
const lastFlag = 0x8000_0000;

/**
 * Frames of AES-256-GCM, as a file is read. Each file has a key of its own, made from a random salt and its name,
 * so that the count of its frames can be their nonce, and none can be moved, left out or put into another file. The
 * last frame says that it is the last: a file that was cut short does not open.
 */
export function sealing(key: BackupKey, name: string): Turn {
  const salt = randomBytes(saltBytes);
  const fileKey = derive(key.secret, salt, `file ${name}`);
  let count = 0;
  const frame = (bytes: Uint8Array, isLast: boolean): Buffer => {
    const begin = count === 0 ? [magic, salt] : [];
    const head = Buffer.alloc(4);
    head.writeUInt32BE((isLast ? lastFlag : 0) + bytes.length);
    const sealed = createCipheriv(cipher, fileKey, nonceOf(count++));
    sealed.setAAD(head);
    return Buffer.concat([...begin, head, sealed.update(bytes), sealed.final(), sealed.getAuthTag()]);
  };
  return { each: (bytes) => frame(bytes, false), end: () => frame(new Uint8Array(), true) };
}

/** The other way. What was not sealed with this key under this name, to the last byte, is refused. */
export function opening(key: BackupKey, name: string): Turn {
  let waiting: Buffer = Buffer.alloc(0);
  let fileKey: Buffer | undefined;
  let count = 0;
  let isEnded = false;
  const take = (length: number): Buffer => {
    const taken = waiting.subarray(0, length);
    waiting = waiting.subarray(length);
    return taken;
  };
  const begin = (): void => {
    if (!take(magic.length).equals(magic)) throw new NotOurs();
    fileKey = derive(key.secret, take(saltBytes), `file ${name}`);
  };
  const next = (): Buffer | undefined => {
    if (waiting.length < 4) return undefined;
    const length = waiting.readUInt32BE() % lastFlag;
    if (length > longestFrame || isEnded) throw new NotOurs();
    if (waiting.length < 4 + length + tagBytes) return undefined;
    const head = take(4);
    isEnded = head.readUInt32BE() >= lastFlag;
    const opened = createDecipheriv(cipher, fileKey!, nonceOf(count++), { authTagLength: tagBytes });
    opened.setAAD(head);
    const bytes = opened.update(take(length));
    opened.setAuthTag(take(tagBytes));
    opened.final();
    return bytes;
  };
  const each = (bytes: Uint8Array): Buffer => {
    waiting = Buffer.concat([waiting, bytes]);
    if (!fileKey && waiting.length < headBytes) return Buffer.alloc(0);
    if (!fileKey) begin();
    const opened: Buffer[] = [];
    for (let frame = next(); frame; frame = next()) opened.push(frame);
    return Buffer.concat(opened);
  };
  const end = (): Buffer => {
    if (!isEnded || waiting.length > 0) throw new NotOurs();
    return Buffer.alloc(0);
  };
  return { each, end };
}

class NotOurs extends Error {
  override readonly message = "it is not whole, or not what was sealed";
}

function nonceOf(count: number): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(count, 6, 6);
  return nonce;
}

/** The same between two streams. */
export function turnStream({ each, end }: Turn): Transform {
  return new Transform({
    transform: (bytes: Buffer, _, done) => settle(done, () => each(bytes)),
    flush: (done) => settle(done, end),
  });
}

function settle(done: (error: Error | null, bytes?: Uint8Array) => void, work: () => Uint8Array): void {
  let bytes: Uint8Array;
  try {
    bytes = work();
  } catch (error) {
    done(error as Error);
    return;
  }
  done(null, bytes);
}
