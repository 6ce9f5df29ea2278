import type { ReactNode } from "react";
import { z } from "zod";
import { Forbidden } from "#platform/problem.ts";
import { Timeline } from "#ui/timeline.tsx";
import { contextOf, type Request } from "#web/env.ts";
import { defineForm } from "#web/form/form.ts";
import type { FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import { doneWord } from "#web/done-word.ts";
import { ownContext } from "#web/own-context.ts";
import { setStage } from "../commands/set-stage.ts";
import { aimsMet, stageLabels, stages } from "../plan.ts";
import { planStages, type PlanStages } from "../queries/plan-stages.ts";
import { stageHints } from "../stage-words.ts";
import { planFormPage, planPage, planPath } from "../views/plan-page.tsx";
import { dayInWords } from "#platform/moments.ts";
import type { PlanFrame } from "../workspace-parts.ts";
import { planOf } from "./plan-of.ts";

const form = defineForm({
  stage: {
    kind: "choice",
    label: "How far it is",
    options: stages.map((value) => ({ value, label: stageLabels[value], hint: stageHints[value] })),
    schema: z.enum(stages, "Choose how far it is"),
  },
  reason: {
    kind: "text",
    label: "Why now",
    hint: "A few words, if you like",
    schema: z.string().max(300, "Why now must be 300 characters or fewer"),
  },
  learned: {
    kind: "long-text",
    label: "What did you learn?",
    hint: "Asked for when it is finished or stopped. What did not work, and why, saves others the most",
    rows: 6,
    most: 4000,
    schema: z.string().max(4000, "What you learned must be 4,000 characters or fewer"),
  },
  aimMet: {
    kind: "choice",
    label: "Was the aim reached?",
    hint: "Only if it has ended",
    inline: true,
    options: [
      { value: "yes", label: "Yes" },
      { value: "partly", label: "Partly" },
      { value: "no", label: "No" },
    ],
    schema: z.union([z.enum(aimsMet), z.literal("")]).transform((text) => (text === "" ? null : text)),
  },
});

export async function stagePage(c: Request): Promise<Response> {
  const frame = await planOf(c);
  const found = await planStages(contextOf(c), frame.plan);
  const { plan } = frame;
  if (!found.can.edit) return readOnly(c, frame, found);
  const asked = stages.find((one) => one === c.req.query("to"));
  const typed = { stage: asked ?? plan.stage, learned: plan.learned, reason: "", aimMet: plan.aimMet ?? "" };
  return draw(c, frame, { found, state: { typed, version: plan.version } });
}

function readOnly(c: Request, frame: PlanFrame, found: PlanStages): Response {
  return planPage(c, frame, {
    under: "overview",
    title: frame.words.stage,
    children: <Stages found={found} />,
  });
}

export async function saveStage(c: Request): Promise<Response> {
  const context = ownContext(c);
  const frame = await planOf(c);
  const found = await planStages(context, frame.plan);
  if (!found.can.edit) throw new Forbidden();
  return submitForm(c, {
    form,
    act: async (given, version) => {
      await setStage(context, frame.plan.id, { ...given, version });
      return c.redirect(
        planPath(frame.plan, `?done=${given.stage === "stopped" ? "stopped" : "stage"}`),
        303,
      );
    },
    redraw: (state, status) => draw(c, frame, { found, state, status }),
  });
}

type Drawn = { found: PlanStages; state: FormState; status?: number };

function draw(c: Request, frame: PlanFrame, { found, state, status = 200 }: Drawn): Response {
  return planFormPage(
    c,
    frame,
    {
      under: "overview",
      title: frame.words.stage,
      success: doneWord(c, {}),
      form,
      action: planPath(frame.plan, "/stage"),
      submit: "Save",
      draft: `plan-stage-${frame.plan.id}`,
      after: <Stages found={found} />,
    },
    { state, status },
  );
}

function Stages({ found }: { found: PlanStages }): ReactNode {
  return (
    <>
      <h2>How it came here</h2>
      <Timeline
        events={found.stages.map((one) => ({
          title: stageLabels[one.stage],
          when: dayInWords(one.since),
          dateTime: one.since.toISOString(),
          by: one.setBy,
          children: one.reason === "" ? null : <p>{one.reason}</p>,
        }))}
      />
    </>
  );
}
