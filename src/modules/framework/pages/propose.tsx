import { z } from "zod";
import { contextOf, type Request } from "#web/env.ts";
import { formPage } from "#web/column-page.tsx";
import { defineForm } from "#web/form/form.ts";
import type { FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import { proposeChange } from "../commands/propose-change.ts";
import { itemKinds, shortName } from "../item.ts";
import { frameworkPath, itemPath } from "../paths.ts";
import { horizonName } from "../progress.ts";
import { changes, changesAllowed, childKindOf, type Change } from "../proposal.ts";
import { itemToChange, type ItemToChange } from "../queries/item-to-change.ts";

const long = (most: number) =>
  z.string().max(most, `It must be ${most.toLocaleString("en-GB")} characters or fewer`);

/** Only what can be changed of this kind of item is asked. */
function formFor({ item, framework }: ItemToChange) {
  const allowed = changesAllowed(item.kind);
  const child = childKindOf(item.kind);
  const { pack } = framework.content;
  const adds = child === "detail";
  return defineForm({
    change: {
      kind: "choice",
      label: "What should change?",
      options: allowed.map((change) => ({
        value: change,
        label:
          change === "add" && child ? `Add a ${itemKinds[child].toLowerCase()} under it` : changes[change],
      })),
      schema: z.custom<Change>((value) => allowed.includes(value as Change), "Choose what should change"),
    },
    title: {
      kind: "text",
      label: "Title",
      hint: "As it should be, or of what you would add. Not needed to take it out",
      schema: long(300),
    },
    text: {
      kind: "long-text",
      label: "What it should say",
      most: 4000,
      schema: long(4000),
    },
    horizon: adds
      ? {
          kind: "select",
          label: "By when, if you add an action",
          options: [
            { value: "", label: "Choose a date" },
            ...pack.horizons.map(({ id }) => ({ value: id, label: horizonName(pack, id) })),
          ],
          schema: z.string(),
        }
      : { kind: "hidden", label: "By when", schema: z.string() },
    body: adds
      ? {
          kind: "select",
          label: "Who should lead it, if you add an action",
          options: [
            { value: "", label: "Choose a body" },
            ...pack.bodies.map(({ id, name }) => ({ value: id, label: name })),
          ],
          schema: z.string(),
        }
      : { kind: "hidden", label: "Who should lead it", schema: z.string() },
    reason: {
      kind: "long-text",
      label: "Why?",
      hint: "What happened when you used the framework. Everybody can read this, with your name",
      most: 4000,
      schema: z.string().min(1, "Say why").max(4000, "The reason must be 4,000 characters or fewer"),
    },
  });
}

export async function proposePage(c: Request): Promise<Response> {
  const asked = await ask(c);
  return draw(c, asked, { typed: { title: asked.item.title, text: asked.item.text } });
}

export async function saveProposal(c: Request): Promise<Response> {
  const asked = await ask(c);
  const at = { framework: asked.framework.key, item: asked.item.key };
  return submitForm(c, {
    form: formFor(asked),
    act: async (given) => {
      const id = await proposeChange(contextOf(c), at, given);
      return c.redirect(frameworkPath(at.framework, `proposals/${id}`, { done: "proposed" }), 303);
    },
    redraw: (state, status) => draw(c, asked, state, status),
  });
}

function ask(c: Request): Promise<ItemToChange> {
  return itemToChange(contextOf(c), c.req.param("framework")!, c.req.param("item")!);
}

function draw(c: Request, asked: ItemToChange, state: FormState, status = 200): Response {
  const { framework, item } = asked;
  const back = itemPath(framework.key, item.key);
  return formPage(
    c,
    {
      title: `Propose a change to ${shortName(item)}`,
      section: framework.title,
      look: "framework",
      caption: item.title || itemKinds[item.kind],
      backLink: { text: "Back", href: back },
      form: formFor(asked),
      action: `${back}/propose`,
      submit: "Propose it",
      draft: `propose-${item.key}`,
    },
    state,
    status,
  );
}
