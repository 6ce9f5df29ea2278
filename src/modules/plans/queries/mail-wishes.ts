import { isPerson } from "#platform/actor.ts";
import type { Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import type { PlanSeen } from "../plan.ts";
import { mayWishFor } from "../policy.ts";
import { readFollowing, readWishes, type Following, type MailWishes } from "../store/followers.ts";
import { readFollowed, type FollowedPlan } from "../store/digests.ts";

export async function mailWishes(context: Context): Promise<{ wishes: MailWishes; plans: FollowedPlan[] }> {
  const { actor, db } = context;
  if (!isPerson(actor) || !mayWishFor(actor)) throw new Forbidden();
  return { wishes: await readWishes(db, actor.id), plans: await readFollowed(db, context, actor.id) };
}

export async function followingOf(context: Context, plan: PlanSeen): Promise<Following> {
  const { actor, db } = context;
  if (!isPerson(actor) || !mayWishFor(actor)) throw new Forbidden();
  return readFollowing(db, { planId: plan.id, userId: actor.id, isTeam: plan.standing !== null });
}
