import { betterAuth } from "better-auth";
import { twoFactor } from "better-auth/plugins/two-factor";
import type { Clock } from "#platform/clock.ts";
import type { Db } from "#platform/database.ts";
import { longestPassword, shortestPassword } from "./password.ts";
import { cookieSecret, type CookieNames } from "./session-cookie.ts";
import { absoluteMilliseconds, expiryFrom } from "./session-times.ts";

export type AuthParts = {
  db: Db;
  clock: Clock;
  secret: string;
  baseUrl: string;
  cookies: CookieNames;
  /** Writes the mail with the link that lets somebody choose a new password. */
  sendResetLink(to: { email: string; name: string }, token: string): Promise<void>;
  /** Somebody used that link, which proves their address too. */
  onReset(userId: string): Promise<void>;
};

export type Auth = ReturnType<typeof createAuth>;

export const verificationHours = 24;
export const resetHours = 1;

const provedByCode = new Set(["/two-factor/verify-totp", "/two-factor/verify-backup-code"]);

/**
 * better-auth on our tables. Only its calls are used, from our own pages: its HTTP handler is mounted nowhere,
 * so that no address exists which is not ours. Guesses are counted by us, in the database.
 */
export function createAuth(parts: AuthParts) {
  const { cookies } = parts;
  return betterAuth({
    appName: "Throughline",
    baseURL: parts.baseUrl,
    secret: cookieSecret(parts.secret),
    database: { db: parts.db, type: "postgres", transaction: true },
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    advanced: {
      database: { generateId: "uuid", validateSchema: false },
      ipAddress: { disableIpTracking: true },
      useSecureCookies: false,
      defaultCookieAttributes: { secure: cookies.secure, httpOnly: true, sameSite: "lax", path: "/" },
      cookies: { session_token: { name: cookies.session }, two_factor: { name: cookies.code } },
    },
    user: {
      modelName: "users",
      fields: { emailVerified: "email_verified", createdAt: "created_at", updatedAt: "updated_at" },
    },
    session: {
      modelName: "sessions",
      fields: {
        userId: "user_id",
        expiresAt: "expires_at",
        ipAddress: "ip_address",
        userAgent: "user_agent",
        createdAt: "created_at",
        updatedAt: "updated_at",
      },
      additionalFields: { strong: { type: "boolean", defaultValue: false, input: false } },
      expiresIn: absoluteMilliseconds / 1000,
      disableSessionRefresh: true,
    },
    account: {
      modelName: "accounts",
      fields: {
        accountId: "account_id",
        providerId: "provider_id",
        userId: "user_id",
        accessToken: "access_token",
        refreshToken: "refresh_token",
        idToken: "id_token",
        accessTokenExpiresAt: "access_token_expires_at",
        refreshTokenExpiresAt: "refresh_token_expires_at",
        createdAt: "created_at",
        updatedAt: "updated_at",
      },
      accountLinking: { enabled: false },
    },
    verification: {
      modelName: "verifications",
      fields: { expiresAt: "expires_at", createdAt: "created_at", updatedAt: "updated_at" },
      storeIdentifier: "hashed",
    },
    emailAndPassword: {
      enabled: true,
      requireEmailVerification: true,
      autoSignIn: false,
      minPasswordLength: shortestPassword,
      maxPasswordLength: longestPassword,
      resetPasswordTokenExpiresIn: resetHours * 3600,
      revokeSessionsOnPasswordReset: true,
      onPasswordReset: ({ user }) => parts.onReset(user.id),
      sendResetPassword: ({ user, token }) => parts.sendResetLink(user, token),
    },
    emailVerification: { sendOnSignUp: false, sendOnSignIn: false, expiresIn: verificationHours * 3600 },
    plugins: [
      twoFactor({
        issuer: "Throughline",
        allowPasswordless: true,
        schema: {
          user: { fields: { twoFactorEnabled: "two_factor_enabled" } },
          twoFactor: {
            modelName: "two_factors",
            fields: {
              userId: "user_id",
              backupCodes: "backup_codes",
              failedVerificationCount: "failed_verification_count",
              lockedUntil: "locked_until",
            },
          },
        },
      }),
    ],
    databaseHooks: {
      session: {
        create: {
          before: async (session, endpoint) => {
            const at = parts.clock();
            const strong = provedByCode.has(endpoint?.path ?? "");
            return { data: { ...session, createdAt: at, updatedAt: at, expiresAt: expiryFrom(at), strong } };
          },
        },
      },
    },
  });
}
