import { z } from "zod";
import { isPerson } from "#platform/actor.ts";
import type { Tx } from "#platform/database.ts";
import { writeMail } from "#platform/mail.ts";
import type { Context } from "#platform/perform.ts";
import { NotFound, Problem } from "#platform/problem.ts";
import { countAttempt } from "#platform/rate-limit.ts";
import { exchange, type Claims } from "../open-id.ts";
import type { People } from "../people.ts";
import { mayEndSessionsOf, maySignOnWith } from "../policy.ts";
import { tokenDigest, unlock } from "#platform/secrets.ts";
import { openFlow, type SignOnFlow } from "../sign-on-flow.ts";
import { connect, findProvider, findUserOf, insertUnprovedUser, type ProviderRow } from "../store/sign-on.ts";
import { findUserByEmail } from "../store/users.ts";
import { verificationMail } from "../verification-mail.ts";
import { openSession } from "./open-session.ts";

/** Why a sign-on came to nothing, in words for the page that says so. */
export class SignOnRefused extends Problem {}

export type Returned = { providerId: string; sealed: string | undefined; query: string; userAgent: string };
export type SignedOn = { token: string; next: string; connected: boolean };

/** The way back from an organisation's sign-on: who it says this is becomes a session, or nothing does. */
export async function finishSignOn(context: Context, people: People, returned: Returned): Promise<SignedOn> {
  const { at, db } = context;
  const row = await findProvider(db, returned.providerId);
  if (!row || !maySignOnWith(row)) throw new NotFound();
  const flow = openFlow(people.vaultKey, returned.sealed, { providerId: row.id, at });
  if (!flow) throw new SignOnRefused("It took too long, or was begun in another browser.");
  await spend(context, flow);
  const claims = await claimsOf(people, { row, flow, query: returned.query });
  const userId = await personOf(context, people, { claims, flow });
  const proof = { by: "sign-on", claims: claims.proofs, strongClaims: row.strongClaims } as const;
  const token = await openSession(context, { userId, proof, userAgent: returned.userAgent });
  return { token, next: flow.next, connected: flow.connectTo !== "" };
}

/** Each attempt returns once, whatever the provider would take twice. */
async function spend({ db, at }: Context, flow: SignOnFlow): Promise<void> {
  const key = `sign-on:${tokenDigest(flow.state).toString("base64url")}`;
  await countAttempt(db, [{ key, most: 1, withinSeconds: 3600 }], at);
}

async function claimsOf(
  people: People,
  given: { row: ProviderRow; flow: SignOnFlow; query: string },
): Promise<Claims> {
  const { row, flow, query } = given;
  const returned = new URL(`${people.baseUrl}/sign-in/with/${row.id}/return${query}`);
  try {
    return await exchange(
      { ...row, clientSecret: unlock(people.vaultKey, row.clientSecret) },
      returned,
      flow,
    );
  } catch {
    throw new SignOnRefused("What your organisation sent back could not be trusted.");
  }
}

/**
 * The account is found by issuer and subject. An address in the claims opens no account that is there already:
 * its owner signs in the usual way and connects the sign-on from there.
 */
async function personOf(
  context: Context,
  people: People,
  { claims, flow }: { claims: Claims; flow: SignOnFlow },
): Promise<string> {
  const known = await findUserOf(context.db, claims);
  if (flow.connectTo !== "") return connectTo(context, { userId: flow.connectTo, claims, known });
  return known?.id ?? newcomer(context, people, { claims, next: flow.next });
}

type Connecting = { userId: string; claims: Claims; known: { id: string } | undefined };

async function connectTo({ db, actor }: Context, { userId, claims, known }: Connecting): Promise<string> {
  if (!isPerson(actor) || !mayEndSessionsOf(actor, userId)) {
    throw new SignOnRefused("You were signed out meanwhile. Sign in, then try again.");
  }
  if (known && known.id !== userId) throw new SignOnRefused("This sign-on belongs to another account.");
  if (!known) await db.transaction().execute((tx) => connect(tx, userId, claims));
  return userId;
}

async function newcomer(
  context: Context,
  people: People,
  { claims, next }: { claims: Claims; next: string },
): Promise<string> {
  const { at, db } = context;
  const email = z.email().safeParse(claims.email?.toLowerCase()).data;
  if (!email) throw new SignOnRefused("Your organisation did not send your email address.");
  if (await findUserByEmail(db, email)) {
    throw new SignOnRefused(
      "There is an account with your email address. Sign in to it, then connect your organisation under Password and codes.",
    );
  }
  const name = (claims.name ?? email.split("@")[0]!).slice(0, 100);
  const mail = await verificationMail(people, { name, email }, next);
  return db.transaction().execute(async (tx: Tx) => {
    const userId = await insertUnprovedUser(tx, { name, email });
    await connect(tx, userId, claims);
    await writeMail(tx, mail, at);
    return userId;
  });
}
