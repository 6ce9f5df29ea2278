import { z } from "zod";
import { contextOf, type Request } from "#web/env.ts";
import { formPage } from "#web/column-page.tsx";
import { defineForm } from "#web/form/form.ts";
import type { FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import { closeDecision } from "../commands/close-decision.ts";
import { recordDecision } from "../commands/record-decision.ts";
import { keyOf } from "../item.ts";
import { frameworkPath } from "../paths.ts";
import { decisionToClose } from "../queries/decision-to-close.ts";
import { frameworkToKeep, type Kept } from "../queries/framework-to-keep.ts";

function formFor({ framework, owners }: Kept) {
  const details = framework.content.pack.actions.flatMap((action) => action.details);
  return defineForm({
    metOn: {
      kind: "date",
      label: "When did the board meet?",
      schema: z.iso.date("Enter a real day, like 20 2 2018"),
    },
    item: {
      kind: "select",
      label: "What is it about?",
      options: [
        { value: "", label: "The framework as a whole" },
        ...details.map(({ id, title }) => ({ value: keyOf("detail", id), label: `${id} ${title}` })),
      ],
      schema: z.string().max(120),
    },
    decision: {
      kind: "long-text",
      label: "What was decided?",
      most: 2000,
      rows: 4,
      schema: z
        .string()
        .min(1, "Say what was decided")
        .max(2000, "What was decided must be 2,000 characters or fewer"),
    },
    action: {
      kind: "text",
      label: "What follows from it?",
      hint: "An action stays on every agenda until it is closed. Leave this empty if there is none",
      schema: z.string().max(300, "What follows must be 300 characters or fewer"),
    },
    owner: {
      kind: "select",
      label: "Who does it?",
      options: [
        { value: "", label: "Choose a body" },
        ...[...new Map([...owners.values()].map((owner) => [owner.code, owner])).values()].map(
          ({ code, name }) => ({ value: code, label: name }),
        ),
      ],
      schema: z.string().max(20),
    },
    dueOn: {
      kind: "date",
      label: "By when?",
      schema: z.union([z.literal(""), z.iso.date("Enter a real day, like 1 4 2018")]),
    },
  });
}

export async function newDecisionPage(c: Request): Promise<Response> {
  return draw(c, await ask(c));
}

export async function saveDecision(c: Request): Promise<Response> {
  const kept = await ask(c);
  return submitForm(c, {
    form: formFor(kept),
    act: async (given) => {
      await recordDecision(contextOf(c), kept.framework.key, given);
      return c.redirect(`${frameworkPath(kept.framework.key, "board", { done: "decided" })}#decisions`, 303);
    },
    redraw: (state, status) => draw(c, kept, state, status),
  });
}

function ask(c: Request): Promise<Kept> {
  return frameworkToKeep(contextOf(c), c.req.param("framework")!);
}

function draw(c: Request, kept: Kept, state: FormState = {}, status = 200): Response {
  const { framework } = kept;
  return formPage(
    c,
    {
      title: "Record a decision of the board",
      section: framework.title,
      look: "framework",
      backLink: { text: "Back", href: frameworkPath(framework.key, "board") },
      form: formFor(kept),
      action: frameworkPath(framework.key, "decisions"),
      submit: "Record",
      draft: `decision-${framework.key}`,
    },
    state,
    status,
  );
}

const closing = defineForm({
  outcome: {
    kind: "long-text",
    label: "What came of it?",
    most: 1000,
    rows: 4,
    schema: z
      .string()
      .min(1, "Say what came of it")
      .max(1000, "What came of it must be 1,000 characters or fewer"),
  },
});

export async function closeDecisionPage(c: Request): Promise<Response> {
  const asked = await askClosing(c);
  return drawClosing(c, asked, { version: asked.decision.version });
}

export async function saveClosing(c: Request): Promise<Response> {
  const asked = await askClosing(c);
  const { framework, decision } = asked;
  return submitForm(c, {
    form: closing,
    act: async ({ outcome }, version) => {
      const at = { framework: framework.key, decision: decision.id };
      await closeDecision(contextOf(c), at, { outcome, version });
      return c.redirect(`${frameworkPath(framework.key, "board", { done: "closed" })}#decisions`, 303);
    },
    redraw: (state, status) => drawClosing(c, asked, state, status),
  });
}

type Closing = Awaited<ReturnType<typeof decisionToClose>>;

function askClosing(c: Request): Promise<Closing> {
  const at = { framework: c.req.param("framework")!, decision: c.req.param("decision")! };
  return decisionToClose(contextOf(c), at);
}

function drawClosing(c: Request, { framework, decision }: Closing, state: FormState, status = 200): Response {
  return formPage(
    c,
    {
      title: "Close an action",
      section: framework.title,
      look: "framework",
      caption: decision.action,
      backLink: { text: "Back", href: frameworkPath(framework.key, "board") },
      form: closing,
      action: frameworkPath(framework.key, `decisions/${decision.id}/close`),
      submit: "Close it",
      children: <p>Because the board decided: {decision.decision}</p>,
    },
    state,
    status,
  );
}
