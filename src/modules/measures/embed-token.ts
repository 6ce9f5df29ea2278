import { createHmac, timingSafeEqual } from "node:crypto";

/** The address of an embedded picture: which one, signed, so that none can be guessed. */
export function embedToken(id: string, secret: string): string {
  return `${id}.${signature(id, secret)}`;
}

/** Which picture an address is of, if it was made here: to the letter, with nothing after it. */
export function readEmbedToken(token: string, secret: string): string | undefined {
  const id = token.split(".", 1)[0]!;
  const right = Buffer.from(embedToken(id, secret));
  const sent = Buffer.from(token);
  return sent.length === right.length && timingSafeEqual(sent, right) ? id : undefined;
}

function signature(id: string, secret: string): string {
  return createHmac("sha256", secret).update(`embedded series ${id}`).digest("base64url");
}
