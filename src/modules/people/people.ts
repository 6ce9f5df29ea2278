import { writeMail } from "#platform/mail.ts";
import type { Services } from "#web/env.ts";
import type { Recognise } from "#web/middleware/known-person.ts";
import { createAuth, type Auth } from "./auth.ts";
import { proveAddress } from "./commands/prove-address.ts";
import { resetPasswordMail } from "./mails.ts";
import { recogniser } from "./recognise.ts";
import { derivedKey } from "#platform/secrets.ts";
import { dropEmailChange } from "./store/email-changes.ts";
import { cookieNames, cookieSecret, type CookieNames } from "./session-cookie.ts";

/** What this module makes once for a process: its way to better-auth, and its cookies. */
export type People = {
  auth: Auth;
  cookies: CookieNames;
  recognise: Recognise;
  baseUrl: string;
  /** What cookies and the links in mails are signed with. */
  cookieSecret: string;
  /** What an organisation's sign-on secret is locked away with. */
  vaultKey: Buffer;
  /** What the links of invitations are made with. */
  invitationKey: Buffer;
  production: boolean;
  demonstration: boolean;
  /** Mail that cannot leave is shown on a page: in a demonstration, and nowhere else. */
  hasOutboxPage: boolean;
};

export function createPeople(services: Services): People {
  const { config, db, clock, secret } = services;
  const cookies = cookieNames(config.BASE_URL);
  const signedWith = cookieSecret(secret);
  if (!cookies.secure) {
    services.log.warn("BASE_URL is plain http: sessions can be read on the way. Use https for real people.");
  }
  const auth = createAuth({
    db,
    clock,
    secret,
    cookies,
    baseUrl: config.BASE_URL,
    onReset: async (userId) => {
      await proveAddress(db, userId);
      await dropEmailChange(db, userId);
    },
    sendResetLink: (to, token) => writeMail(db, resetPasswordMail(config.BASE_URL, to, token), clock()),
  });
  return {
    auth,
    cookies,
    recognise: recogniser(cookies, signedWith),
    baseUrl: config.BASE_URL,
    cookieSecret: signedWith,
    vaultKey: derivedKey(secret, "sign-on"),
    invitationKey: derivedKey(secret, "invitations"),
    production: config.NODE_ENV === "production",
    demonstration: services.demonstration,
    hasOutboxPage: services.demonstration && config.SMTP_URL === undefined,
  };
}
