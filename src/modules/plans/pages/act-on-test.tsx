import { z } from "zod";
import { contextOf, type Request } from "#web/env.ts";
import { savedDraft } from "#web/saved-draft.ts";
import { doneWord } from "#web/done-word.ts";
import { defineForm } from "#web/form/form.ts";
import type { FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import { actOnTest } from "../commands/act-on-test.ts";
import type { PlanSeen } from "../plan.ts";
import { decisionHints, decisionLabels, decisions, type PlanTest } from "../plan-test.ts";
import { planToEdit } from "../queries/plan-to-edit.ts";
import { testInSight } from "../queries/test-in-sight.ts";
import { capital, frameOf, planFormPage, planPath } from "../views/plan-page.tsx";
import { TestStudyFacts } from "../views/test-facts.tsx";
import { short } from "./test-form.ts";

const form = defineForm({
  decision: {
    kind: "choice",
    label: "What will you do with the change?",
    options: decisions.map((one) => ({ value: one, label: decisionLabels[one], hint: decisionHints[one] })),
    schema: z.enum(decisions, "Choose what to do with the change"),
  },
  learning: {
    kind: "long-text",
    label: "What did you learn?",
    hint: "A line that helps whoever tries the same. It is needed when you abandon the change",
    rows: 3,
    most: 2000,
    schema: short("What you learned", 2000),
  },
});

type Acting = { plan: PlanSeen; test: PlanTest };

async function toAct(c: Request): Promise<Acting> {
  const context = contextOf(c);
  const plan = await planToEdit(context, c.req.param("id")!);
  return { plan, test: await testInSight(context, plan, c.req.param("test")!) };
}

export async function actOnTestPage(c: Request): Promise<Response> {
  const acting = await toAct(c);
  const { test, plan } = acting;
  if (!test.studiedAt) return c.redirect(planPath(plan, `/tests/${test.id}/study`), 303);
  return draw(c, acting, {
    typed: { decision: test.decision ?? "", learning: test.learning },
    version: test.version,
  });
}

/** Adapting and expanding go straight on to the next cycle, filled in. */
export async function saveAct(c: Request): Promise<Response> {
  const acting = await toAct(c);
  const { plan, test } = acting;
  return submitForm(c, {
    form,
    act: async (decided, version) => {
      await actOnTest(contextOf(c), plan, { id: test.id, decided, version });
      const { decision } = decided;
      const goesOn = (decision === "adapt" || decision === "expand") && decision !== test.decision;
      const next = goesOn ? `/tests/new?follows=${test.id}` : `/tests/${test.id}?done=${decision}`;
      return c.redirect(planPath(plan, next), 303);
    },
    redraw: (state, status) => draw(c, acting, state, status),
  });
}

function draw(c: Request, { plan, test }: Acting, state: FormState, status = 200): Response {
  const frame = frameOf(c, plan);
  const { words } = frame;
  return planFormPage(
    c,
    frame,
    {
      under: "tests",
      title: `Decide after ${words.cycle} ${test.cycle}`,
      success: doneWord(c, { studied: `${capital(words.theStudy)} is saved.` }),
      form,
      action: planPath(plan, `/tests/${test.id}/act`),
      submit: "Save the decision",
      draft: `test:${test.id}:act`,
      ...savedDraft(c, `test:${test.id}:study`),
      children: (
        <>
          <p>{test.change}</p>
          <TestStudyFacts test={test} />
        </>
      ),
    },
    { state, status },
  );
}
