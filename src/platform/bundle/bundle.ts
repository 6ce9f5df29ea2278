import { z } from "zod";
import { canonicalJson, contentDigest, NotCanonical, type PlainJson } from "../canonical-json.ts";
import { UnreadableFile } from "../unreadable-file.ts";
import { isSignedBy, signatureOf, type SigningKey } from "./signing-key.ts";

/** What one server hands to another: a thing whole, and who says so. */
export type Bundle = {
  format: typeof format;
  version: typeof version;
  /** What it holds, such as "plan". */
  kind: string;
  /** The server that signed it: its address and its public key. */
  server: { address: string; publicKey: string };
  /** When it was signed. */
  at: string;
  contents: PlainJson;
  /** SHA-256 of the contents. */
  digest: string;
  /** Ed25519 over all the rest. */
  signature: string;
};

export type NewBundle = { kind: string; contents: PlainJson; address: string; at: Date };

const format = "throughline-bundle";
const version = 1;
export const mostBundleBytes = 10 * 1024 * 1024;

/** The same contents, moment and key make the same bytes. */
export function writeBundle({ kind, contents, address, at }: NewBundle, key: SigningKey): Uint8Array {
  const unsigned = {
    format,
    version,
    kind,
    server: { address, publicKey: key.publicKey },
    at: at.toISOString(),
    contents,
    digest: contentDigest(contents),
  };
  const signature = signatureOf(canonicalJson(unsigned), key);
  return new TextEncoder().encode(canonicalJson({ ...unsigned, signature }));
}

/**
 * Reads a bundle and proves it: each byte is as it was signed. Who signed it is for the caller to judge. The text
 * must be canonical, so that nothing in it, not even a space or a name given twice, escapes the signature.
 */
export function readBundle(bytes: Uint8Array, kind: string): Bundle {
  if (bytes.length > mostBundleBytes) throw new UnreadableFile("The selected file must be smaller than 10MB");
  const text = textOf(bytes);
  const read = jsonOf(text);
  refuseOther(read);
  const parsed = shape.safeParse(read);
  if (!parsed.success || !isCanonical(read, text)) throw new UnreadableFile(changed);
  const { signature, ...unsigned } = parsed.data;
  if (contentDigest(unsigned.contents) !== unsigned.digest) throw new UnreadableFile(changed);
  if (!isSignedBy(unsigned.server.publicKey, signature, canonicalJson(unsigned)))
    throw new UnreadableFile(changed);
  if (parsed.data.kind !== kind) {
    throw new UnreadableFile(
      `The selected file holds another thing (${parsed.data.kind}) than is imported here (${kind})`,
    );
  }
  return parsed.data;
}

const noBundle = "The selected file is not a bundle from Throughline";
const changed =
  "The selected file was changed after it was signed, so nothing of it is taken: ask for it again where it came from";
const newer = "The selected file was made by a newer version of Throughline, which this one cannot read";

const shape = z.strictObject({
  format: z.literal(format),
  version: z.literal(version),
  kind: z.string().regex(/^[a-z][a-z-]{0,39}$/),
  server: z.strictObject({ address: z.string().max(300), publicKey: z.string().regex(/^[\w-]{43}$/) }),
  at: z.iso.datetime(),
  contents: z.custom<PlainJson>((value) => value !== undefined),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  signature: z.string().regex(/^[\w-]{86}$/),
});

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new UnreadableFile(looksLikeOurs(bytes) ? changed : noBundle);
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UnreadableFile(looksLikeOurs(Buffer.from(text)) ? changed : noBundle);
  }
}

/** Broken as it is, it was a bundle once: whoever sent it should know. */
function looksLikeOurs(bytes: Uint8Array): boolean {
  return Buffer.from(bytes).includes(`"format":"${format}"`);
}

function refuseOther(read: unknown): void {
  const claims = z.looseObject({ format: z.literal(format), version: z.unknown() }).safeParse(read);
  if (!claims.success) throw new UnreadableFile(noBundle);
  if (typeof claims.data.version === "number" && claims.data.version > version)
    throw new UnreadableFile(newer);
}

function isCanonical(read: unknown, text: string): boolean {
  try {
    return canonicalJson(read as PlainJson) === text;
  } catch (error) {
    if (error instanceof NotCanonical) return false;
    throw error;
  }
}
