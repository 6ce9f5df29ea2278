import { createHash } from "node:crypto";
import { countAttempt, forgiveAttempts, giveBackAttempt, type Limit } from "#platform/rate-limit.ts";
import type { Db } from "#platform/database.ts";
import { guessLimit } from "../policy.ts";

/** What is guessed at: a password, a code, whether an address is known, an invitation's link. */
export type Guess = { at: string; account?: string; source: string };

/**
 * Runs what may turn out to be a guess. It is counted before it is looked at, per account and per source, in
 * the database: nothing is tried when it cannot be counted. What was right is no guess, and is given back, so
 * that a hospital behind one address can sign in at nine o'clock.
 */
export async function asGuess<R>(
  context: { db: Db; at: Date },
  guess: Guess,
  attempt: () => Promise<R>,
): Promise<R> {
  const limits = limitsOf(guess);
  await countAttempt(context.db, limits, context.at);
  const result = await attempt();
  const [source, account] = limits;
  await giveBackAttempt(context.db, source!.key);
  if (account) await forgiveAttempts(context.db, account.key);
  return result;
}

/** Counts what costs somebody else something, such as a mail, whether it was right or not. */
export async function countRequest(context: { db: Db; at: Date }, guess: Guess): Promise<void> {
  await countAttempt(context.db, limitsOf(guess), context.at);
}

/** Keys are digests: the table that counts holds nobody's address. */
function limitsOf({ at, account, source }: Guess): Limit[] {
  const limit = (kind: string, value: string): Limit => ({
    key: `${at}:${kind}:${createHash("sha256").update(value.toLowerCase()).digest("base64url")}`,
    ...guessLimit,
  });
  return [limit("source", source), ...(account ? [limit("account", account)] : [])];
}
