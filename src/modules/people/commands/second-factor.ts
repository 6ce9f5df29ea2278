import { symmetricDecrypt } from "better-auth/crypto";
import type { Person } from "#platform/actor.ts";
import type { Context } from "#platform/perform.ts";
import { Invalid } from "#platform/problem.ts";
import { refusalOf } from "../api-problem.ts";
import { sessionTokenIn, type Browser } from "../browser.ts";
import { codeProblem, typedCode, wrongCode } from "../one-time-code.ts";
import type { People } from "../people.ts";
import { mayTryCode, ownsAccount, requireStrong } from "../policy.ts";
import { findFactor } from "../store/factors.ts";
import { asGuess } from "./as-guess.ts";

export type OwnContext = Context & { actor: Person };
type WithPassword = { password: string; browser: Browser };

/** Makes the secret of a second factor. It counts for nothing until a code made with it is confirmed. */
export async function startSecondFactor(
  context: OwnContext,
  people: People,
  input: WithPassword,
): Promise<void> {
  await withPassword(context, people, input, (password, headers) =>
    people.auth.api.enableTwoFactor({ body: { ...password, method: "totp" }, headers }),
  );
}

export type Confirmed = { token: string; recoveryCodes: string[] };

/** The first code: from now on signing in asks for one. Gives the session its new name and the printed codes. */
export async function confirmSecondFactor(
  context: OwnContext,
  people: People,
  input: { code: string; browser: Browser },
): Promise<Confirmed> {
  const { actor } = context;
  const code = typedCode(input.code);
  return asGuess(context, { at: "prove", account: actor.id, source: input.browser.source }, async () => {
    if (!mayTryCode(code)) throw wrongCode();
    try {
      const { headers } = input.browser;
      const answer = await people.auth.api.verifyTOTP({ body: { code }, headers, returnHeaders: true });
      const token = sessionTokenIn(answer.headers, people.cookies.session) ?? answer.response.token;
      return { token, recoveryCodes: await readRecoveryCodes(context, people) };
    } catch (error) {
      throw codeProblem(refusalOf(error));
    }
  });
}

async function readRecoveryCodes({ db, actor }: OwnContext, people: People): Promise<string[]> {
  const factor = await findFactor(db, actor.id);
  if (!factor) return [];
  const text = await symmetricDecrypt({ key: people.cookieSecret, data: factor.backup_codes });
  const codes: unknown = JSON.parse(text);
  return Array.isArray(codes) ? codes.map(String) : [];
}

/** New printed codes; the earlier ones are worth nothing from now on. */
export async function renewRecoveryCodes(
  context: OwnContext,
  people: People,
  input: WithPassword,
): Promise<string[]> {
  requireStrong(context.actor);
  const answer = await withPassword(context, people, input, (password, headers) =>
    people.auth.api.generateBackupCodes({ body: password, headers }),
  );
  return answer.backupCodes;
}

/** Takes the second factor away, for who has just proved to have it. The session is weak again, under a new name. */
export async function endSecondFactor(
  context: OwnContext,
  people: People,
  input: WithPassword,
): Promise<string> {
  requireStrong(context.actor);
  const answer = await withPassword(context, people, input, (password, headers) =>
    people.auth.api.disableTwoFactor({ body: password, headers, returnHeaders: true }),
  );
  return sessionTokenIn(answer.headers, people.cookies.session) ?? "";
}

/** Whoever signs on through an organisation has no password here, and is not asked for one. */
async function withPassword<R>(
  context: OwnContext,
  people: People,
  { password, browser }: WithPassword,
  act: (password: { password: string }, headers: Headers) => Promise<R>,
): Promise<R> {
  const { actor } = context;
  if (!ownsAccount(actor)) throw wrongPassword();
  return asGuess(context, { at: "password", account: actor.id, source: browser.source }, async () => {
    try {
      return await act({ password }, browser.headers);
    } catch (error) {
      refusalOf(error);
      throw wrongPassword();
    }
  });
}

function wrongPassword(): Invalid {
  return new Invalid([{ field: "password", message: "The password is not right" }]);
}
