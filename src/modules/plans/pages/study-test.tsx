import type { ReactNode } from "react";
import { z } from "zod";
import { dayOf } from "#platform/day.ts";
import { isoDayInWords } from "#platform/moments.ts";
import { InsetText } from "#ui/nhs/inset-text.tsx";
import { contextOf, type Request } from "#web/env.ts";
import { defineForm } from "#web/form/form.ts";
import type { FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import { studyTest } from "../commands/study-test.ts";
import type { PlanSeen } from "../plan.ts";
import { isBeforeItsEnd, outcomeLabels, outcomes, type PlanTest } from "../plan-test.ts";
import { planToEdit } from "../queries/plan-to-edit.ts";
import { testInSight } from "../queries/test-in-sight.ts";
import { frameOf, planFormPage, planPath } from "../views/plan-page.tsx";
import { short } from "./test-form.ts";

type Studying = { plan: PlanSeen; test: PlanTest; isEarly: boolean };

async function toStudy(c: Request): Promise<Studying> {
  const context = contextOf(c);
  const plan = await planToEdit(context, c.req.param("id")!);
  const test = await testInSight(context, plan, c.req.param("test")!);
  return { plan, test, isEarly: isBeforeItsEnd(test, dayOf(test.studiedAt ?? context.at)) };
}

/** What is asked depends on the test: whether it predicted, whether it has ended, whether it has a chart. */
function studyForm({ test, isEarly }: Studying) {
  const possible = outcomes.filter((one) => (one === "not-predicted") === (test.prediction === ""));
  return defineForm({
    happened: {
      kind: "long-text",
      label: "What happened?",
      rows: 4,
      most: 4000,
      schema: short("What happened", 4000).min(1, "Say what happened"),
    },
    outcome: {
      kind: "choice",
      label: "Did the prediction come true?",
      options: possible.map((outcome) => ({ value: outcome, label: outcomeLabels[outcome] })),
      schema: z.enum(outcomes, "Choose whether the prediction came true"),
    },
    surprises: {
      kind: "long-text",
      label: "What surprised you?",
      hint: "Leave it empty if nothing did",
      rows: 3,
      most: 2000,
      schema: short("What surprised you", 2000),
    },
    figure: {
      kind: "number",
      label: test.willMeasure ? `The number: ${test.willMeasure}` : "A number, if you have one",
      width: 10,
      schema: z
        .string()
        .transform((text) => text.replaceAll(",", ""))
        .refine(
          (text) => text === "" || /^-?\d{1,15}(\.\d{1,10})?$/.test(text),
          "Enter a number, like 12 or 4.5",
        )
        .transform((text) => (text === "" ? null : Number(text))),
    },
    chartNote: {
      kind: "text",
      label: "Note for the chart",
      hint: test.seriesId
        ? "A few words that stand on the chart at the day of the test; otherwise it says what you tried"
        : "Kept with the test, and shown on a chart when it has one",
      schema: short("The note for the chart", 120),
    },
    earlyReason: isEarly
      ? {
          kind: "text",
          label: `Why do you study it before ${isoDayInWords(test.endsOn)}?`,
          hint: "Such as “The ward closed” or “It did harm”",
          schema: short("The reason", 300),
        }
      : { kind: "hidden", label: "Why it was studied early", schema: short("The reason", 300) },
  });
}

export async function studyTestPage(c: Request): Promise<Response> {
  const studying = await toStudy(c);
  const { study, version, prediction } = studying.test;
  const fresh = { outcome: prediction === "" ? "not-predicted" : "" };
  const typed = study ? { ...study, figure: study.figure === null ? "" : String(study.figure) } : fresh;
  return draw(c, studying, { typed, version });
}

export async function saveStudy(c: Request): Promise<Response> {
  const studying = await toStudy(c);
  const { plan, test } = studying;
  return submitForm(c, {
    form: studyForm(studying),
    act: async (study, version) => {
      await studyTest(contextOf(c), plan, { id: test.id, study, version });
      const next = test.decision ? `?done=studied` : "/act?done=studied";
      return c.redirect(planPath(plan, `/tests/${test.id}${next}`), 303);
    },
    redraw: (state, status) => draw(c, studying, state, status),
  });
}

function draw(c: Request, studying: Studying, state: FormState, status = 200): Response {
  const { plan, test } = studying;
  const frame = frameOf(c, plan);
  const { words } = frame;
  return planFormPage(
    c,
    frame,
    {
      under: "tests",
      title: `${words.doStudy} ${words.cycle} ${test.cycle}`,
      form: studyForm(studying),
      action: planPath(plan, `/tests/${test.id}/study`),
      submit: `Save ${words.theStudy}`,
      draft: `test:${test.id}:study`,
      children: <Predicted test={test} />,
    },
    { state, status },
  );
}

function Predicted({ test }: { test: PlanTest }): ReactNode {
  return (
    <>
      <p>{test.change}</p>
      <InsetText>
        <p>
          <strong>{test.prediction ? "You predicted:" : "No prediction was written down."}</strong>{" "}
          <span className="tl-lines">{test.prediction}</span>
        </p>
      </InsetText>
    </>
  );
}
