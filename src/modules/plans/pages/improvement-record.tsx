import type { ReactNode } from "react";
import { z } from "zod";
import { dayOf } from "#platform/day.ts";
import { dayInWords, isoDayInWords } from "#platform/moments.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { PostButton } from "#ui/post-button.tsx";
import { DataClassWarning } from "#ui/data-class-warning.tsx";
import { ActionLink } from "#ui/nhs/action-link.tsx";
import { Table } from "#ui/nhs/table.tsx";
import { columnPage, formPage } from "#web/column-page.tsx";
import { contextOf, type Request } from "#web/env.ts";
import { savedDraft } from "#web/saved-draft.ts";
import { doneWord } from "#web/done-word.ts";
import { defineForm } from "#web/form/form.ts";
import type { FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import { addReflection, changeReflection, removeReflection } from "../commands/reflect.ts";
import { stageLabels, type Stage } from "../plan.ts";
import {
  improvementRecord,
  ownReflection,
  type ImprovementRecord,
  type OwnPlan,
  type Reflection,
} from "../queries/improvement-record.ts";
import { paperMarkdown } from "../exports/paper-markdown.ts";
import { improvementPaper } from "../record/improvement-paper.ts";
import { roleWords } from "../team-roles.ts";
import { paperDocument } from "../views/paper-document.tsx";
import { day, dayParts, short } from "./test-form.ts";

const here = "/me/improvement-record";

/** Made to be printed and taken to an appraisal. */
export async function improvementRecordPage(c: Request): Promise<Response> {
  const record = await improvementRecord(contextOf(c));
  return columnPage(c, {
    title: "Your improvement work",
    section: "Your account",
    backLink: { text: "Back to your account", href: "/me" },
    success: doneWord(c, { saved: "Your reflection is saved.", removed: "Your reflection is removed." }),
    ...savedDraft(c, "reflection"),
    children: (
      <>
        <p>
          {record.name}, {dayInWords(record.at)}. For your appraisal or revalidation: what you took part in,
          what you tested and learned, and what you think of it. Only you see this page.
        </p>
        <ul className="nhsuk-list tl-inline-links tl-no-print">
          <li>
            <a href={`${here}/record.html`}>Take it to Word</a>
          </li>
          <li>
            <a href={`${here}/record.md`}>Take it as Markdown</a>
          </li>
        </ul>
        <Plans plans={record.plans} />
        <Learning record={record} />
        <h2 className="nhsuk-heading-m">What you think of it</h2>
        <div className="tl-no-print">
          <ActionLink text="Add a reflection" href={`${here}/new`} />
        </div>
        {record.reflections.map((one) => (
          <OneReflection key={one.id} reflection={one} />
        ))}
      </>
    ),
  });
}

function Plans({ plans }: { plans: readonly OwnPlan[] }): ReactNode {
  if (plans.length === 0)
    return (
      <EmptyState heading="You are in no team yet" action={{ text: "Start a project", href: "/plans/new" }}>
        <p>As soon as you are in the team of a project, it stands here with what you did in it.</p>
      </EmptyState>
    );
  return (
    <Table
      caption="What you took part in"
      responsive
      firstCellIsHeader
      head={["Work", "Your part", "Stage", "Tests you planned, studied, decided"]}
      rows={plans.map((plan) => [
        { html: <a href={`/plans/${plan.id}`}>{`${plan.title}, ${plan.bodyName}`}</a> },
        { html: <Parts plan={plan} /> },
        stageLabels[plan.stage as Stage],
        `${plan.planned}, ${plan.studied}, ${plan.decided}`,
      ])}
    />
  );
}

function Parts({ plan: { roles } }: { plan: OwnPlan }): ReactNode {
  return roles.map(({ role, from, until }) => (
    <span key={from.toISOString()} className="tl-block">
      {roleWords[role as keyof typeof roleWords].label}, {dayInWords(from)} to{" "}
      {until ? dayInWords(until) : "today"}
    </span>
  ));
}

function Learning({ record: { learning } }: { record: ImprovementRecord }): ReactNode {
  if (learning.length === 0) return null;
  return (
    <>
      <h2 className="nhsuk-heading-m">What you learned from tests</h2>
      <ul className="tl-notes">
        {learning.map((one) => (
          <li key={one.testId}>
            <p>
              <a href={`/plans/${one.planId}/tests/${one.testId}`}>{one.change}</a>
            </p>
            <p className="tl-lines">{one.learning}</p>
            <p className="tl-quiet">{dayInWords(one.on)}</p>
          </li>
        ))}
      </ul>
    </>
  );
}

function OneReflection({ reflection }: { reflection: Reflection }): ReactNode {
  return (
    <div className="tl-talk__one">
      <p className="tl-quiet">
        {isoDayInWords(reflection.on)}
        {reflection.planTitle ? `, ${reflection.planTitle}` : ""}
      </p>
      <p className="tl-lines">{reflection.text}</p>
      <p className="tl-no-print">
        <a href={`${here}/${reflection.id}`}>
          Change
          <span className="nhsuk-u-visually-hidden"> the reflection of {isoDayInWords(reflection.on)}</span>
        </a>
      </p>
    </div>
  );
}

function reflectionForm(plans: readonly OwnPlan[]) {
  return defineForm({
    plan: {
      kind: "select",
      label: "What it is about",
      options: [
        { value: "", label: "Improvement work at large" },
        ...plans.map(({ id, title }) => ({ value: id, label: title })),
      ],
      schema: z.string().transform((text) => (text === "" ? null : text)),
    },
    on: { kind: "date", label: "When", schema: day("Enter the day, like 27 3 2026") },
    text: {
      kind: "long-text",
      label: "What did you do, what did you learn, what will you do differently?",
      rows: 8,
      most: 5_000,
      schema: short("Your reflection", 5_000).min(1, "Write your reflection"),
    },
  });
}

export async function newReflectionPage(c: Request): Promise<Response> {
  return drawNew(c, { typed: { on: dayParts(dayOf(contextOf(c).at)) } });
}

export async function saveNewReflection(c: Request): Promise<Response> {
  const { plans } = await improvementRecord(contextOf(c));
  return submitForm(c, {
    form: reflectionForm(plans),
    act: async ({ plan, on, text }) => {
      await addReflection(contextOf(c), { planId: plan, on, text });
      return c.redirect(`${here}?done=saved`, 303);
    },
    redraw: (state, status) => drawNew(c, state, status),
  });
}

async function drawNew(c: Request, state: FormState, status = 200): Promise<Response> {
  const { plans } = await improvementRecord(contextOf(c));
  const page = {
    title: "Add a reflection",
    form: reflectionForm(plans),
    action: `${here}/new`,
    submit: "Save",
  };
  return formPage(c, { ...page, ...around }, state, status);
}

const around = {
  section: "Your account",
  backLink: { text: "Back to your improvement work", href: here },
  draft: "reflection",
  children: <DataClassWarning dataClass="about-people" readers="Only you can read this." />,
};

export async function reflectionPage(c: Request): Promise<Response> {
  const { planId, on, text, version } = await ownReflection(contextOf(c), c.req.param("reflection")!);
  return drawChange(c, { typed: { plan: planId ?? "", on: dayParts(on), text }, version });
}

export async function saveReflection(c: Request): Promise<Response> {
  const { plans } = await improvementRecord(contextOf(c));
  const { id } = await ownReflection(contextOf(c), c.req.param("reflection")!);
  return submitForm(c, {
    form: reflectionForm(plans),
    act: async ({ plan, on, text }, version) => {
      await changeReflection(contextOf(c), id, { planId: plan, on, text, version });
      return c.redirect(`${here}?done=saved`, 303);
    },
    redraw: (state, status) => drawChange(c, state, status),
  });
}

async function drawChange(c: Request, state: FormState, status = 200): Promise<Response> {
  const { plans } = await improvementRecord(contextOf(c));
  const action = `${here}/${c.req.param("reflection")}`;
  const page = { title: "Change a reflection", form: reflectionForm(plans), action, submit: "Save" };
  const after = <PostButton action={`${action}/remove`} text="Remove it" variant="secondary" small />;
  return formPage(c, { ...page, ...around, after }, state, status);
}

export async function removeReflectionForm(c: Request): Promise<Response> {
  await removeReflection(contextOf(c), c.req.param("reflection")!);
  return c.redirect(`${here}?done=removed`, 303);
}

export async function improvementRecordFile(c: Request): Promise<Response> {
  const paper = improvementPaper(await improvementRecord(contextOf(c)));
  const isWord = c.req.path.endsWith(".html");
  return c.body(isWord ? paperDocument(paper) : paperMarkdown(paper), 200, {
    "Content-Type": isWord ? "text/html; charset=utf-8" : "text/markdown; charset=utf-8",
    "Content-Disposition": `attachment; filename="improvement-record.${isWord ? "html" : "md"}"`,
    "X-Content-Type-Options": "nosniff",
  });
}
