import { addKnownServer, removeKnownServer } from "#platform/bundle/known-servers.ts";
import { fingerprint } from "#platform/bundle/signing-key.ts";
import { perform, type Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import { mayVouchForServers, requireStrongSession } from "../policy.ts";

/** From now on what this server signs comes in as coming from it. */
export async function vouchForServer(
  context: Context,
  server: { name: string; publicKey: string },
): Promise<void> {
  authorise(context);
  await perform(context, async (tx) => {
    await addKnownServer(tx, { ...server, at: context.at });
    const detail = { name: server.name, fingerprint: fingerprint(server.publicKey) };
    return {
      result: null,
      did: { action: "vouch-for-server", kind: "server", id: detail.fingerprint, detail },
    };
  });
}

export async function forgetServer(context: Context, publicKey: string): Promise<void> {
  authorise(context);
  await perform(context, async (tx) => {
    await removeKnownServer(tx, publicKey);
    return { result: null, did: { action: "forget-server", kind: "server", id: fingerprint(publicKey) } };
  });
}

function authorise({ actor }: Context): void {
  if (!mayVouchForServers(actor)) throw new Forbidden();
  requireStrongSession(actor);
}
