import type { ReactNode } from "react";
import type { Request } from "./env.ts";
import { FormProblems, FormView, type FormState } from "./form/form-view.tsx";
import type { Form } from "./form/form.ts";
import type { PageProps } from "./layout.tsx";
import { renderPage } from "./render.tsx";

type Column = Omit<PageProps, "children"> & {
  children?: ReactNode;
  /** Stands before the title, such as what is wrong with a form. */
  above?: ReactNode;
  /** What the page is about, over its title. */
  caption?: string;
};

/** A page of one column, as wide as is good to read. */
export function columnPage(
  c: Request,
  { above, caption, children, ...page }: Column,
  status = 200,
): Response {
  return renderPage(
    c,
    {
      ...page,
      children: (
        <div className="nhsuk-grid-row">
          <div className="nhsuk-grid-column-two-thirds">
            {above}
            {caption ? <span className="nhsuk-caption-l">{caption}</span> : null}
            <h1>{page.title}</h1>
            {children}
          </div>
        </div>
      ),
    },
    status,
  );
}

type FormColumn = Omit<Column, "above"> & {
  form: Form;
  action: string;
  submit: string;
  /** Something is lost by it. */
  isDestructive?: boolean;
  draft?: string | undefined;
  offline?: { noun: string; about: string } | undefined;
  /** What stands below the button. */
  after?: ReactNode;
};

/** The same around a form: what is wrong first, then what it is for, then the questions. */
export function formPage(c: Request, page: FormColumn, state: FormState = {}, status = 200): Response {
  const { form, action, submit, isDestructive, draft, offline, after, children, ...rest } = page;
  return columnPage(
    c,
    {
      ...rest,
      hasProblems: Boolean(state.problems?.length) || state.conflict !== undefined,
      above: <FormProblems form={form} state={state} />,
      children: (
        <>
          {children}
          <FormView {...{ form, state, action, submit, isDestructive, draft, offline }} />
          {after}
        </>
      ),
    },
    status,
  );
}
