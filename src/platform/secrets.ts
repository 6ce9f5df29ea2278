import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from "node:crypto";

/** The few purposes there are, each worked out once: a key is asked for with every request. */
const derived = new Map<string, Buffer>();

/** One key for each purpose, so that what was signed or locked for one cannot be used for another. */
export function derivedKey(secret: string, purpose: string): Buffer {
  const name = `${purpose} of ${secret}`;
  const known = derived.get(name) ?? Buffer.from(hkdfSync("sha256", secret, "throughline", purpose, 32));
  derived.set(name, known);
  return known;
}

/** AES-256-GCM: what comes back is what went in, or an error; never something that was tampered with. */
export function lock(key: Buffer, text: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  const locked = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), locked]).toString("base64url");
}

export function unlock(key: Buffer, locked: string): string {
  const bytes = Buffer.from(locked, "base64url");
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
}

/** A word that cannot be guessed: 192 random bits. */
export function newToken(): string {
  return randomBytes(24).toString("base64url");
}

/** What is kept of a token, so that whoever reads the table cannot use the link. */
export function tokenDigest(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}

/** HMAC-SHA-256 in base64, as cookies are signed with. */
export function isSignature(signature: string, text: string, secret: string): boolean {
  const given = Buffer.from(signature);
  const own = Buffer.from(createHmac("sha256", secret).update(text).digest("base64"));
  return given.length === own.length && timingSafeEqual(given, own);
}
