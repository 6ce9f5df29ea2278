import type { Bundles } from "#platform/bundle/bundles.ts";
import { knownServers, type KnownServer } from "#platform/bundle/known-servers.ts";
import { fingerprint } from "#platform/bundle/signing-key.ts";
import type { Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import { mayVouchForServers } from "../policy.ts";

export type Servers = { own: string; known: (KnownServer & { fingerprint: string })[] };

/** Whose files are believed here, and by what others know this server. */
export async function servers(context: Context, bundles: Bundles): Promise<Servers> {
  if (!mayVouchForServers(context.actor)) throw new Forbidden();
  const known = await knownServers(context.db);
  return {
    own: await bundles.ownFingerprint(),
    known: known.map((server) => ({ ...server, fingerprint: fingerprint(server.publicKey) })),
  };
}
