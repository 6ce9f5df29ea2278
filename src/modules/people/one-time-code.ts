import { Invalid, TooMany } from "#platform/problem.ts";

/** The password was right too long ago, or is not known to this browser: begin again. */
export class ChallengeOver extends Error {}

/** As people type it: authenticators show "123 456", and a printed code has a stroke in the middle. */
export function typedCode(typed: string): string {
  const code = typed.replaceAll(/[\s-]/g, "");
  return /^\w{10}$/.test(code) ? `${code.slice(0, 5)}-${code.slice(5)}` : code;
}

export function isPrinted(code: string): boolean {
  return code.includes("-");
}

export function wrongCode(): Invalid {
  return new Invalid([
    { field: "code", message: "This code is not right, or it has changed since. Enter the newest one" },
  ]);
}

export function codeProblem(refusal: string): Error {
  if (refusal === "INVALID_CODE" || refusal === "INVALID_BACKUP_CODE") return wrongCode();
  if (refusal === "ACCOUNT_TEMPORARILY_LOCKED" || refusal === "TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE") {
    return new TooMany("Too many wrong codes. Wait 15 minutes, then sign in again.", 900);
  }
  return new ChallengeOver();
}
