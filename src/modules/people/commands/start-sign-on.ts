import { isPerson } from "#platform/actor.ts";
import type { Context } from "#platform/perform.ts";
import { NotFound } from "#platform/problem.ts";
import { authorizationUrl } from "../open-id.ts";
import type { People } from "../people.ts";
import { maySignOnWith } from "../policy.ts";
import { unlock } from "#platform/secrets.ts";
import { newFlow, sealFlow } from "../sign-on-flow.ts";
import { findProvider } from "../store/sign-on.ts";

export const returnAddress = (baseUrl: string, providerId: string): string =>
  `${baseUrl}/sign-in/with/${providerId}/return`;

/** Where to send the browser, and what it has to bring back. Nothing is kept here meanwhile. */
export async function startSignOn(
  context: Context,
  people: People,
  input: { providerId: string; next: string },
): Promise<{ url: string; sealed: string }> {
  const { actor, at, db } = context;
  const row = await findProvider(db, input.providerId);
  if (!row || !maySignOnWith(row)) throw new NotFound();
  const flow = newFlow({
    providerId: row.id,
    next: input.next,
    connectTo: isPerson(actor) ? actor.id : "",
    at,
  });
  const provider = { ...row, clientSecret: unlock(people.vaultKey, row.clientSecret) };
  const url = await authorizationUrl(provider, returnAddress(people.baseUrl, row.id), flow);
  return { url, sealed: sealFlow(people.vaultKey, flow) };
}
