import { Invalid } from "#platform/problem.ts";
import { refusalOf } from "../api-problem.ts";
import { cookieNamed, type Browser } from "../browser.ts";
import type { People } from "../people.ts";
import { mayTryPassword } from "../policy.ts";

export type SignedIn =
  | { outcome: "signed-in"; token: string }
  | { outcome: "code-needed"; cookie: string }
  | { outcome: "unverified" };

type Try = { email: string; password: string; browser: Browser };

/** Asks better-auth. What is wrong is never told apart: no such address and a wrong password look the same. */
export async function tryPassword(people: People, { email, password, browser }: Try): Promise<SignedIn> {
  if (!mayTryPassword(password)) throw wrong();
  try {
    const headers = new Headers({ "user-agent": browser.userAgent });
    const answer = await people.auth.api.signInEmail({
      body: { email, password },
      headers,
      returnHeaders: true,
    });
    const cookie = cookieNamed(answer.headers, people.cookies.code);
    return cookie
      ? { outcome: "code-needed", cookie }
      : { outcome: "signed-in", token: answer.response.token };
  } catch (error) {
    if (refusalOf(error) !== "EMAIL_NOT_VERIFIED") throw wrong();
    return { outcome: "unverified" };
  }
}

function wrong(): Invalid {
  return new Invalid([{ field: "password", message: "The email address or the password is not right" }]);
}
