import { Fragment, type ReactNode } from "react";
import { z } from "zod";
import { visibilities, visibilityLabels } from "#platform/sight.ts";
import { Checkboxes } from "#ui/nhs/checkboxes.tsx";
import { Button } from "#ui/nhs/button.tsx";
import { Timeline } from "#ui/timeline.tsx";
import { contextOf, type Request } from "#web/env.ts";
import { doneWord } from "#web/done-word.ts";
import { defineForm } from "#web/form/form.ts";
import { FormProblems, FormView, type FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import { ownContext } from "#web/own-context.ts";
import { openPlan, setPlanBodies } from "../commands/open-plan.ts";
import { planSharing, type PlanSharing } from "../queries/plan-sharing.ts";
import { shareParts } from "../share-parts.ts";
import { visibilityHints } from "../visibility-words.ts";
import { planPage, planPath } from "../views/plan-page.tsx";
import { dayInWords } from "#platform/moments.ts";
import type { PlanFrame } from "../workspace-parts.ts";
import { planOf } from "./plan-of.ts";

const form = defineForm({
  visibility: {
    kind: "choice",
    label: "Who can see it",
    options: visibilities.map((value) => ({
      value,
      label: visibilityLabels[value],
      hint: visibilityHints[value],
    })),
    schema: z.enum(visibilities, "Choose who can see it"),
  },
});

const done = { opened: "It is saved who can see it.", bodies: "The organisations are saved." };

export async function sharePage(c: Request): Promise<Response> {
  const frame = await planOf(c);
  const { visibility, version } = frame.plan;
  return draw(c, frame, { typed: { visibility }, version });
}

export async function saveVisibility(c: Request): Promise<Response> {
  const context = ownContext(c);
  const frame = await planOf(c);
  return submitForm(c, {
    form,
    act: async ({ visibility }, version) => {
      await openPlan(context, frame.plan.id, { visibility, version });
      return c.redirect(planPath(frame.plan, "/share?done=opened"), 303);
    },
    redraw: (state, status) => draw(c, frame, state, status),
  });
}

export async function saveBodies(c: Request): Promise<Response> {
  const planId = c.req.param("id") ?? "";
  const codes = (c.get("form")?.getAll("bodies") ?? []).filter((code) => typeof code === "string");
  await setPlanBodies(ownContext(c), planId, codes);
  return c.redirect(`/plans/${planId}/share?done=bodies`, 303);
}

async function draw(c: Request, frame: PlanFrame, state: FormState, status = 200): Promise<Response> {
  const context = contextOf(c);
  const { plan } = frame;
  const sharing = await planSharing(context, plan);
  const parts = await Promise.all(
    shareParts.map(async (part) => [part.id, await part.draw(context, frame)] as const),
  );
  return planPage(
    c,
    frame,
    {
      under: "share",
      title: frame.words.share,
      success: doneWord(c, done),
      hasProblems: Boolean(state.problems?.length),
      above: <FormProblems form={form} state={state} />,
      children: (
        <>
          {sharing.can.lead ? (
            <FormView
              form={form}
              state={state}
              action={planPath(plan, "/share")}
              submit="Save who can see it"
            />
          ) : (
            <p>
              <strong>{visibilityLabels[plan.visibility]}.</strong> {visibilityHints[plan.visibility]}
            </p>
          )}
          <p>
            <a href={planPath(plan, "/hand-over")}>
              Hand-over pack: all that whoever takes over needs, on one sheet
            </a>
          </p>
          <Organisations frame={frame} sharing={sharing} />
          {parts.map(([id, drawn]) => (
            <Fragment key={id}>{drawn}</Fragment>
          ))}
          <h2>Who could see it before</h2>
          <Timeline
            events={sharing.history.map((one) => ({
              title: visibilityLabels[one.visibility],
              when: dayInWords(one.since),
              dateTime: one.since.toISOString(),
              by: one.setBy,
            }))}
          />
        </>
      ),
    },
    status,
  );
}

function Organisations({ frame: { plan }, sharing }: { frame: PlanFrame; sharing: PlanSharing }): ReactNode {
  const others = sharing.bodies.filter((body) => body.code !== plan.body.code);
  return (
    <>
      <h2>Organisations</h2>
      <ul>
        {plan.bodies.map((body) => (
          <li key={body.id}>
            <a href={`/bodies/${body.code}`}>{body.name}</a>
          </li>
        ))}
      </ul>
      {sharing.can.lead && others.length > 0 ? (
        <form action={planPath(plan, "/organisations")} method="post">
          <Checkboxes
            idPrefix="bodies"
            name="bodies"
            fieldset={{ legend: { text: `Besides ${plan.body.name}`, size: "s" } }}
            hint={{
              text: "Where people of the team work. Where it opens to organisations, it opens to these",
            }}
            values={others.filter((body) => body.isIn).map((body) => body.code)}
            items={others.map((body) => ({ value: body.code, text: body.name }))}
          />
          <Button text="Save the organisations" variant="secondary" />
        </form>
      ) : null}
    </>
  );
}
