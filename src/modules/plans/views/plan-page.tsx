import type { ReactNode } from "react";
import { visibilityLabels } from "#platform/sight.ts";
import { SubNavigation } from "#ui/sub-navigation.tsx";
import { Tag } from "#ui/nhs/tag.tsx";
import { PostButton } from "#ui/post-button.tsx";
import type { Request } from "#web/env.ts";
import type { PageProps } from "#web/layout.tsx";
import { FormProblems, FormView, type FormState } from "#web/form/form-view.tsx";
import type { Form } from "#web/form/form.ts";
import { renderPage } from "#web/render.tsx";
import { stageLabels, type PlanSeen } from "../plan.ts";
import { planParts, type PlanPartKey } from "../plan-parts.ts";
import { planWords } from "../plan-words.ts";
import { roleWords } from "../team-roles.ts";
import type { PlanFrame } from "../workspace-part.ts";

/** The words that this reader chose: those who are not signed in choose them in the address. */
export function frameOf(c: Request, plan: PlanSeen): PlanFrame {
  const isPlain = c.req.query("view") === "plain" || plan.readsPlain;
  return { plan, isPlain, words: planWords(plan.kind, isPlain) };
}

export type PlanPage = Omit<PageProps, "title" | "children" | "section"> & {
  /** Which entry of the sub-navigation this page belongs to. */
  under: PlanPartKey;
  /** The words of the h1; the plan's own title on its overview. */
  title?: string;
  /** Stands before everything, such as what is wrong with a form. */
  above?: ReactNode;
  /** One column that is good to read, unless the page has something wide to show. */
  wide?: boolean;
  children: ReactNode;
};

/** The frame of every page of a plan: what it is, how far it is, and the ways to its parts. */
export function planPage(c: Request, frame: PlanFrame, page: PlanPage, status = 200): Response {
  const { plan } = frame;
  const { under, title, above, wide, children, ...rest } = page;
  return renderPage(
    c,
    {
      ...rest,
      title: title ?? plan.title,
      section: plan.title,
      ...(!rest.backLink && {
        breadcrumbs: rest.breadcrumbs ?? [
          { text: "Improvement work", href: "/plans" },
          ...wayBack(frame, title),
        ],
      }),
      children: (
        <div data-plan={plan.id}>
          {above}
          <PlanHead frame={frame} title={title} path={c.req.path} />
          <PlanNavigation frame={frame} under={under} />
          {wide ? (
            children
          ) : (
            <div className="nhsuk-grid-row">
              <div className="nhsuk-grid-column-two-thirds">{children}</div>
            </div>
          )}
        </div>
      ),
    },
    status,
  );
}

function wayBack({ plan }: PlanFrame, title: string | undefined) {
  return title === undefined ? [] : [{ text: plan.title, href: planPath(plan) }];
}

export function planPath({ id }: Pick<PlanSeen, "id">, path = ""): string {
  return `/plans/${id}${path}`;
}

function PlanHead({ frame, title, path }: { frame: PlanFrame; title: string | undefined; path: string }) {
  const { plan, words, isPlain } = frame;
  return (
    <div
      className="tl-plan-head"
      {...(title === undefined && { id: "overview-head", "data-live": `plan:${plan.id}` })}
    >
      <h1>
        <span className="nhsuk-caption-l">
          {title === undefined ? `${capital(words.kind)} at ${plan.body.name}` : plan.title}
        </span>
        {title ?? plan.title}
      </h1>
      <div className="tl-plan-head__facts">
        <Tag text={stageLabels[plan.stage]} colour="blue" />
        <span>{visibilityLabels[plan.visibility]}</span>
        {plan.standing ? <span>You take part as {roleWords[plan.standing].label.toLowerCase()}</span> : null}
        <PlainSwitch plan={plan} isPlain={isPlain} path={path} />
      </div>
    </div>
  );
}

/** One press, for anybody: the same plan in other words. */
function PlainSwitch({ isPlain, path }: { plan: PlanSeen; isPlain: boolean; path: string }): ReactNode {
  return (
    <PostButton
      action="/plans/plain"
      text={isPlain ? "Show the full words" : "Show in plain English"}
      variant="secondary"
      small
      fields={{ plain: isPlain ? "no" : "yes", next: path }}
    />
  );
}

function PlanNavigation({ frame, under }: { frame: PlanFrame; under: PlanPartKey }): ReactNode {
  const { plan, words, isPlain } = frame;
  return (
    <SubNavigation
      ariaLabel={`Parts of this ${words.kind}`}
      items={planParts.map(({ key, path }) => ({
        text: words[key],
        href: `${planPath(plan, path)}${isPlain && !plan.readsPlain ? "?view=plain" : ""}`,
        current: key === under,
      }))}
    />
  );
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export type PlanFormPage = Omit<PlanPage, "above" | "wide" | "children"> & {
  form: Form;
  action: string;
  submit: string;
  isDestructive?: boolean;
  draft?: string;
  offline?: { noun: string; about: string };
  children?: ReactNode;
  after?: ReactNode;
};

/** The same around a form: what is wrong first, then what it is for, then the questions. */
export function planFormPage(
  c: Request,
  frame: PlanFrame,
  page: PlanFormPage,
  { state = {}, status = 200 }: { state?: FormState; status?: number } = {},
): Response {
  const { form, action, submit, isDestructive, draft, offline, children, after, ...rest } = page;
  const view = { form, state, action, submit, isDestructive, offline, ...(draft && { draft }) };
  return planPage(
    c,
    frame,
    {
      ...rest,
      hasProblems: Boolean(state.problems?.length) || state.conflict !== undefined,
      above: <FormProblems form={form} state={state} />,
      children: (
        <>
          {children}
          <FormView {...view} />
          {after}
        </>
      ),
    },
    status,
  );
}
