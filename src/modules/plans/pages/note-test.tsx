import { isPerson, type Actor } from "#platform/actor.ts";
import { NotFound } from "#platform/problem.ts";
import { contextOf, type Request } from "#web/env.ts";
import { defineForm } from "#web/form/form.ts";
import type { FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import { SignInNeeded } from "#web/middleware/default-deny.ts";
import { noteTest } from "../commands/note-test.ts";
import type { PlanSeen } from "../plan.ts";
import type { PlanTest } from "../plan-test.ts";
import { mayEditPlan } from "../policy.ts";
import { cardTarget } from "../queries/card-target.ts";
import { planToEdit } from "../queries/plan-to-edit.ts";
import { testInSight } from "../queries/test-in-sight.ts";
import { capital, frameOf, planFormPage, planPath } from "../views/plan-page.tsx";
import { testDays } from "../views/test-facts.tsx";
import { short } from "./test-form.ts";

const form = defineForm({
  text: {
    kind: "long-text",
    label: "What do you see?",
    hint: "No names, and nothing by which a patient could be known",
    rows: 4,
    most: 4000,
    schema: short("The note", 4000).min(1, "Write what you see"),
  },
});

type Noting = { plan: PlanSeen; test: PlanTest };

async function toNote(c: Request): Promise<Noting> {
  const context = contextOf(c);
  const plan = await planToEdit(context, c.req.param("id")!);
  return { plan, test: await testInSight(context, plan, c.req.param("test")!) };
}

/** The way from a printed card: to a note for its team, and for all others to what the test is. */
export async function cardLink(c: Request): Promise<Response> {
  const context = contextOf(c);
  const { plan, testId } = await cardTarget(context, c.req.param("token")!).catch(signInFirst(context.actor));
  const isTheirs = mayEditPlan(context.actor, plan);
  return c.redirect(planPath(plan, `/tests/${testId}${isTheirs ? "/note" : "?from=card"}`), 303);
}

/** Whoever scans a card is mostly of its team, on a phone that is not signed in yet. */
function signInFirst(actor: Actor) {
  return (error: unknown): never => {
    throw error instanceof NotFound && !isPerson(actor) ? new SignInNeeded() : error;
  };
}

export async function noteTestPage(c: Request): Promise<Response> {
  return draw(c, await toNote(c));
}

export async function saveNote(c: Request): Promise<Response> {
  const noting = await toNote(c);
  const { plan, test } = noting;
  return submitForm(c, {
    form,
    act: async ({ text }) => {
      await noteTest(contextOf(c), plan, { id: test.id, text });
      return c.redirect(planPath(plan, `/tests/${test.id}?done=noted`), 303);
    },
    redraw: (state, status) => draw(c, noting, state, status),
  });
}

/** Kept on the phone when there is no signal, and sent once when there is. */
function draw(c: Request, { plan, test }: Noting, state: FormState = {}, status = 200): Response {
  const frame = frameOf(c, plan);
  const cycle = capital(frame.words.cycle);
  return planFormPage(
    c,
    frame,
    {
      under: "tests",
      title: "Note what you see",
      form,
      action: planPath(plan, `/tests/${test.id}/note`),
      submit: "Save the note",
      offline: { noun: "note", about: `${cycle} ${test.cycle}: ${test.change}`.slice(0, 80) },
      after: (
        <p>
          <a href={planPath(plan, `/tests/${test.id}/picture`)}>Add a picture instead</a>
        </p>
      ),
      children: (
        <p>
          <a href={planPath(plan, `/tests/${test.id}`)}>
            {cycle} {test.cycle}: {test.change}
          </a>
          , {testDays(test)}
        </p>
      ),
    },
    { state, status },
  );
}
