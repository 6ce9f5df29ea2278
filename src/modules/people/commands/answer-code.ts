import { createHash } from "node:crypto";
import type { Context } from "#platform/perform.ts";
import { TooMany } from "#platform/problem.ts";
import { countAttempt } from "#platform/rate-limit.ts";
import type { Browser } from "../browser.ts";
import { isPrinted, typedCode, wrongCode, codeProblem } from "../one-time-code.ts";
import { refusalOf } from "../api-problem.ts";
import type { People } from "../people.ts";
import { mayTryCode } from "../policy.ts";
import { endSessionByToken } from "../store/sessions.ts";
import { asGuess } from "./as-guess.ts";
import { endEarlierSession } from "./end-earlier-session.ts";

export type Answer = { code: string; browser: Browser };

/** The second step of a sign-in: the code for the challenge that the password opened. */
export async function answerCode(context: Context, people: People, answer: Answer): Promise<string> {
  const headers = challengeOnly(people, answer.browser);
  return asGuess(context, { at: "code", source: answer.browser.source }, async () => {
    const { token, userId } = await tryCode(people, answer.code, headers);
    await spendCode(context, { userId, code: answer.code, token });
    await endEarlierSession(context);
    return token;
  });
}

/** A code that was read over a shoulder opens nothing more: each signs in once, for as long as it is right. */
async function spendCode(
  context: Context,
  used: { userId: string; code: string; token: string },
): Promise<void> {
  const digest = createHash("sha256").update(typedCode(used.code)).digest("base64url");
  const once = { key: `spent-code:${used.userId}:${digest}`, most: 1, withinSeconds: 120 };
  try {
    await countAttempt(context.db, [once], context.at);
  } catch (error) {
    if (!(error instanceof TooMany)) throw error;
    await endSessionByToken(context.db, used.token);
    throw wrongCode();
  }
}

export async function tryCode(
  people: People,
  typed: string,
  headers: Headers,
): Promise<{ token: string; userId: string }> {
  const code = typedCode(typed);
  if (!mayTryCode(code)) throw wrongCode();
  const { api } = people.auth;
  try {
    const answer = isPrinted(code)
      ? await api.verifyBackupCode({ body: { code }, headers })
      : await api.verifyTOTP({ body: { code }, headers });
    return { token: String(answer.token), userId: answer.user.id };
  } catch (error) {
    throw codeProblem(refusalOf(error));
  }
}

/** Without the session that may still be there: with it, better-auth would take this for another step. */
function challengeOnly(people: People, browser: Browser): Headers {
  const cookies = (browser.headers.get("cookie") ?? "").split(/;\s*/);
  const challenge = cookies.filter((cookie) => cookie.startsWith(`${people.cookies.code}=`));
  return new Headers({ cookie: challenge.join("; "), "user-agent": browser.userAgent });
}
