import type { Context } from "#platform/perform.ts";
import { Forbidden, NotFound } from "#platform/problem.ts";
import type { BodySummary } from "#modules/places/index.ts";
import { mayManageSignOn, maySignOnWith, requireStrong } from "../policy.ts";
import { findProvider, listProvidersOf, searchProviders, type ProviderRow } from "../store/sign-on.ts";

/** All but the secret, which nobody reads again. */
export type ProviderShown = Omit<ProviderRow, "clientSecret">;

function shown({ clientSecret: _secret, ...rest }: ProviderRow): ProviderShown {
  return rest;
}

export async function providersOf(context: Context, body: BodySummary): Promise<ProviderShown[]> {
  authorise(context, body);
  return (await listProvidersOf(context.db, body.id)).map(shown);
}

export async function providerOf(context: Context, body: BodySummary, id: string): Promise<ProviderShown> {
  authorise(context, body);
  const row = await findProvider(context.db, id);
  if (!row || row.bodyId !== body.id) throw new NotFound();
  return shown(row);
}

function authorise({ actor }: Context, body: BodySummary): void {
  if (!mayManageSignOn(actor, body))
    throw new Forbidden("Sign-on is set up by an administrator.", `/bodies/${body.code}`);
  requireStrong(actor);
}

export type Choice = { id: string; name: string };

/** The sign-ons that fit what a visitor typed; nothing before they typed something. */
export async function signOnChoices({ db }: Context, typed: string): Promise<Choice[]> {
  if (typed.length < 3) return [];
  const rows = await searchProviders(db, typed);
  return rows.filter(maySignOnWith).map(({ id, name }) => ({ id, name }));
}
