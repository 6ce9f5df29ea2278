import { dayOf } from "#platform/day.ts";
import { contextOf, type Request } from "#web/env.ts";
import type { FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import { changeTest, planTest } from "../commands/plan-test.ts";
import type { PlanSeen } from "../plan.ts";
import { nextPlan, type PlanTest } from "../plan-test.ts";
import { planToEdit } from "../queries/plan-to-edit.ts";
import { testChoices, type TestChoices } from "../queries/test-choices.ts";
import { testInSight } from "../queries/test-in-sight.ts";
import { frameOf, planFormPage, planPath } from "../views/plan-page.tsx";
import { blankTest, testForm, testPlanOf, typedTest, withAllMissing } from "./test-form.ts";

type New = { plan: PlanSeen; choices: TestChoices; follows: PlanTest | null };

async function newTest(c: Request): Promise<New> {
  const context = contextOf(c);
  const plan = await planToEdit(context, c.req.param("id")!);
  const follows = c.req.query("follows");
  return {
    plan,
    choices: await testChoices(context, plan),
    follows: follows ? await testInSight(context, plan, follows) : null,
  };
}

export async function newTestPage(c: Request): Promise<Response> {
  const made = await newTest(c);
  const today = dayOf(contextOf(c).at);
  const idea = made.choices.ideas.find(({ id }) => id === c.req.query("node"));
  const test = made.follows ? nextPlan(made.follows, today) : blankTest(today, idea?.id ?? null);
  return drawNew(c, made, { typed: typedTest(test) });
}

export async function saveNewTest(c: Request): Promise<Response> {
  const made = await newTest(c);
  const { plan, choices, follows } = made;
  return submitForm(c, {
    form: testForm(choices, frameOf(c, plan)),
    act: async (values) => {
      const test = testPlanOf(values, choices);
      const id = await planTest(contextOf(c), plan, { test, followsId: follows?.id ?? null });
      return c.redirect(planPath(plan, `/tests/${id}?done=planned`), 303);
    },
    redraw: (state, status) => drawNew(c, made, withAllMissing(state), status),
  });
}

function drawNew(c: Request, { plan, choices, follows }: New, state: FormState, status = 200): Response {
  const frame = frameOf(c, plan);
  const title = follows ? `Plan ${frame.words.cycle} ${follows.cycle + 1}` : `Plan ${frame.words.aTest}`;
  return planFormPage(
    c,
    frame,
    {
      under: "tests",
      title,
      form: testForm(choices, frame),
      action: planPath(plan, `/tests/new${follows ? `?follows=${follows.id}` : ""}`),
      submit: `Save the ${frame.words.test}`,
      draft: `test-new:${plan.id}:${follows?.id ?? "first"}`,
      ...(follows?.decision && { savedDraft: `test:${follows.id}:act` }),
      children: follows ? (
        <p>
          It goes on from{" "}
          <a href={planPath(plan, `/tests/${follows.id}`)}>
            {frame.words.cycle} {follows.cycle}: {follows.change}
          </a>
          . What was planned then is filled in: change what you learned to change.
        </p>
      ) : (
        <p>Most of it can stay as it is. What you try, what you think will happen, and a day are enough.</p>
      ),
    },
    { state, status },
  );
}

type Change = { plan: PlanSeen; choices: TestChoices; test: PlanTest };

async function testToChange(c: Request): Promise<Change> {
  const context = contextOf(c);
  const plan = await planToEdit(context, c.req.param("id")!);
  const test = await testInSight(context, plan, c.req.param("test")!);
  return { plan, test, choices: await testChoices(context, plan, test) };
}

export async function editTestPage(c: Request): Promise<Response> {
  const change = await testToChange(c);
  return drawChange(c, change, { typed: typedTest(change.test), version: change.test.version });
}

export async function saveTest(c: Request): Promise<Response> {
  const change = await testToChange(c);
  const { plan, choices, test } = change;
  return submitForm(c, {
    form: testForm(choices, frameOf(c, plan)),
    act: async (values, version) => {
      await changeTest(contextOf(c), plan, { id: test.id, test: testPlanOf(values, choices), version });
      return c.redirect(planPath(plan, `/tests/${test.id}?done=changed`), 303);
    },
    redraw: (state, status) => drawChange(c, change, withAllMissing(state), status),
  });
}

function drawChange(c: Request, { plan, choices, test }: Change, state: FormState, status = 200): Response {
  const frame = frameOf(c, plan);
  return planFormPage(
    c,
    frame,
    {
      under: "tests",
      title: `Change ${frame.words.cycle} ${test.cycle}`,
      form: testForm(choices, frame),
      action: planPath(plan, `/tests/${test.id}/edit`),
      submit: "Save",
      draft: `test:${test.id}:edit`,
    },
    { state, status },
  );
}
