import type { Person } from "#platform/actor.ts";
import type { Context } from "#platform/perform.ts";
import { Invalid } from "#platform/problem.ts";
import { refusalOf } from "../api-problem.ts";
import type { Browser } from "../browser.ts";
import { addressProvedBy } from "../mailed-link.ts";
import type { People } from "../people.ts";
import { mayUseMailedLink } from "../policy.ts";
import { asGuess } from "./as-guess.ts";
import { endEarlierSession } from "./end-earlier-session.ts";
import { proveOwnAddress } from "./prove-address.ts";
import { tryPassword, type SignedIn } from "./try-password.ts";

export type VerifyEmail = { token: string; password: string; browser: Browser };

/**
 * Opens the account whose address the link proves, for whoever also knows its password: an account that
 * somebody else opened with this address is not opened for them by its owner's press of a button.
 */
export async function verifyEmail(context: Context, people: People, input: VerifyEmail): Promise<SignedIn> {
  const { token, password, browser } = input;
  const email = await addressIn(people, token);
  return asGuess(context, { at: "sign-in", account: email, source: browser.source }, async () => {
    const first = await tryPassword(people, { email, password, browser });
    if (first.outcome !== "unverified") return first;
    await proveAddress(people, token);
    await endEarlierSession(context);
    return tryPassword(people, { email, password, browser });
  });
}

/** Somebody who is signed in already, through an organisation, only has to bring the link. */
export async function verifyOwnEmail(
  context: Context & { actor: Person },
  people: People,
  token: string,
): Promise<void> {
  if ((await addressIn(people, token)) !== context.actor.email) throw spentLink();
  await proveOwnAddress(context);
}

async function addressIn(people: People, token: string): Promise<string> {
  const email = mayUseMailedLink(token) ? await addressProvedBy(people.cookieSecret, token) : undefined;
  if (!email) throw spentLink();
  return email;
}

async function proveAddress(people: People, token: string): Promise<void> {
  try {
    await people.auth.api.verifyEmail({ query: { token } });
  } catch (error) {
    refusalOf(error);
    throw spentLink();
  }
}

function spentLink(): Invalid {
  return new Invalid([
    { field: "password", message: "This link has run out, or is not whole. Sign in to get another one" },
  ]);
}
