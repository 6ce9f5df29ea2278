import type { Flow } from "./open-id.ts";
import { lock, newToken, unlock } from "#platform/secrets.ts";

/** One attempt to sign on, kept in the browser under our lock for as long as it may take. */
export type SignOnFlow = Flow & {
  providerId: string;
  next: string;
  /** Whom to connect the sign-on to; empty for a sign-in. */
  connectTo: string;
  until: number;
};

export const flowMinutes = 10;

export function newFlow(given: {
  providerId: string;
  next: string;
  connectTo: string;
  at: Date;
}): SignOnFlow {
  const { at, ...rest } = given;
  return {
    ...rest,
    state: newToken(),
    nonce: newToken(),
    verifier: newToken() + newToken(),
    until: at.getTime() + flowMinutes * 60_000,
  };
}

export function sealFlow(key: Buffer, flow: SignOnFlow): string {
  return lock(key, JSON.stringify(flow));
}

/** The flow that this browser began, if it did, with this provider, and not too long ago. */
export function openFlow(
  key: Buffer,
  sealed: string | undefined,
  now: { providerId: string; at: Date },
): SignOnFlow | undefined {
  try {
    const flow: SignOnFlow = JSON.parse(unlock(key, sealed ?? ""));
    return flow.providerId === now.providerId && flow.until > now.at.getTime() ? flow : undefined;
  } catch {
    return undefined;
  }
}
