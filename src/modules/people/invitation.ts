import { createHmac } from "node:crypto";

export const mostDays = 14;
export const mostUses = 50;

/**
 * The word in an invitation's link, worked out from its id with the program's secret: whoever may see the
 * invitation can print its link again, and the table that holds its digest lets nobody in.
 */
export function invitationToken(key: Buffer, id: string): string {
  return createHmac("sha256", key).update(id).digest("base64url");
}

export function isInvitationToken(text: string | undefined): text is string {
  return text !== undefined && /^[\w-]{43}$/.test(text);
}

export type Openness = { usesLeft: number; expiresAt: Date; withdrawnAt: Date | null };

/** Why an invitation can be taken no more, in words for who holds it; nothing while it can. */
export function closedBecause({ usesLeft, expiresAt, withdrawnAt }: Openness, at: Date): string | undefined {
  if (withdrawnAt) return "It was withdrawn.";
  if (expiresAt <= at) return "It has run out.";
  return usesLeft === 0 ? "It was used as often as it could be." : undefined;
}
