import type { ReactNode } from "react";
import { z } from "zod";
import { Forbidden, NotFound } from "#platform/problem.ts";
import { longDate } from "#ui/long-date.ts";
import { Table } from "#ui/nhs/table.tsx";
import { contextOf, type Request } from "#web/env.ts";
import { defineForm } from "#web/form/form.ts";
import type { FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import { ownContext } from "#web/own-context.ts";
import { answerFollowUp } from "../commands/help-team.ts";
import { checkAnswerLabels, checkAnswers, type PlanCheck } from "../help.ts";
import { mayEditPlan } from "../policy.ts";
import { planChecks } from "../queries/plan-help.ts";
import { planFormPage, planPage, planPath } from "../views/plan-page.tsx";
import type { PlanFrame } from "../workspace-parts.ts";
import { planOf } from "./plan-of.ts";

const form = defineForm({
  answer: {
    kind: "choice",
    label: "How it stands now",
    options: checkAnswers.map((value) => ({ value, label: checkAnswerLabels[value] })),
    schema: z.enum(checkAnswers, "Choose how it stands now"),
  },
  note: {
    kind: "long-text",
    label: "In a line",
    hint: "Such as the newest number, and what keeps it or what undid it",
    rows: 3,
    most: 500,
    schema: z.string().max(500, "This must be 500 characters or fewer"),
  },
  months: { kind: "hidden", label: "Months", schema: z.enum(["3", "6", "12"]).transform(Number) },
});

/** What is asked now: the earliest that is due and open, or the next one there is. */
function askedNow(checks: readonly PlanCheck[]): PlanCheck | undefined {
  return checks.find(({ answeredAt }) => answeredAt === null);
}

export async function afterPage(c: Request): Promise<Response> {
  const context = contextOf(c);
  const frame = await planOf(c);
  const checks = await planChecks(context, frame.plan);
  const now = askedNow(checks);
  if (!now || !mayEditPlan(context.actor, frame.plan)) return readOnly(c, frame, checks);
  return draw(c, frame, { checks, state: { typed: { months: String(now.months) } } });
}

function readOnly(c: Request, frame: PlanFrame, checks: readonly PlanCheck[]): Response {
  return planPage(c, frame, {
    under: "overview",
    title: "After the end",
    children: <Checks checks={checks} />,
  });
}

export async function saveAfter(c: Request): Promise<Response> {
  const context = ownContext(c);
  const frame = await planOf(c);
  if (!mayEditPlan(context.actor, frame.plan)) throw new Forbidden();
  const checks = await planChecks(context, frame.plan);
  if (checks.length === 0) throw new NotFound();
  return submitForm(c, {
    form,
    act: async (given) => {
      await answerFollowUp(context, frame.plan.id, given);
      return c.redirect(planPath(frame.plan, "?done=after"), 303);
    },
    redraw: (state, status) => draw(c, frame, { checks, state, status }),
  });
}

type Drawn = { checks: readonly PlanCheck[]; state: FormState; status?: number };

function draw(c: Request, frame: PlanFrame, { checks, state, status = 200 }: Drawn): Response {
  const months = String(state.typed?.["months"] ?? "");
  const page = {
    under: "overview",
    title: `How it stands after ${months} months`,
    form,
    action: planPath(frame.plan, "/after"),
    submit: "Save",
    children: (
      <p>
        Most changes fade when nobody looks. If you measure it,{" "}
        <a href={planPath(frame.plan, "/measures")}>add the newest number</a> first.
      </p>
    ),
    after: <Checks checks={checks} />,
  } as const;
  return planFormPage(c, frame, page, { state, status });
}

function Checks({ checks }: { checks: readonly PlanCheck[] }): ReactNode {
  if (checks.length === 0) return <p>This is asked when a project has finished: after 3, 6 and 12 months.</p>;
  return (
    <Table
      caption="After the end"
      responsive
      firstCellIsHeader
      head={["When", "Due", "How it stood", "In a line"]}
      rows={checks.map((check) => [
        `${check.months} months`,
        longDate(check.dueOn),
        check.answer ? checkAnswerLabels[check.answer] : "Not said yet",
        check.note || "",
      ])}
    />
  );
}
