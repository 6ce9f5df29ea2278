import { writeMail } from "#platform/mail.ts";
import type { Context } from "#platform/perform.ts";
import type { Browser } from "../browser.ts";
import type { People } from "../people.ts";
import { mayBeReminded } from "../policy.ts";
import { findUserByEmail } from "../store/users.ts";
import { verificationMail } from "../verification-mail.ts";
import { asGuess } from "./as-guess.ts";
import { endEarlierSession } from "./end-earlier-session.ts";
import { tryPassword, type SignedIn } from "./try-password.ts";

export type SignIn = { email: string; password: string; next: string; browser: Browser };

/** Password first. Whoever set up a second factor is not signed in by it, but asked for a code. */
export async function signIn(context: Context, people: People, input: SignIn): Promise<SignedIn> {
  const guess = { at: "sign-in", account: input.email, source: input.browser.source };
  return asGuess(context, guess, async () => {
    const signed = await tryPassword(people, input);
    if (signed.outcome === "signed-in") await endEarlierSession(context);
    if (signed.outcome === "unverified") await remind(context, people, input);
    return signed;
  });
}

async function remind(context: Context, people: People, { email, next }: SignIn): Promise<void> {
  const user = await findUserByEmail(context.db, email);
  if (user && mayBeReminded(user))
    await writeMail(context.db, await verificationMail(people, user, next), context.at);
}
