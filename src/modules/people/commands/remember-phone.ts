import type { Person } from "#platform/actor.ts";
import { perform, type Context } from "#platform/perform.ts";
import { Forbidden, NotFound } from "#platform/problem.ts";
import { mayEndSessionsOf, mayUseRememberedPhone } from "../policy.ts";
import { newToken, tokenDigest } from "#platform/secrets.ts";
import { phoneExpiry } from "../session-times.ts";
import { deletePhone, insertPhone } from "../store/phones.ts";

type OwnContext = Context & { actor: Person };

/** Lets this phone enter numbers and notes in the person's name from now on. Answers the word for its cookie. */
export async function rememberPhone(context: OwnContext, userAgent: string): Promise<string> {
  const { actor, at } = context;
  if (!mayUseRememberedPhone(actor))
    throw new Forbidden(
      "Officers and administrators prove who they are each time, so no phone can enter for them.",
    );
  const token = newToken();
  // Not answered again to a form that is sent again: the word is nowhere but in the cookie.
  await perform({ ...context, submission: undefined }, async (tx) => {
    const id = await insertPhone(tx, {
      userId: actor.id,
      digest: tokenDigest(token),
      userAgent: userAgent.slice(0, 500),
      at,
      expiresAt: phoneExpiry(at),
    });
    return { result: id, did: { action: "remember-phone", kind: "user", id: actor.id } };
  });
  return token;
}

export async function endPhone(
  context: OwnContext,
  which: { id: string } | { token: string },
): Promise<void> {
  const { actor } = context;
  if (!mayEndSessionsOf(actor, actor.id)) throw new NotFound();
  await perform(context, async (tx) => {
    const found = "id" in which ? which : { digest: tokenDigest(which.token) };
    if (!(await deletePhone(tx, actor.id, found))) throw new NotFound();
    return { result: null, did: { action: "forget-phone", kind: "user", id: actor.id } };
  });
}
