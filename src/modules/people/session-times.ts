/** How long a session lasts: so long without a request, and so long altogether. */
export const idleMilliseconds = 30 * 60_000;
export const absoluteMilliseconds = 12 * 60 * 60_000;
/** How long a phone may enter numbers and notes after it was told that it may. */
export const phoneSeconds = 90 * 24 * 60 * 60;
const extendAfterMilliseconds = 60_000;

export function phoneExpiry(at: Date): Date {
  return new Date(at.getTime() + phoneSeconds * 1000);
}

export type SessionTimes = { createdAt: Date; lastUsedAt: Date; expiresAt: Date };

export function expiryFrom(at: Date, createdAt: Date = at): Date {
  return new Date(Math.min(at.getTime() + idleMilliseconds, createdAt.getTime() + absoluteMilliseconds));
}

export function isLive({ createdAt, expiresAt }: SessionTimes, at: Date): boolean {
  return at < expiresAt && at.getTime() < createdAt.getTime() + absoluteMilliseconds;
}

/** At most one write a minute, however busy somebody is. */
export function isDueForExtension({ lastUsedAt }: SessionTimes, at: Date): boolean {
  return at.getTime() - lastUsedAt.getTime() >= extendAfterMilliseconds;
}
