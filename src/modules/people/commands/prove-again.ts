import type { Person } from "#platform/actor.ts";
import type { Context } from "#platform/perform.ts";
import { NotFound } from "#platform/problem.ts";
import type { Browser } from "../browser.ts";
import type { People } from "../people.ts";
import { isStrongProof, mayEndSessionsOf } from "../policy.ts";
import { newToken } from "#platform/secrets.ts";
import { expiryFrom } from "../session-times.ts";
import { replaceSession } from "../store/sessions.ts";
import { asGuess } from "./as-guess.ts";
import { tryCode } from "./answer-code.ts";

/** A code for a session that is there already makes it a strong one, under a new name; the old name is dead. */
export async function proveAgain(
  context: Context & { actor: Person },
  people: People,
  input: { code: string; browser: Browser },
): Promise<string> {
  const { actor, at, db } = context;
  if (!mayEndSessionsOf(actor, actor.id)) throw new NotFound();
  return asGuess(context, { at: "prove", account: actor.id, source: input.browser.source }, async () => {
    await tryCode(people, input.code, input.browser.headers);
    const token = newToken();
    const strong = isStrongProof({ by: "code" });
    await db.transaction().execute((tx) =>
      replaceSession(tx, actor.sessionId, {
        token,
        strong,
        at,
        expiresAt: (createdAt) => expiryFrom(at, createdAt),
      }),
    );
    return token;
  });
}
