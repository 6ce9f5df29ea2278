import type { ReactNode } from "react";
import type { Request } from "#web/env.ts";
import { FormProblems, FormView, type FormState } from "#web/form/form-view.tsx";
import type { Form } from "#web/form/form.ts";
import type { PageProps } from "#web/layout.tsx";
import { renderPage } from "#web/render.tsx";

type Column = Omit<PageProps, "children"> & { children?: ReactNode; above?: ReactNode };

/** A page of one column, as wide as is good to read. */
export function columnPage(c: Request, { above, children, ...page }: Column, status = 200): Response {
  return renderPage(
    c,
    {
      ...page,
      children: (
        <div className="nhsuk-grid-row">
          <div className="nhsuk-grid-column-two-thirds">
            {above}
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
  draft?: string;
  /** What stands below the button. */
  after?: ReactNode;
};

/** The same around a form: what is wrong first, then what it is for, then the questions. */
export function formPage(c: Request, page: FormColumn, state: FormState = {}, status = 200): Response {
  const { form, action, submit, draft, after, children, ...rest } = page;
  const column: Column = {
    ...rest,
    section: "Your account",
    hasProblems: Boolean(state.problems?.length),
    above: <FormProblems form={form} state={state} />,
    children: (
      <>
        {children}
        <FormView form={form} state={state} action={action} submit={submit} draft={draft} />
        {after}
      </>
    ),
  };
  return columnPage(c, { ...column, ...(rest.section && { section: rest.section }) }, status);
}
