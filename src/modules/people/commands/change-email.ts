import type { Person } from "#platform/actor.ts";
import { writeMail } from "#platform/mail.ts";
import { perform, type Context } from "#platform/perform.ts";
import { Forbidden, Invalid } from "#platform/problem.ts";
import { refusalOf } from "../api-problem.ts";
import type { Browser } from "../browser.ts";
import { addressTakenMail, changeEmailMail, emailChangedMail } from "../mails.ts";
import type { People } from "../people.ts";
import { mayChangeEmail, mayUseMailedLink } from "../policy.ts";
import { newToken, tokenDigest } from "#platform/secrets.ts";
import { dropEmailChange, takeEmailChange, writeEmailChange } from "../store/email-changes.ts";
import { deleteMailsTo } from "../store/mails.ts";
import { endSessions } from "../store/sessions.ts";
import {
  dropProofs,
  findUser,
  findUserByEmail,
  hasPassword,
  setEmail,
  type Account,
} from "../store/users.ts";
import { asGuess } from "./as-guess.ts";

type OwnContext = Context & { actor: Person };

export const changeHours = 24;

/**
 * Asks the new address whether it is theirs; until it says so, nothing changes. Whether it has an account already
 * is told to the address, never to whoever asks.
 */
export async function askToChangeEmail(
  context: OwnContext,
  people: People,
  asked: { email: string; password: string; browser: Browser },
): Promise<void> {
  const { db, actor, at } = context;
  const user = await ownAccount(context);
  if (asked.email === user.email)
    throw new Invalid([{ field: "email", message: "This is the email address that you have now" }]);
  await provePassword(context, people, asked);
  const token = newToken();
  const expiresAt = new Date(at.getTime() + changeHours * 3_600_000);
  const isTaken = (await findUserByEmail(db, asked.email)) !== undefined;
  await db.transaction().execute(async (tx) => {
    const digest = tokenDigest(token);
    await writeEmailChange(tx, { userId: actor.id, email: asked.email, digest, askedAt: at, expiresAt });
    const to = { email: asked.email, name: user.name };
    const mail = isTaken
      ? addressTakenMail(people.baseUrl, to.email, `${actor.id}:${context.requestId}`)
      : changeEmailMail(people.baseUrl, to, token);
    await writeMail(tx, mail, at);
  });
}

/** The link that went to the new address, brought by the one who asked: from now on it is their address. */
export async function confirmEmail(context: OwnContext, people: People, token: string): Promise<void> {
  const { actor, at } = context;
  const user = await ownAccount(context);
  if (!mayUseMailedLink(token)) throw spentLink();
  await perform({ ...context, submission: undefined }, async (tx) => {
    const email = await takeEmailChange(tx, actor.id, { digest: tokenDigest(token), at });
    if (!email || (await findUserByEmail(tx, email))) throw spentLink();
    await setEmail(tx, actor.id, { email, at });
    // What was sent to the old address opens nothing from now on, and whoever else is signed in starts again.
    await dropProofs(tx, actor.id);
    await deleteMailsTo(tx, user.email);
    await endSessions(tx, actor.id, { not: actor.sessionId });
    await writeMail(tx, emailChangedMail(people.baseUrl, user, `${actor.id}:${context.requestId}`), at);
    return { result: null, did: { action: "change-email", kind: "user", id: actor.id } };
  });
}

/** Thought better of: the link that is under way opens nothing any more. */
export async function keepEmail(context: OwnContext): Promise<void> {
  await ownAccount(context);
  await dropEmailChange(context.db, context.actor.id);
}

async function ownAccount({ db, actor }: OwnContext): Promise<Account> {
  const user = await findUser(db, actor.id);
  if (!user || !mayChangeEmail(user)) {
    throw new Forbidden(
      "This is one of the people of the demonstration, whose addresses stay for the next visitor.",
      "/me",
    );
  }
  return user;
}

/** Whoever signs on through an organisation first chooses a password, by a link to the address they have now. */
async function provePassword(
  context: OwnContext,
  people: People,
  { password, browser }: { password: string; browser: Browser },
): Promise<void> {
  const { db, actor } = context;
  if (!(await hasPassword(db, actor.id)))
    throw new Forbidden("You have no password here yet. Choose one first.", "/forgotten-password");
  await asGuess(context, { at: "password", account: actor.id, source: browser.source }, async () => {
    try {
      await people.auth.api.verifyPassword({ body: { password }, headers: browser.headers });
    } catch (error) {
      refusalOf(error);
      throw new Invalid([{ field: "password", message: "The password is not right" }]);
    }
  });
}

function spentLink(): Invalid {
  return new Invalid([
    { field: "token", message: "This link has run out, was used, or belongs to another account" },
  ]);
}
