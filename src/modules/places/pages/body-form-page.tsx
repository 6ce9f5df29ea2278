import type { ReactNode } from "react";
import type { Request } from "#web/env.ts";
import { FormProblems, FormView, type FormState } from "#web/form/form-view.tsx";
import type { Form } from "#web/form/form.ts";
import { renderPage } from "#web/render.tsx";
import type { Body } from "../body.ts";

type BodyFormPage = {
  body: Body;
  title: string;
  form: Form;
  state: FormState;
  /** The last part of the address, under the body's own. */
  path: string;
  submit: string;
  draft?: string;
  children?: ReactNode;
};

/** A form about one body: its name over the title, the way back to its page. */
export function bodyFormPage(c: Request, page: BodyFormPage, status = 200): Response {
  const { body, title, form, state, path, submit, draft, children } = page;
  return renderPage(
    c,
    {
      title,
      section: "Organisations",
      hasProblems: Boolean(state.problems?.length),
      backLink: { text: "Back", href: `/bodies/${body.code}` },
      children: (
        <div className="nhsuk-grid-row">
          <div className="nhsuk-grid-column-two-thirds">
            <FormProblems form={form} state={state} />
            <span className="nhsuk-caption-l">{body.name}</span>
            <h1 className="nhsuk-heading-l">{title}</h1>
            {children}
            <FormView
              form={form}
              state={state}
              action={`/bodies/${body.code}/${path}`}
              submit={submit}
              {...(draft && { draft })}
            />
          </div>
        </div>
      ),
    },
    status,
  );
}

/** Which organisation was picked: the one that was chosen from the list, or what was typed. */
export function picked(c: Request, name: string, typed: string): string {
  const chosen = c.get("form")?.get(`${name}-chosen`);
  return typeof chosen === "string" && chosen !== "" ? chosen : typed;
}
