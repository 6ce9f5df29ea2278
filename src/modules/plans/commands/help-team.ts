import { isPerson } from "#platform/actor.ts";
import { writeMail } from "#platform/mail.ts";
import { perform, type Context } from "#platform/perform.ts";
import { Forbidden, NotFound } from "#platform/problem.ts";
import { countRequest } from "#modules/people/index.ts";
import type { CheckAnswer } from "../help.ts";
import { helpMail } from "../mails.ts";
import type { Plans } from "../plans-services.ts";
import { mayEditPlan, maySendHelp, maySupport } from "../policy.ts";
import { planInSight } from "../queries/plan-in-sight.ts";
import {
  answerCheck,
  insertHelp,
  putHelpAway,
  readAddresses,
  writeHelpWanted,
  writeSupport,
} from "../store/help.ts";
import { planEdited } from "../store/plans.ts";
import { teamDeed } from "../team-deed.ts";

/** The team says what it needs, or that it needs nothing any more. */
export async function askForHelp(context: Context, planId: string, text: string): Promise<void> {
  const plan = await planInSight(context, planId);
  if (!mayEditPlan(context.actor, plan)) throw new Forbidden();
  await teamDeed(context, plan, async ({ tx, at }) => {
    await writeHelpWanted(tx, { planId, text, at });
    await planEdited(tx, planId, at);
    const detail = { asks: text !== "" };
    return { result: null, did: { action: "ask-for-help", kind: "plan", id: planId, detail } };
  });
}

/** Tells a team whom it could ask. It is a message, and nothing is held against anybody. */
export async function sendHelp(
  context: Context,
  plans: Plans,
  planId: string,
  { text, whom }: { text: string; whom: string },
): Promise<void> {
  const { actor, at } = context;
  const plan = await planInSight(context, planId);
  if (!isPerson(actor) || !maySendHelp(actor, plan)) throw new Forbidden();
  await countRequest(context, { at: "send-help", account: planId, source: actor.id });
  await perform(context, async (tx) => {
    const id = await insertHelp(tx, { planId, text, whom, by: actor.id, at });
    for (const email of await readAddresses(
      tx,
      planId,
      plan.lead ? ["lead"] : ["sponsor", "coach", "member"],
    ))
      await writeMail(tx, helpMail(plans.baseUrl, { email, planId, key: `${id}:${email}` }), at);
    return { result: null, did: { action: "send-help", kind: "plan", id: planId, bodyId: plan.body.id } };
  });
}

export async function putAway(context: Context, planId: string, id: string): Promise<void> {
  const plan = await planInSight(context, planId);
  if (!mayEditPlan(context.actor, plan)) throw new Forbidden();
  await teamDeed(context, plan, async ({ tx, at }) => {
    if (!(await putHelpAway(tx, { planId, id, at }))) throw new NotFound();
    return { result: null, did: { action: "put-help-away", kind: "plan", id: planId, detail: { help: id } } };
  });
}

/** The sponsor's word. Nothing waits for it: it tells the team that it does not stand alone. */
export async function giveSupport(context: Context, planId: string, text: string): Promise<void> {
  const plan = await planInSight(context, planId);
  if (!maySupport(context.actor, plan)) throw new Forbidden();
  await teamDeed(context, plan, async ({ tx, by, at }) => {
    await writeSupport(tx, { planId, text, by, at });
    return { result: null, did: { action: "give-support", kind: "plan", id: planId } };
  });
}

export type CheckAnswered = { months: number; answer: CheckAnswer; note: string };

/** How it stands so many months after the end. */
export async function answerFollowUp(context: Context, planId: string, given: CheckAnswered): Promise<void> {
  const plan = await planInSight(context, planId);
  if (!mayEditPlan(context.actor, plan)) throw new Forbidden();
  await teamDeed(context, plan, async ({ tx, by, at }) => {
    if (!(await answerCheck(tx, { planId, ...given, by, at }))) throw new NotFound();
    const detail = { months: given.months, answer: given.answer };
    return { result: null, did: { action: "answer-follow-up", kind: "plan", id: planId, detail } };
  });
}
