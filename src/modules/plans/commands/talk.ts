import { isPerson, type Actor } from "#platform/actor.ts";
import type { Tx } from "#platform/database.ts";
import { tell } from "#platform/live.ts";
import { writeMail } from "#platform/mail.ts";
import { perform, type Context } from "#platform/perform.ts";
import { Conflict, Forbidden, NotFound } from "#platform/problem.ts";
import { mentioned, type About, type Comment } from "../comment.ts";
import type { PlanSeen } from "../plan.ts";
import { mentionMail, type MailDesk } from "../plan-mails.ts";
import { mayChangeComment, mayRemoveComment, mayTalk } from "../policy.ts";
import { commentInSight } from "../queries/plan-talk.ts";
import { insertComment, readComment, readThingName, removeComment, writeComment } from "../store/comments.ts";
import { readMentionAddresses } from "../store/followers.ts";
import { readTeammates } from "../store/team-choices.ts";
import { keepText } from "../store/texts.ts";

export type Said = { text: string; ticked: readonly string[] };

/** Begins a thread about the plan, a node of it or a test. */
export async function say(
  context: Context,
  plan: PlanSeen,
  { about, said, desk }: { about: About; said: Said; desk: MailDesk },
): Promise<string> {
  if ((await readThingName(context.db, plan.id, about)) === undefined) throw new NotFound();
  return write(context, plan, { about, threadId: null, said, desk });
}

/** Answers in a thread. */
export async function reply(
  context: Context,
  plan: PlanSeen,
  { threadId, said, desk }: { threadId: string; said: Said; desk: MailDesk },
): Promise<string> {
  const first = await commentInSight(context, plan, threadId);
  const about = { about: first.about, aboutId: first.aboutId };
  return write(context, plan, { about, threadId: first.threadId ?? first.id, said, desk });
}

type Writing = { about: About; threadId: string | null; said: Said; desk: MailDesk };

async function write(
  context: Context,
  plan: PlanSeen,
  { about, threadId, said, desk }: Writing,
): Promise<string> {
  const { actor, at, db } = context;
  if (!isPerson(actor) || !mayTalk(actor)) throw new Forbidden();
  const asked = mentioned(said.text, said.ticked, await readTeammates(db, plan.id, at));
  const mentions = asked.filter((id) => id !== actor.id);
  return perform(context, async (tx) => {
    const id = await insertComment(tx, {
      ...about,
      planId: plan.id,
      threadId,
      text: said.text,
      mentions,
      by: actor.id,
      at,
    });
    await keepText(tx, { planId: plan.id, by: actor.id, at, texts: [kept(id, said.text)] });
    await tellThem(tx, { plan, commentId: id, threadId: threadId ?? id, ids: mentions, desk, at });
    await tell(tx, `plan:${plan.id}`);
    const detail = { plan: plan.id, about: about.about, mentions };
    return { result: id, did: { action: "say", kind: "comment", id, bodyId: plan.body.id, detail } };
  });
}

/** Its writer puts it right. Whoever is asked for only now is told now. */
export async function changeComment(
  context: Context,
  plan: PlanSeen,
  { id, said, version, desk }: { id: string; said: Said; version: number; desk: MailDesk },
): Promise<string> {
  const { actor, at, db } = context;
  const before = await commentInSight(context, plan, id);
  if (!isPerson(actor) || !mayChangeComment(actor, before)) throw new Forbidden();
  const mentions = mentioned(said.text, said.ticked, await readTeammates(db, plan.id, at));
  return perform(context, async (tx) => {
    if (!(await writeComment(tx, { id, version }, { text: said.text, mentions })))
      throw changedMeanwhile(said.text, await readComment(tx, plan.id, id));
    await keepText(tx, { planId: plan.id, by: actor.id, at, texts: [kept(id, said.text)] });
    const ids = mentions.filter((one) => one !== actor.id && !before.mentions.includes(one));
    await tellThem(tx, { plan, commentId: id, threadId: before.threadId ?? id, ids, desk, at });
    await tell(tx, `plan:${plan.id}`);
    const detail = { plan: plan.id };
    return {
      result: id,
      did: { action: "change-comment", kind: "comment", id, bodyId: plan.body.id, detail },
    };
  });
}

/** Taken back by its writer, or taken out by whoever leads: its place stays, so that answers keep their sense. */
export async function takeBack(context: Context, plan: PlanSeen, id: string): Promise<string> {
  const before = await commentInSight(context, plan, id);
  if (!mayRemoveComment(context.actor, plan, before)) throw new Forbidden();
  return perform(context, async (tx) => {
    await removeComment(tx, id, context.at);
    await tell(tx, `plan:${plan.id}`);
    const detail = { plan: plan.id, own: isOwn(context.actor, before) };
    return { result: id, did: { action: "take-back", kind: "comment", id, bodyId: plan.body.id, detail } };
  });
}

function isOwn(actor: Actor, comment: Comment): boolean {
  return isPerson(actor) && actor.id === comment.writerId;
}

type Telling = {
  plan: PlanSeen;
  commentId: string;
  threadId: string;
  ids: readonly string[];
  desk: MailDesk;
  at: Date;
};

async function tellThem(tx: Tx, { plan, ids, desk, at, ...where }: Telling): Promise<void> {
  if (ids.length === 0) return;
  for (const to of await readMentionAddresses(tx, plan.id, ids))
    await writeMail(tx, mentionMail(desk, { to, plan, ...where }), at);
}

function kept(id: string, text: string) {
  return { thingKind: "comment" as const, thingId: id, field: "text", text };
}

function changedMeanwhile(yours: string, theirs: Comment | undefined): Conflict {
  if (!theirs || theirs.isRemoved) throw new NotFound();
  return new Conflict([{ name: "text", label: "What you say", yours, theirs: theirs.text }], theirs.version);
}
