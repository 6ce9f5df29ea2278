import type { Person } from "#platform/actor.ts";
import { perform, type Context } from "#platform/perform.ts";
import { Conflict, Forbidden, Invalid, NotFound } from "#platform/problem.ts";
import type { BodySummary } from "#modules/places/index.ts";
import { issuerProblem } from "../open-id.ts";
import type { People } from "../people.ts";
import { mayManageSignOn, requireStrong } from "../policy.ts";
import { lock } from "#platform/secrets.ts";
import {
  deleteProvider,
  findProvider,
  insertProvider,
  updateProvider,
  type ProviderRow,
} from "../store/sign-on.ts";

type OwnContext = Context & { actor: Person };

/** A secret that is left empty stays what it was; it goes in, and never comes out again. */
export type ProviderInput = {
  name: string;
  issuer: string;
  clientId: string;
  clientSecret: string;
  emailDomains: string[];
  strongClaims: string[];
  enabled: boolean;
};

function authorise({ actor }: OwnContext, body: BodySummary): void {
  if (!mayManageSignOn(actor, body))
    throw new Forbidden("Sign-on is set up by an administrator.", `/bodies/${body.code}`);
  requireStrong(actor);
}

export async function addProvider(
  context: OwnContext,
  people: People,
  body: BodySummary,
  input: ProviderInput,
): Promise<void> {
  authorise(context, body);
  assertIssuer(people, input);
  if (input.clientSecret === "")
    throw new Invalid([{ field: "clientSecret", message: "Enter the client secret" }]);
  const values = { ...input, clientSecret: lock(people.vaultKey, input.clientSecret) };
  await perform(context, async (tx) => {
    const id = await insertProvider(tx, body.id, values);
    return { result: null, did: { action: "sign-on-added", kind: "sign-on", id, bodyId: body.id } };
  });
}

export type ProviderChange = { id: string; version: number; input: ProviderInput };

export async function changeProvider(
  context: OwnContext,
  people: People,
  body: BodySummary,
  change: ProviderChange,
): Promise<void> {
  authorise(context, body);
  assertIssuer(people, change.input);
  const { input, id, version } = change;
  const kept = await providerHere(context, body, id);
  const clientSecret =
    input.clientSecret === "" ? kept.clientSecret : lock(people.vaultKey, input.clientSecret);
  await perform(context, async (tx) => {
    if (!(await updateProvider(tx, id, { ...input, clientSecret, version })))
      throw changedMeanwhile(kept, input);
    return { result: null, did: { action: "sign-on-changed", kind: "sign-on", id, bodyId: body.id } };
  });
}

export async function removeProvider(context: OwnContext, body: BodySummary, id: string): Promise<void> {
  authorise(context, body);
  await providerHere(context, body, id);
  await perform(context, async (tx) => {
    await deleteProvider(tx, id);
    return { result: null, did: { action: "sign-on-removed", kind: "sign-on", id, bodyId: body.id } };
  });
}

async function providerHere({ db }: OwnContext, body: BodySummary, id: string): Promise<ProviderRow> {
  const row = await findProvider(db, id);
  if (!row || row.bodyId !== body.id) throw new NotFound();
  return row;
}

function assertIssuer(people: People, input: ProviderInput): void {
  const problem = issuerProblem(input.issuer, people.production);
  if (problem) throw new Invalid([{ field: "issuer", message: problem }]);
}

function changedMeanwhile(kept: ProviderRow, input: ProviderInput): Conflict {
  const fields = [
    { name: "name", label: "Name", yours: input.name, theirs: kept.name },
    { name: "issuer", label: "Issuer", yours: input.issuer, theirs: kept.issuer },
    { name: "clientId", label: "Client ID", yours: input.clientId, theirs: kept.clientId },
  ];
  return new Conflict(
    fields.filter((field) => field.yours !== field.theirs),
    kept.version,
  );
}
