import { isId } from "#platform/id.ts";
import { paging, type AskedPage, type Paging } from "#platform/paging.ts";
import { isPerson } from "#platform/actor.ts";
import type { Context } from "#platform/perform.ts";
import { Forbidden, NotFound } from "#platform/problem.ts";
import { talkThings, type About, type Comment, type Thread } from "../comment.ts";
import type { PlanSeen } from "../plan.ts";
import { mayChangeComment, mayRemoveComment, maySeeTalk } from "../policy.ts";
import {
  countTalk,
  readComment,
  readReplies,
  readTalk,
  readThingName,
  readThingNames,
  readThreads,
} from "../store/comments.ts";
import { readFollowing, type Following } from "../store/followers.ts";
import { readTeammates, type Teammate } from "../store/team-choices.ts";

export type Talk = {
  threads: Thread[];
  paging: Paging;
  /** How much was said in all, answers too. */
  total: number;
  /** What all of it is about, where it is not everything. */
  about: (About & { name: string }) | null;
  names: Map<string, string>;
  team: Teammate[];
  following: Following;
};

const threadsOnPage = 15;

type AskedTalk = { about: string; on: string; page: AskedPage };

export async function planTalk(context: Context, plan: PlanSeen, asked: AskedTalk): Promise<Talk> {
  const { actor, db, at } = context;
  if (!isPerson(actor) || !maySeeTalk(actor)) throw new Forbidden();
  const about = await thingAsked(context, plan, asked);
  const count = await countTalk(db, plan.id, about?.aboutId);
  const shown = paging(count.threads, asked.page, threadsOnPage);
  const threads =
    asked.page === "all"
      ? threadsIn(await readTalk(db, plan.id, about?.aboutId))
      : await withReplies(context, await readThreads(db, plan.id, about?.aboutId, shown));
  const things = threads.filter(({ first }) => first.about !== "plan").map(({ first }) => first.aboutId);
  return {
    threads,
    paging: shown,
    total: count.comments,
    about,
    names: await readThingNames(db, plan.id, things),
    team: await readTeammates(db, plan.id, at),
    following: await readFollowing(db, { planId: plan.id, userId: actor.id, isTeam: plan.standing !== null }),
  };
}

async function withReplies({ db }: Context, firsts: readonly Comment[]): Promise<Thread[]> {
  if (firsts.length === 0) return [];
  const ids = firsts.map(({ id }) => id);
  return threadsIn([...firsts, ...(await readReplies(db, ids))]);
}

/** What was said, as threads: each first comment with what was answered, in the order in which they come. */
function threadsIn(comments: readonly Comment[]): Thread[] {
  const replies = Map.groupBy(comments, ({ threadId }) => threadId);
  return (replies.get(null) ?? []).map((first) => ({ first, replies: replies.get(first.id) ?? [] }));
}

async function thingAsked(
  { db }: Context,
  plan: PlanSeen,
  asked: { about: string; on: string },
): Promise<Talk["about"]> {
  const about = talkThings.find((one) => one === asked.about);
  if (!about || about === "plan" || !isId(asked.on)) return null;
  const name = await readThingName(db, plan.id, { about, aboutId: asked.on });
  if (name === undefined) throw new NotFound();
  return { about, aboutId: asked.on, name };
}

/** One comment of a plan that is in sight. */
export async function commentInSight(context: Context, plan: PlanSeen, id: string): Promise<Comment> {
  if (!maySeeTalk(context.actor)) throw new Forbidden();
  const comment = isId(id) ? await readComment(context.db, plan.id, id) : undefined;
  if (!comment || comment.isRemoved) throw new NotFound();
  return comment;
}

export type OneThread = { thread: Thread; name: string; team: Teammate[] };

/** The whole thread that a comment stands in: where the link in a mail leads. */
export async function threadOf(context: Context, plan: PlanSeen, id: string): Promise<OneThread> {
  if (!maySeeTalk(context.actor)) throw new Forbidden();
  const { db, at } = context;
  const comment = isId(id) ? await readComment(db, plan.id, id) : undefined;
  const first = comment?.threadId ? await readComment(db, plan.id, comment.threadId) : comment;
  if (!first) throw new NotFound();
  return {
    thread: { first, replies: await readReplies(db, [first.id]) },
    name: (await readThingName(db, plan.id, first)) ?? plan.title,
    team: await readTeammates(db, plan.id, at),
  };
}

/** What may be done with a comment, for its buttons. */
export function commentRights(
  context: Context,
  plan: PlanSeen,
  comment: Comment,
): { change: boolean; remove: boolean } {
  return {
    change: !comment.isRemoved && mayChangeComment(context.actor, comment),
    remove: !comment.isRemoved && mayRemoveComment(context.actor, plan, comment),
  };
}
