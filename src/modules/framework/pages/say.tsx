import { z } from "zod";
import { contextOf, type Request } from "#web/env.ts";
import { formPage } from "#web/column-page.tsx";
import { defineForm } from "#web/form/form.ts";
import { submitForm } from "#web/form/submit-form.ts";
import { comment } from "../commands/comment.ts";
import { removeComment } from "../commands/remove-comment.ts";
import { frameworkPath, itemPath } from "../paths.ts";

const form = defineForm({
  text: {
    kind: "long-text",
    label: "Say what you think",
    hint: "Everybody can read this, with your name",
    most: 2000,
    schema: z
      .string()
      .min(1, "Write what you think")
      .max(2000, "What you think must be 2,000 characters or fewer"),
  },
});

export async function saveItemComment(c: Request): Promise<Response> {
  const [framework, item] = [c.req.param("framework")!, c.req.param("item")!];
  return say(c, { at: { framework, item }, back: itemPath(framework, item) });
}

export async function saveProposalComment(c: Request): Promise<Response> {
  const [framework, proposal] = [c.req.param("framework")!, c.req.param("proposal")!];
  return say(c, {
    at: { framework, item: "", proposal },
    back: frameworkPath(framework, `proposals/${proposal}`),
  });
}

type Saying = { at: Parameters<typeof comment>[1]; back: string };

/** The form stands on the page itself; only when something is wrong with it does it get a page of its own. */
async function say(c: Request, { at, back }: Saying): Promise<Response> {
  return submitForm(c, {
    form,
    act: async ({ text }) => {
      const id = await comment(contextOf(c), at, text);
      return c.redirect(`${back}?done=said#comment-${id}`, 303);
    },
    redraw: (state, status) =>
      formPage(
        c,
        {
          title: "Say what you think",
          section: "Framework",
          backLink: { text: "Back", href: back },
          form,
          action: c.req.path,
          submit: "Say it",
        },
        state,
        status,
      ),
  });
}

export async function takeOutComment(c: Request): Promise<Response> {
  const framework = c.req.param("framework")!;
  const at = { framework, comment: c.req.param("comment")! };
  const { itemKey, proposalId } = await removeComment(contextOf(c), at);
  const back = proposalId
    ? frameworkPath(framework, `proposals/${proposalId}`)
    : itemPath(framework, itemKey);
  return c.redirect(`${back}?done=removed#comments`, 303);
}
