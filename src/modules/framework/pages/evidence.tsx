import { z } from "zod";
import { contextOf, type Request } from "#web/env.ts";
import { formPage } from "#web/column-page.tsx";
import { defineForm } from "#web/form/form.ts";
import type { FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import { addEvidence } from "../commands/add-evidence.ts";
import { withdrawEvidence } from "../commands/withdraw-evidence.ts";
import { frameworkPath, itemPath } from "../paths.ts";
import { commitmentToProve } from "../queries/commitment-to-report.ts";
import { evidenceToWithdraw } from "../queries/evidence-to-withdraw.ts";
import { evidenceFields } from "./evidence-fields.ts";

const form = defineForm({
  ...evidenceFields,
  plan: {
    kind: "text",
    label: "Is it work on this platform?",
    hint: "The address of its plan, if it is. Whoever cannot see that plan will only learn that there is one",
    schema: z.string().max(500, "The address must be 500 characters or fewer"),
  },
});

export async function evidencePage(c: Request): Promise<Response> {
  return drawEvidence(c, await askEvidence(c));
}

export async function saveEvidence(c: Request): Promise<Response> {
  const asked = await askEvidence(c);
  const at = { framework: asked.framework.key, item: asked.key };
  return submitForm(c, {
    form,
    act: async ({ title, summary, link, plan }) => {
      await addEvidence(contextOf(c), at, { title, summary, link, plan });
      return c.redirect(`${itemPath(at.framework, at.item)}?done=proved`, 303);
    },
    redraw: (state, status) => drawEvidence(c, asked, state, status),
  });
}

type Asked = Awaited<ReturnType<typeof commitmentToProve>>;

function askEvidence(c: Request): Promise<Asked> {
  return commitmentToProve(contextOf(c), c.req.param("framework")!, c.req.param("item")!);
}

function drawEvidence(c: Request, asked: Asked, state: FormState = {}, status = 200): Response {
  const back = itemPath(asked.framework.key, asked.key);
  return formPage(
    c,
    {
      title: "Give evidence",
      section: asked.framework.title,
      look: "framework",
      caption: asked.title,
      backLink: { text: "Back", href: back },
      form,
      action: `${back}/evidence`,
      submit: "Publish",
      children: (
        <p>You speak for {asked.as.name}. Evidence is never changed; it can be withdrawn with a reason.</p>
      ),
    },
    state,
    status,
  );
}

const withdrawal = defineForm({
  reason: {
    kind: "long-text",
    label: "Why does it not stand any more?",
    hint: "Everybody can read this",
    rows: 4,
    most: 1000,
    schema: z
      .string()
      .min(1, "Say why it does not stand any more")
      .max(1000, "The reason must be 1,000 characters or fewer"),
  },
});

export async function withdrawEvidencePage(c: Request): Promise<Response> {
  return drawWithdrawal(c, await askWithdrawal(c));
}

export async function saveWithdrawal(c: Request): Promise<Response> {
  const asked = await askWithdrawal(c);
  const framework = asked.framework.key;
  return submitForm(c, {
    form: withdrawal,
    act: async ({ reason }) => {
      const item = await withdrawEvidence(contextOf(c), { framework, evidence: asked.evidence.id }, reason);
      return c.redirect(`${itemPath(framework, item)}?done=withdrawn`, 303);
    },
    redraw: (state, status) => drawWithdrawal(c, asked, state, status),
  });
}

type Withdrawn = Awaited<ReturnType<typeof evidenceToWithdraw>>;

function askWithdrawal(c: Request): Promise<Withdrawn> {
  const at = { framework: c.req.param("framework")!, evidence: c.req.param("evidence")! };
  return evidenceToWithdraw(contextOf(c), at);
}

function drawWithdrawal(c: Request, asked: Withdrawn, state: FormState = {}, status = 200): Response {
  const { framework, evidence, key } = asked;
  return formPage(
    c,
    {
      title: "Withdraw evidence",
      section: framework.title,
      look: "framework",
      caption: evidence.title,
      backLink: { text: "Back", href: itemPath(framework.key, key) },
      form: withdrawal,
      action: frameworkPath(framework.key, `evidence/${evidence.id}/withdraw`),
      submit: "Withdraw",
      isDestructive: true,
    },
    state,
    status,
  );
}
