import { z } from "zod";
import { contextOf, type Request } from "#web/env.ts";
import { formPage } from "#web/column-page.tsx";
import { defineForm } from "#web/form/form.ts";
import type { FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import { answerPledge } from "../commands/answer-pledge.ts";
import { frameworkPath } from "../paths.ts";
import { pledgeToAnswer, type AnsweredPledge } from "../queries/pledge-to-answer.ts";

const words = (empty: string, what: string) =>
  z.string().min(1, empty).max(2000, `${what} must be 2,000 characters or fewer`);

const form = defineForm({
  heard: {
    kind: "long-text",
    label: "What did you hear?",
    hint: "In general: nobody who said it may be recognised",
    most: 2000,
    rows: 4,
    schema: words("Say what you heard", "What you heard"),
  },
  answer: {
    kind: "long-text",
    label: "What do you answer?",
    hint: "What you changed, or why you did not",
    most: 2000,
    schema: words("Write your answer", "Your answer"),
  },
});

export async function answerPledgePage(c: Request): Promise<Response> {
  return draw(c, await ask(c));
}

export async function saveAnswer(c: Request): Promise<Response> {
  const pledge = await ask(c);
  const at = { framework: pledge.framework.key, item: pledge.key };
  return submitForm(c, {
    form,
    act: async (given) => {
      await answerPledge(contextOf(c), at, given);
      return c.redirect(`${frameworkPath(at.framework, "pledges", { done: "answered" })}#${at.item}`, 303);
    },
    redraw: (state, status) => draw(c, pledge, state, status),
  });
}

function ask(c: Request): Promise<AnsweredPledge> {
  return pledgeToAnswer(contextOf(c), c.req.param("framework")!, c.req.param("item")!);
}

function draw(c: Request, pledge: AnsweredPledge, state: FormState = {}, status = 200): Response {
  const { framework, key, title, as } = pledge;
  return formPage(
    c,
    {
      title: "Answer what was heard",
      section: framework.title,
      look: "framework",
      caption: title,
      backLink: { text: "Back", href: frameworkPath(framework.key, "pledges") },
      form,
      action: frameworkPath(framework.key, `answers/${encodeURIComponent(key)}`),
      submit: "Publish",
      draft: `answer-${key}`,
      children: <p>You speak for {as.name}. An answer is never changed; you can add another.</p>,
    },
    state,
    status,
  );
}
