import type { ReactNode } from "react";
import { z } from "zod";
import { contextOf, type Request } from "#web/env.ts";
import { defineForm } from "#web/form/form.ts";
import type { FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import { changeDiagram } from "../commands/change-diagram.ts";
import { diagramToEdit } from "../queries/diagram-to-edit.ts";
import type { PlanDiagram } from "../queries/plan-diagram.ts";
import { similarWork } from "../queries/similar-work.ts";
import type { SimilarPlan } from "../similar.ts";
import { templateChanges } from "../template-changes.ts";
import { topicOf, topics } from "../topics.ts";
import { frameOf, planFormPage } from "../views/plan-page.tsx";

const form = defineForm({
  topic: {
    kind: "choice",
    label: "Topic",
    hint: "Its drivers and ideas come under your aim. Cross out and write over what does not fit",
    options: topics.map(({ key, name, inShort }) => ({ value: key, label: name, hint: inShort })),
    schema: z.string("Choose a topic").refine((key) => topicOf(key) !== undefined, "Choose a topic"),
  },
});

/** Drivers to begin from: those of a topic, or of somebody who works on the same. */
export async function beginDiagramPage(c: Request): Promise<Response> {
  return draw(c, await diagramToEdit(contextOf(c), c.req.param("id")!));
}

export async function beginDiagram(c: Request): Promise<Response> {
  const context = contextOf(c);
  const seen = await diagramToEdit(context, c.req.param("id")!);
  return submitForm(c, {
    form,
    act: async ({ topic }) => {
      const there = new Set(seen.nodes.map(({ text }) => text.toLowerCase()));
      const aim = seen.nodes.find(({ kind }) => kind === "aim")!;
      await changeDiagram(context, seen.plan.id, templateChanges(topicOf(topic)!, aim.id, there));
      return c.redirect(`/plans/${seen.plan.id}/diagram/list?done=begun`, 303);
    },
    redraw: (state, status) => draw(c, seen, state, status),
  });
}

async function draw(
  c: Request,
  { plan }: PlanDiagram,
  state: FormState = {},
  status = 200,
): Promise<Response> {
  const { plans } = await similarWork(contextOf(c), `${plan.title} ${plan.topics.join(" ")}`);
  const others = plans.filter(({ id }) => id !== plan.id);
  return planFormPage(
    c,
    frameOf(c, plan),
    {
      under: "diagram",
      title: "Begin from a topic",
      backLink: { text: "Back", href: `/plans/${plan.id}/diagram/list` },
      form,
      action: `/plans/${plan.id}/diagram/begin`,
      submit: "Add its drivers",
      after: <Others plans={others} />,
    },
    { state, status },
  );
}

function Others({ plans }: { plans: readonly SimilarPlan[] }): ReactNode {
  if (plans.length === 0) return null;
  return (
    <section aria-labelledby="others">
      <h2 id="others">Or take a branch from others</h2>
      <p>
        Open a diagram, choose an entry, and copy its branch into yours. Each entry then says where it comes
        from.
      </p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {plans.map(({ id, title, bodyName }) => (
          <li key={id}>
            <a href={`/plans/${id}/diagram/list`}>{title}</a>, {bodyName}
          </li>
        ))}
      </ul>
    </section>
  );
}
