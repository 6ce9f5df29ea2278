import { createEmailVerificationToken } from "better-auth/api";
import type { Mail } from "#platform/mail.ts";
import { verificationHours } from "./auth.ts";
import { verifyEmailMail } from "./mails.ts";
import type { People } from "./people.ts";
import { cookieSecret } from "./session-cookie.ts";

/** The mail that proves an address: its link is signed and runs out, and nothing of it is kept here. */
export async function verificationMail(
  people: People,
  to: { email: string; name: string },
  next: string,
): Promise<Mail> {
  const token = await proofOf(people.cookieSecret, to.email);
  return verifyEmailMail(people.baseUrl, to, { token, next });
}

/** The same link without the mail, for whoever runs the program to hand on where none is sent yet. */
export async function addressProof(baseUrl: string, secret: string, email: string): Promise<string> {
  return `${baseUrl}/verify?token=${await proofOf(cookieSecret(secret), email.toLowerCase())}`;
}

const proofOf = (signedWith: string, email: string): Promise<string> =>
  createEmailVerificationToken(signedWith, email, undefined, verificationHours * 3600);
