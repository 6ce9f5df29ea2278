import { z } from "zod";
import { Forbidden } from "#platform/problem.ts";
import { DataClassWarning } from "#ui/data-class-warning.tsx";
import { contextOf, type Request } from "#web/env.ts";
import { defineForm } from "#web/form/form.ts";
import type { FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import { ownContext } from "#web/own-context.ts";
import { savePartnerNotes } from "../commands/write-partner-notes.ts";
import { partnerNotes } from "../queries/plan-partners.ts";
import { mayWritePartnerNotes } from "../policy.ts";
import { planFormPage, planPath } from "../views/plan-page.tsx";
import type { PlanFrame } from "../workspace-parts.ts";
import { planOf } from "./plan-of.ts";

const text = (label: string) => z.string().max(2000, `${label} must be 2,000 characters or fewer`);

const form = defineForm({
  accessNeeds: {
    kind: "long-text",
    label: "What helps you to take part",
    hint: "Such as large print, meetings by phone, breaks, or somebody who comes with you",
    most: 2000,
    schema: text("What helps you to take part"),
  },
  payment: {
    kind: "long-text",
    label: "Payment and expenses",
    hint: "What was agreed, and how you want to be paid. No account numbers",
    most: 2000,
    schema: text("Payment and expenses"),
  },
});

async function partnerOf(c: Request): Promise<PlanFrame> {
  const frame = await planOf(c);
  if (!mayWritePartnerNotes(contextOf(c).actor, frame.plan))
    throw new Forbidden("These notes belong to the patient and carer partners in the team.");
  return frame;
}

export async function partnerNotesPage(c: Request): Promise<Response> {
  const frame = await partnerOf(c);
  const [mine] = await partnerNotes(contextOf(c), frame.plan);
  const typed = { accessNeeds: mine?.accessNeeds ?? "", payment: mine?.payment ?? "" };
  return draw(c, frame, { typed, version: mine?.version ?? 0 });
}

export async function savePartnerNotesForm(c: Request): Promise<Response> {
  const context = ownContext(c);
  const frame = await partnerOf(c);
  return submitForm(c, {
    form,
    act: async (notes, version) => {
      await savePartnerNotes(context, frame.plan.id, { notes, version });
      return c.redirect(planPath(frame.plan, "/team?done=notes"), 303);
    },
    redraw: (state, status) => draw(c, frame, state, status),
  });
}

function draw(c: Request, frame: PlanFrame, state: FormState, status = 200): Response {
  const page = {
    under: "team",
    title: "What you need to take part",
    form,
    action: planPath(frame.plan, "/team/notes"),
    submit: "Save",
    children: <DataClassWarning dataClass="about-people" readers="Only you and the lead can read this." />,
  } as const;
  return planFormPage(c, frame, page, { state, status });
}
