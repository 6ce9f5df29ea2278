import type { Context } from "#platform/perform.ts";
import { isStrongProof, type Proof } from "../policy.ts";
import { newToken } from "#platform/secrets.ts";
import { expiryFrom } from "../session-times.ts";
import { insertSession } from "../store/sessions.ts";
import { endEarlierSession } from "./end-earlier-session.ts";

export type NewSession = { userId: string; proof: Proof; userAgent: string };

/** A session for somebody whom an organisation, or the demonstration, vouches for. The earlier one ends. */
export async function openSession(
  context: Context,
  { userId, proof, userAgent }: NewSession,
): Promise<string> {
  const { db, at } = context;
  await endEarlierSession(context);
  const token = newToken();
  const strong = isStrongProof(proof);
  await insertSession(db, { userId, token, strong, userAgent, at, createdAt: at, expiresAt: expiryFrom(at) });
  return token;
}
