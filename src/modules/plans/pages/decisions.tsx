import { listOf, type Columns } from "#platform/list-file.ts";
import { askedPage } from "#web/take-away.tsx";
import type { ReactNode } from "react";
import { dayOf } from "#platform/day.ts";
import { isoDayInWords } from "#platform/moments.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { PageLinks } from "#ui/page-links.tsx";
import { PostButton } from "#ui/post-button.tsx";
import { ActionLink } from "#ui/nhs/action-link.tsx";
import { contextOf, type Request } from "#web/env.ts";
import { savedDraft } from "#web/saved-draft.ts";
import { doneWord } from "#web/done-word.ts";
import { defineForm } from "#web/form/form.ts";
import type { FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import { addDecision, changeDecision, dropDecision } from "../commands/change-decisions.ts";
import type { PlanSeen } from "../plan.ts";
import { decisionFieldLabels, type PlanDecision } from "../plan-decision.ts";
import { decisionToChange, planDecisions } from "../queries/plan-decisions.ts";
import { planToEdit } from "../queries/plan-to-edit.ts";
import { frameOf, planFormPage, planPage, planPath } from "../views/plan-page.tsx";
import { planOf } from "./plan-of.ts";
import { day, dayParts, short } from "./test-form.ts";

const form = defineForm({
  what: {
    kind: "long-text",
    label: decisionFieldLabels.what,
    rows: 2,
    most: 1000,
    schema: short("What was decided", 1000).min(2, "Say what was decided"),
  },
  why: {
    kind: "long-text",
    label: decisionFieldLabels.why,
    hint: "And what you decided against",
    rows: 4,
    most: 4000,
    schema: short("Why", 4000),
  },
  decidedBy: {
    kind: "text",
    label: decisionFieldLabels.decidedBy,
    hint: "Such as “The ward meeting”",
    schema: short("Who decided", 200),
  },
  decidedOn: { kind: "date", label: "When", schema: day("Enter the day, like 27 3 2026") },
});

const done = {
  added: "The decision is written down.",
  changed: "The decision is changed.",
  dropped: "The decision is taken out.",
};

const columns: Columns<PlanDecision> = {
  what: ["What was decided", (decision) => decision.what],
  why: ["Why", (decision) => decision.why],
  decidedBy: ["Who decided", deciderOf],
  decidedOn: ["When", (decision) => decision.decidedOn],
};

function deciderOf({ decidedBy, writer }: PlanDecision): string {
  return decidedBy || writer || "Somebody who has left";
}

export async function decisionsPage(c: Request): Promise<Response> {
  const frame = await planOf(c);
  const { plan } = frame;
  const { decisions, paging, can } = await planDecisions(contextOf(c), plan, askedPage(c));
  const add = { text: "Write a decision down", href: planPath(plan, "/decisions/new") };
  return planPage(c, frame, {
    under: "tasks",
    title: "Decisions",
    part: { page: paging.page, of: paging.pages },
    success: doneWord(c, done),
    ...savedDraft(c, `decision:${plan.id}`),
    list: listOf({ name: "decisions", columns, rows: decisions, total: paging.total }),
    children: (
      <>
        {decisions.length === 0 ? (
          <EmptyState
            heading="No decision is written down yet"
            {...(can.change && { action: add })}
            example={
              <p>
                <strong>We measure falls a week, not a month.</strong> With months we would wait a year to see
                a change. The ward meeting, 12 May 2016
              </p>
            }
          >
            <p>In a year somebody will ask why. Here they find it, with who decided and when.</p>
          </EmptyState>
        ) : null}
        {decisions.length > 0 && can.change ? <ActionLink {...add} /> : null}
        <ul className="tl-notes">
          {decisions.map((decision) => (
            <li key={decision.id}>
              <Decision plan={plan} decision={decision} can={can.change} />
            </li>
          ))}
        </ul>
        <PageLinks paging={paging} href={(page) => planPath(plan, `/decisions?page=${page}`)} />
      </>
    ),
  });
}

type DecisionProps = { plan: PlanSeen; decision: PlanDecision; can: boolean };

function Decision({ plan, decision, can }: DecisionProps): ReactNode {
  return (
    <>
      <p className="tl-lines">
        <strong>{decision.what}</strong>
      </p>
      {decision.why ? <p className="tl-lines">{decision.why}</p> : null}
      <p className="tl-quiet">
        {deciderOf(decision)}, {isoDayInWords(decision.decidedOn)}
      </p>
      {can ? (
        <p>
          <a href={planPath(plan, `/decisions/${decision.id}/edit`)}>
            Change<span className="nhsuk-u-visually-hidden"> {decision.what}</span>
          </a>
        </p>
      ) : null}
    </>
  );
}

export async function newDecisionPage(c: Request): Promise<Response> {
  const context = contextOf(c);
  const plan = await planToEdit(context, c.req.param("id")!);
  return drawNew(c, plan, { typed: { decidedOn: dayParts(dayOf(context.at)) } });
}

export async function saveNewDecision(c: Request): Promise<Response> {
  const plan = await planToEdit(contextOf(c), c.req.param("id")!);
  return submitForm(c, {
    form,
    act: async (values) => {
      await addDecision(contextOf(c), plan, values);
      return c.redirect(planPath(plan, "/decisions?done=added"), 303);
    },
    redraw: (state, status) => drawNew(c, plan, state, status),
  });
}

function drawNew(c: Request, plan: PlanSeen, state: FormState, status = 200): Response {
  const page = {
    under: "tasks",
    title: "Write a decision down",
    form,
    action: planPath(plan, "/decisions/new"),
    submit: "Save the decision",
    draft: `decision:${plan.id}:new`,
  } as const;
  return planFormPage(c, frameOf(c, plan), page, { state, status });
}

type Changing = { plan: PlanSeen; decision: PlanDecision };

async function toChange(c: Request): Promise<Changing> {
  const context = contextOf(c);
  const plan = await planToEdit(context, c.req.param("id")!);
  return { plan, decision: await decisionToChange(context, plan, c.req.param("decision")!) };
}

export async function editDecisionPage(c: Request): Promise<Response> {
  const changing = await toChange(c);
  const { what, why, decidedBy, decidedOn, version } = changing.decision;
  return drawChange(c, changing, {
    typed: { what, why, decidedBy, decidedOn: dayParts(decidedOn) },
    version,
  });
}

export async function saveDecision(c: Request): Promise<Response> {
  const changing = await toChange(c);
  const { plan, decision } = changing;
  return submitForm(c, {
    form,
    act: async (values, version) => {
      await changeDecision(contextOf(c), plan, { id: decision.id, decision: values, version });
      return c.redirect(planPath(plan, "/decisions?done=changed"), 303);
    },
    redraw: (state, status) => drawChange(c, changing, state, status),
  });
}

function drawChange(c: Request, { plan, decision }: Changing, state: FormState, status = 200): Response {
  const here = planPath(plan, `/decisions/${decision.id}`);
  const page = {
    under: "tasks",
    title: "Change a decision",
    form,
    action: `${here}/edit`,
    submit: "Save",
    draft: `decision:${plan.id}:${decision.id}`,
    after: <PostButton action={`${here}/drop`} text="Take it out" variant="secondary" small />,
  } as const;
  return planFormPage(c, frameOf(c, plan), page, { state, status });
}

export async function dropDecisionForm(c: Request): Promise<Response> {
  const { plan, decision } = await toChange(c);
  await dropDecision(contextOf(c), plan, decision.id);
  return c.redirect(planPath(plan, "/decisions?done=dropped"), 303);
}
