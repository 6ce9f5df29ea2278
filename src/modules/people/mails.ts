import type { Mail } from "#platform/mail.ts";
import { tokenDigest } from "#platform/secrets.ts";

type To = { email: string; name: string };

/** Nothing in a mail but who it is for, what it is about and one link: mail is read over shoulders. */
function letter(to: To, lines: string[]): string {
  return [`Dear ${to.name},`, ...lines, "Throughline"].join("\n\n");
}

/** The link is the mail: written again for the same link, it goes once. */
function mailKey(kind: string, token: string): string {
  return `${kind}:${tokenDigest(token).toString("base64url")}`;
}

export function verifyEmailMail(baseUrl: string, to: To, link: { token: string; next: string }): Mail {
  const next = link.next === "/" ? "" : `&next=${encodeURIComponent(link.next)}`;
  return {
    key: mailKey("verify", link.token),
    to: to.email,
    subject: "Confirm your email address",
    body: letter(to, [
      "Somebody, we think you, opened an account at Throughline with this email address.",
      "To confirm that it is yours, open this page and press the button on it:",
      `${baseUrl}/verify?token=${link.token}${next}`,
      "The link works for 24 hours. If it was not you, do nothing: the account stays closed.",
    ]),
  };
}

export function alreadyHaveAccountMail(baseUrl: string, to: To, key: string): Mail {
  return {
    key: `already:${key}`,
    to: to.email,
    subject: "You already have an account",
    body: letter(to, [
      "Somebody, we think you, tried to open an account at Throughline with this email address. You already have one.",
      `Sign in: ${baseUrl}/sign-in`,
      `If you forgot your password: ${baseUrl}/forgotten-password`,
      "If it was not you, do nothing. Nothing was changed.",
    ]),
  };
}

export function resetPasswordMail(baseUrl: string, to: To, token: string): Mail {
  return {
    key: mailKey("reset", token),
    to: to.email,
    subject: "Choose a new password",
    body: letter(to, [
      "Somebody, we think you, asked for a new password at Throughline.",
      "To choose one, open this page:",
      `${baseUrl}/reset-password?token=${token}`,
      "The link works for 1 hour and once. If it was not you, do nothing: your password stays as it is.",
    ]),
  };
}

export function changeEmailMail(baseUrl: string, to: To, token: string): Mail {
  return {
    key: mailKey("email", token),
    to: to.email,
    subject: "Confirm your new email address",
    body: letter(to, [
      "Somebody, we think you, wants to use this email address for their account at Throughline.",
      "To confirm it, open this page where you are signed in, and press the button on it:",
      `${baseUrl}/me/email/confirm?token=${token}`,
      "The link works for 24 hours and once. If it was not you, do nothing: no account uses this address.",
    ]),
  };
}

export function addressTakenMail(baseUrl: string, to: string, key: string): Mail {
  return {
    key: `taken:${key}`,
    to,
    subject: "This address has an account already",
    body: [
      "Hello,",
      "Somebody, we think you, wants to use this email address for another account at Throughline. It has an account already.",
      `Sign in: ${baseUrl}/sign-in`,
      "To use the address for the other account, delete this one first. If it was not you, do nothing. Nothing was changed.",
      "Throughline",
    ].join("\n\n"),
  };
}

/** The last mail to an address that somebody had. The new one is not named: this one may not be theirs any more. */
export function emailChangedMail(baseUrl: string, to: To, key: string): Mail {
  return {
    key: `email-changed:${key}`,
    to: to.email,
    subject: "Your email address was changed",
    body: letter(to, [
      "Your account at Throughline has another email address from now on. We do not write to this one any more.",
      `If it was not you, tell us at once: ${baseUrl}/contact`,
    ]),
  };
}

export function invitationMail(
  baseUrl: string,
  to: string,
  invitation: { token: string; bodyName: string },
): Mail {
  return {
    key: mailKey("invitation", invitation.token),
    to,
    subject: "You are invited to Throughline",
    body: [
      "Hello,",
      `You are invited to join ${invitation.bodyName} at Throughline, where people who do health and care work plan, measure and share improvement.`,
      "To see the invitation and decide, open this page:",
      `${baseUrl}/invitations/${invitation.token}`,
      "The link works for 14 days. If you do not know what this is about, do nothing.",
      "Throughline",
    ].join("\n\n"),
  };
}
