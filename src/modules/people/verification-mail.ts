import { createEmailVerificationToken } from "better-auth/api";
import type { Mail } from "#platform/mail.ts";
import { verificationHours } from "./auth.ts";
import { verifyEmailMail } from "./mails.ts";
import type { People } from "./people.ts";

/** The mail that proves an address: its link is signed and runs out, and nothing of it is kept here. */
export async function verificationMail(
  people: People,
  to: { email: string; name: string },
  next: string,
): Promise<Mail> {
  const token = await createEmailVerificationToken(
    people.cookieSecret,
    to.email,
    undefined,
    verificationHours * 3600,
  );
  return verifyEmailMail(people.baseUrl, to, { token, next });
}
