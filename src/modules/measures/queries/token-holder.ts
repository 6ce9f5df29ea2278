import type { Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import { tokenDigest } from "#platform/secrets.ts";
import { maySeeSeries } from "../policy.ts";
import { noteTokenUse, readTokenHolder, type TokenHolder } from "../store/tokens.ts";

/** Whose key a program shows; nobody's, when it was revoked or has run out. */
export async function tokenHolder(
  { db, actor, at }: Context,
  token: string,
): Promise<TokenHolder | undefined> {
  if (!maySeeSeries(actor)) throw new Forbidden();
  const holder = await readTokenHolder(db, tokenDigest(token), at);
  if (holder) await noteTokenUse(db, holder.tokenId, at);
  return holder;
}
