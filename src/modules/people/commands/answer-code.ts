import type { Context } from "#platform/perform.ts";
import type { Browser } from "../browser.ts";
import { isPrinted, typedCode, wrongCode, codeProblem } from "../one-time-code.ts";
import { refusalOf } from "../api-problem.ts";
import type { People } from "../people.ts";
import { mayTryCode } from "../policy.ts";
import { asGuess } from "./as-guess.ts";
import { endEarlierSession } from "./end-earlier-session.ts";

export type Answer = { code: string; browser: Browser };

/** The second step of a sign-in: the code for the challenge that the password opened. */
export async function answerCode(context: Context, people: People, answer: Answer): Promise<string> {
  const headers = challengeOnly(people, answer.browser);
  return asGuess(context, { at: "code", source: answer.browser.source }, async () => {
    const token = await tryCode(people, answer.code, headers);
    await endEarlierSession(context);
    return token;
  });
}

export async function tryCode(people: People, typed: string, headers: Headers): Promise<string> {
  const code = typedCode(typed);
  if (!mayTryCode(code)) throw wrongCode();
  const { api } = people.auth;
  try {
    const answer = isPrinted(code)
      ? await api.verifyBackupCode({ body: { code }, headers })
      : await api.verifyTOTP({ body: { code }, headers });
    return String(answer.token);
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
