import { createHmac, timingSafeEqual } from "node:crypto";
import { derivedKey } from "./secrets.ts";

function mark(secret: string, purpose: string, word: string): string {
  return createHmac("sha256", derivedKey(secret, `signed:${purpose}`))
    .update(word)
    .digest("base64url");
}

/** A word that can travel through mail and browsers, and comes back as ours or not at all. */
export function signWord(secret: string, purpose: string, word: string): string {
  return `${word}.${mark(secret, purpose, word)}`;
}

export function openWord(secret: string, purpose: string, signed: string): string | undefined {
  const at = signed.lastIndexOf(".");
  if (at < 1) return undefined;
  const word = signed.slice(0, at);
  const given = Buffer.from(signed.slice(at + 1));
  const own = Buffer.from(mark(secret, purpose, word));
  return given.length === own.length && timingSafeEqual(given, own) ? word : undefined;
}
