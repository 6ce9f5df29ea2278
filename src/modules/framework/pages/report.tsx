import { z } from "zod";
import { longDate } from "#ui/long-date.ts";
import { contextOf, type Request } from "#web/env.ts";
import { formPage } from "#web/column-page.tsx";
import { defineForm } from "#web/form/form.ts";
import type { FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import { reportProgress } from "../commands/report-progress.ts";
import { itemPath } from "../paths.ts";
import { commitmentForm, type CommitmentForm } from "../queries/commitment-form.ts";
import { evidenceFields, link } from "./evidence-fields.ts";

function formFor({ stages }: CommitmentForm) {
  return defineForm({
    stage: {
      kind: "choice",
      label: "How does it stand?",
      options: stages.map((stage) => ({
        value: stage.id,
        label: stage.name,
        ...(stage.needsEvidence && { hint: "Needs evidence that anybody can check" }),
      })),
      schema: z.string().refine((id) => stages.some((stage) => stage.id === id), "Choose how it stands"),
    },
    note: {
      kind: "long-text",
      label: "What happened since?",
      hint: "In plain words. Everybody can read it, and it stays in the history",
      most: 4000,
      schema: z
        .string()
        .min(1, "Say what happened")
        .max(4000, "What happened must be 4,000 characters or fewer"),
    },
    evidenceTitle: {
      ...evidenceFields.title,
      label: "Evidence: what is it?",
      hint: "Leave this empty if there is nothing new to show",
      schema: z.string().max(200, "What it is must be 200 characters or fewer"),
    },
    evidenceSummary: {
      ...evidenceFields.summary,
      label: "Evidence: what does it show?",
      schema: z.string().max(2000, "What it shows must be 2,000 characters or fewer"),
    },
    evidenceLink: { ...evidenceFields.link, label: "Evidence: where is it?", schema: link },
  });
}

export async function reportPage(c: Request): Promise<Response> {
  const asked = await ask(c);
  return draw(c, asked, { typed: { stage: asked.state.stage }, version: asked.state.version });
}

export async function saveReport(c: Request): Promise<Response> {
  const asked = await ask(c);
  const at = { framework: asked.framework.key, item: asked.key };
  return submitForm(c, {
    form: formFor(asked),
    act: async ({ stage, note, evidenceTitle, evidenceSummary, evidenceLink }, version) => {
      const evidence =
        evidenceTitle === ""
          ? undefined
          : { title: evidenceTitle, summary: evidenceSummary || note.slice(0, 2000), link: evidenceLink };
      await reportProgress(contextOf(c), at, { stage, note, evidence, version });
      return c.redirect(`${itemPath(at.framework, at.item)}?done=reported`, 303);
    },
    redraw: (state, status) => draw(c, asked, state, status),
  });
}

function ask(c: Request): Promise<CommitmentForm> {
  return commitmentForm(contextOf(c), c.req.param("framework")!, c.req.param("item")!);
}

function draw(c: Request, asked: CommitmentForm, state: FormState, status = 200): Response {
  const back = itemPath(asked.framework.key, asked.key);
  return formPage(
    c,
    {
      title: "Say how it stands",
      section: asked.framework.title,
      look: "framework",
      caption: asked.title,
      backLink: { text: "Back", href: back },
      form: formFor(asked),
      action: `${back}/report`,
      submit: "Publish",
      draft: `report-${asked.key}`,
      children: (
        <p>
          You speak for {asked.as.name}.{asked.due ? ` It is due on ${longDate(asked.due)}.` : null}{" "}
          {asked.state.evidence === 0
            ? "No evidence stands yet."
            : `${asked.state.evidence} piece${asked.state.evidence === 1 ? "" : "s"} of evidence stand${asked.state.evidence === 1 ? "s" : ""} already.`}
        </p>
      ),
    },
    state,
    status,
  );
}
