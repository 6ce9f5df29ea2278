import { verifyJWT } from "better-auth/crypto";

/** The address that a link in a mail proves, if the link is ours, whole and not too old. */
export async function addressProvedBy(cookieSecret: string, token: string): Promise<string | undefined> {
  if (token.length < 16 || token.length > 1_000) return undefined;
  const claims = await verifyJWT<{ email?: string }>(token, cookieSecret);
  return claims?.email;
}
