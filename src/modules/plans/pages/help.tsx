import { z } from "zod";
import { isId } from "#platform/id.ts";
import { Forbidden, NotFound } from "#platform/problem.ts";
import { contextOf, type Request } from "#web/env.ts";
import { defineForm } from "#web/form/form.ts";
import type { FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import { ownContext } from "#web/own-context.ts";
import { askForHelp, giveSupport, putAway, sendHelp } from "../commands/help-team.ts";
import type { Plans } from "../plans-services.ts";
import { mayEditPlan, maySendHelp, maySupport } from "../policy.ts";
import { planFormPage, planPath } from "../views/plan-page.tsx";
import type { PlanFrame } from "../workspace-parts.ts";
import { planOf } from "./plan-of.ts";

const askForm = defineForm({
  text: {
    kind: "long-text",
    label: "What would help",
    hint: "Such as somebody who knows data, an hour of coaching or time away from the ward. Leave it empty when you need none",
    rows: 4,
    most: 500,
    schema: z.string().max(500, "What would help must be 500 characters or fewer"),
  },
});

const sendForm = defineForm({
  whom: {
    kind: "text",
    label: "Whom they could ask",
    hint: "A person, a team or a network",
    schema: z.string().max(200, "Whom they could ask must be 200 characters or fewer"),
  },
  text: {
    kind: "long-text",
    label: "Your word to the team",
    rows: 5,
    most: 2000,
    schema: z
      .string()
      .min(3, "Write a word to the team")
      .max(2000, "Your word must be 2,000 characters or fewer"),
  },
});

const supportForm = defineForm({
  text: {
    kind: "long-text",
    label: "What you say to the team",
    hint: "Such as what you will do for it. The work does not wait for this, and you can change it at any time",
    rows: 4,
    most: 500,
    schema: z.string().max(500, "What you say must be 500 characters or fewer"),
  },
});

async function forTeam(c: Request): Promise<PlanFrame> {
  const frame = await planOf(c);
  if (!mayEditPlan(contextOf(c).actor, frame.plan))
    throw new Forbidden("Only this plan’s team can change it.");
  return frame;
}

export async function askHelpPage(c: Request): Promise<Response> {
  const frame = await forTeam(c);
  return drawAsk(c, frame, { typed: { text: frame.plan.helpWanted } });
}

function drawAsk(c: Request, frame: PlanFrame, state: FormState, status = 200): Response {
  const page = {
    under: "overview",
    title: "Ask for help",
    form: askForm,
    action: planPath(frame.plan, "/help"),
    submit: "Save",
    children: (
      <p>Whoever sees this {frame.words.kind} sees what you ask for, and coaches find it in their lists.</p>
    ),
  } as const;
  return planFormPage(c, frame, page, { state, status });
}

export async function saveAskHelp(c: Request): Promise<Response> {
  const context = ownContext(c);
  const frame = await forTeam(c);
  return submitForm(c, {
    form: askForm,
    act: async ({ text }) => {
      await askForHelp(context, frame.plan.id, text);
      return c.redirect(planPath(frame.plan, "?done=help"), 303);
    },
    redraw: (state, status) => drawAsk(c, frame, state, status),
  });
}

async function toSend(c: Request): Promise<PlanFrame> {
  const frame = await planOf(c);
  if (!maySendHelp(contextOf(c).actor, frame.plan))
    throw new Forbidden("Coaches, leads and others who look after improvement work can send help.");
  return frame;
}

export async function sendHelpPage(c: Request): Promise<Response> {
  return drawSend(c, await toSend(c));
}

function drawSend(c: Request, frame: PlanFrame, state: FormState = {}, status = 200): Response {
  const page = {
    under: "overview",
    title: "Send help",
    form: sendForm,
    action: planPath(frame.plan, "/send-help"),
    submit: "Send it to the team",
    children: (
      <p>
        The team finds your word on its page, and its lead gets a mail. Nothing is expected of them, and
        nobody else reads it.
      </p>
    ),
  } as const;
  return planFormPage(c, frame, page, { state, status });
}

export async function saveSendHelp(c: Request, plans: Plans): Promise<Response> {
  const context = ownContext(c);
  const frame = await toSend(c);
  return submitForm(c, {
    form: sendForm,
    act: async (given) => {
      await sendHelp(context, plans, frame.plan.id, given);
      return c.redirect(planPath(frame.plan, "?done=sent"), 303);
    },
    redraw: (state, status) => drawSend(c, frame, state, status),
  });
}

export async function putHelpAwayForm(c: Request): Promise<Response> {
  const id = c.req.param("help");
  if (!isId(id)) throw new NotFound();
  const planId = c.req.param("id") ?? "";
  await putAway(ownContext(c), planId, id);
  return c.redirect(`/plans/${planId}`, 303);
}

async function toSupport(c: Request): Promise<PlanFrame> {
  const frame = await planOf(c);
  if (!maySupport(contextOf(c).actor, frame.plan))
    throw new Forbidden("The sponsor says this, and nobody in their name.");
  return frame;
}

export async function supportPage(c: Request): Promise<Response> {
  const frame = await toSupport(c);
  return drawSupport(c, frame, { typed: { text: frame.plan.support?.text ?? "" } });
}

function drawSupport(c: Request, frame: PlanFrame, state: FormState, status = 200): Response {
  const page = {
    under: "overview",
    title: "Your word as sponsor",
    form: supportForm,
    action: planPath(frame.plan, "/support"),
    submit: "Save",
  } as const;
  return planFormPage(c, frame, page, { state, status });
}

export async function saveSupport(c: Request): Promise<Response> {
  const context = ownContext(c);
  const frame = await toSupport(c);
  return submitForm(c, {
    form: supportForm,
    act: async ({ text }) => {
      await giveSupport(context, frame.plan.id, text);
      return c.redirect(planPath(frame.plan, "?done=support"), 303);
    },
    redraw: (state, status) => drawSupport(c, frame, state, status),
  });
}
