import { derivedKey } from "#platform/secrets.ts";
import type { Services } from "#web/env.ts";

/** What this module makes once for a process. */
export type Plans = {
  baseUrl: string;
  /** What the links of a team's invitations are made with. */
  invitationKey: Buffer;
};

export function createPlans({ config, secret }: Pick<Services, "config" | "secret">): Plans {
  return { baseUrl: config.BASE_URL, invitationKey: derivedKey(secret, "team-invitations") };
}
