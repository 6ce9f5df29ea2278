import type { ReactNode } from "react";
import type { Request } from "#web/env.ts";
import { formPage } from "#web/column-page.tsx";
import type { FormState } from "#web/form/form-view.tsx";
import type { Form } from "#web/form/form.ts";
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
  const column = {
    title,
    section: "Organisations",
    caption: body.name,
    backLink: { text: "Back", href: `/bodies/${body.code}` },
    action: `/bodies/${body.code}/${path}`,
  };
  return formPage(c, { ...column, form, submit, draft, children }, state, status);
}

/** Which organisation was picked: the one that was chosen from the list, or what was typed. */
export function picked(c: Request, name: string, typed: string): string {
  const chosen = c.get("form")?.get(`${name}-chosen`);
  return typeof chosen === "string" && chosen !== "" ? chosen : typed;
}
