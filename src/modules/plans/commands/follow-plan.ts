import { isPerson } from "#platform/actor.ts";
import { perform, type Context } from "#platform/perform.ts";
import { Conflict, Forbidden, NotFound } from "#platform/problem.ts";
import type { PlanSeen } from "../plan.ts";
import { stopMailPurpose, type MailDesk } from "../plan-mails.ts";
import { mayStopMail, mayWishFor } from "../policy.ts";
import {
  removeFollowing,
  silence,
  writeFollowing,
  writeWishes,
  type MailWishes,
} from "../store/followers.ts";
import { openWord } from "#platform/signed-word.ts";
import { isId } from "#platform/id.ts";

export const followings = ["follow", "mute", "leave"] as const;

/** Hear of a plan, be silent about it, or, for whoever is not in its team, hear of it no more. */
export async function followPlan(
  context: Context,
  plan: PlanSeen,
  wish: (typeof followings)[number],
): Promise<null> {
  const { actor, at } = context;
  if (!isPerson(actor) || !mayWishFor(actor)) throw new Forbidden();
  return perform(context, async (tx) => {
    if (wish === "leave") await removeFollowing(tx, plan.id, actor.id);
    else await writeFollowing(tx, { planId: plan.id, userId: actor.id, muted: wish === "mute", at });
    return { result: null, did: { action: `${wish}-plan`, kind: "plan-follower", id: plan.id } };
  });
}

/** What somebody wants by mail at all. */
export async function wishForMail(context: Context, wishes: MailWishes): Promise<null> {
  const { actor } = context;
  if (!isPerson(actor) || !mayWishFor(actor)) throw new Forbidden();
  return perform(context, async (tx) => {
    if (!(await writeWishes(tx, actor.id, wishes))) throw new Conflict([], wishes.version + 1);
    const detail = { digest: wishes.digest, mentions: wishes.mentions };
    return { result: null, did: { action: "wish-for-mail", kind: "user", id: actor.id, detail } };
  });
}

/** Whose mail a link in a mail stops. */
export function readStopLink({ secret }: Pick<MailDesk, "secret">, signed: string): string {
  const userId = openWord(secret, stopMailPurpose, signed);
  if (!mayStopMail(userId) || !isId(userId)) throw new NotFound();
  return userId;
}

/** From the link in a mail, without signing in. */
export async function stopMail(context: Context, desk: MailDesk, signed: string): Promise<null> {
  const userId = readStopLink(desk, signed);
  return perform(context, async (tx) => {
    await silence(tx, userId, { digest: false, mentions: false });
    return { result: null, did: { action: "stop-mail", kind: "user", id: userId } };
  });
}
