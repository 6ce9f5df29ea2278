import type { Mail } from "#platform/mail.ts";

/** Nothing in a mail but what it is about and one link: mail is read over shoulders. */
function letter(lines: readonly string[]): string {
  return [...lines, "Throughline"].join("\n\n");
}

export function teamInvitationMail(
  baseUrl: string,
  to: string,
  { id, token }: { id: string; token: string },
): Mail {
  return {
    key: `team-invitation:${id}`,
    to,
    subject: "You are invited to an improvement project",
    body: letter([
      "Hello,",
      "You are invited to take part in an improvement project at Throughline, where people who do health and care work, patients and carers improve care together.",
      "To see what it is about and decide, open this page:",
      `${baseUrl}/plans/join/${token}`,
      "The link works for 14 days. If you do not know what this is about, do nothing.",
    ]),
  };
}

type ToTell = { email: string; planId: string; key: string };

export function leadGoneMail(baseUrl: string, { email, planId, key }: ToTell): Mail {
  return {
    key: `lead-gone:${key}`,
    to: email,
    subject: "A project that you take part in needs a new lead",
    body: letter([
      "Hello,",
      "The lead of an improvement project that you take part in has left. A project that nobody leads comes to a stop by itself.",
      "Agree with the others who leads it from now on:",
      `${baseUrl}/plans/${planId}/team`,
    ]),
  };
}

export function checkMail(baseUrl: string, { email, planId, key }: ToTell, months: number): Mail {
  return {
    key: `plan-check:${key}`,
    to: email,
    subject: `How it stands ${months} months after your project ended`,
    body: letter([
      "Hello,",
      `An improvement project that you led ended ${months} months ago. One number now tells you and others whether it has lasted.`,
      "Add it, or say how it stands. It takes a minute:",
      `${baseUrl}/plans/${planId}/after`,
    ]),
  };
}

export function helpMail(baseUrl: string, { email, planId, key }: ToTell): Mail {
  return {
    key: `plan-help:${key}`,
    to: email,
    subject: "Somebody has pointed your project to help",
    body: letter([
      "Hello,",
      "Somebody who looks after improvement work near you has left a word on whom your team could ask. Nothing is expected of you.",
      "Read it here:",
      `${baseUrl}/plans/${planId}`,
    ]),
  };
}

export function slippingMail(baseUrl: string, { email, planId, key }: ToTell): Mail {
  return {
    key: `plan-slipping:${key}`,
    to: email,
    subject: "A measure of a finished project has moved the other way",
    body: letter([
      "Hello,",
      "A measure of an improvement project that you keep going has moved the other way, by more than chance alone would bring.",
      "Look whether the change still holds, before it fades:",
      `${baseUrl}/plans/${planId}/measures`,
    ]),
  };
}
