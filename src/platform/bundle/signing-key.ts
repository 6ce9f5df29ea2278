import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
  type KeyObject,
} from "node:crypto";

/** Ed25519. A public key travels as its 32 bytes in base64url. */
export type SigningKey = { privateKey: KeyObject; publicKey: string };

export function newSigningKey(): SigningKey {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  return { privateKey, publicKey: rawOf(publicKey) };
}

function rawOf(publicKey: KeyObject): string {
  return publicKey.export({ format: "jwk" }).x!;
}

export function privateKeyText({ privateKey }: SigningKey): string {
  return privateKey.export({ format: "pem", type: "pkcs8" }).toString();
}

export function signingKeyFrom(text: string): SigningKey {
  const privateKey = createPrivateKey(text);
  return { privateKey, publicKey: rawOf(createPublicKey(privateKey)) };
}

export function signatureOf(text: string, { privateKey }: SigningKey): string {
  return sign(null, Buffer.from(text), privateKey).toString("base64url");
}

/** False for whatever is no signature, no key, or no match. */
export function isSignedBy(publicKey: string, signature: string, text: string): boolean {
  const signed = Buffer.from(signature, "base64url");
  // Several texts stand for the same bytes; only the one that was written counts.
  if (signed.toString("base64url") !== signature) return false;
  try {
    const key = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x: publicKey }, format: "jwk" });
    return verify(null, Buffer.from(text), key, signed);
  } catch {
    return false;
  }
}

/** Short enough to be compared over the telephone: "1f3a 90c2 …". */
export function fingerprint(publicKey: string): string {
  const digest = createHash("sha256").update(Buffer.from(publicKey, "base64url")).digest("hex");
  return digest.slice(0, 24).match(/.{4}/g)!.join(" ");
}
