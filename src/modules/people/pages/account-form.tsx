import { formPage } from "#web/column-page.tsx";

type FormPage = typeof formPage;

/** A form about somebody's own account, unless it says otherwise. */
export const accountForm: FormPage = (c, page, state, status) =>
  formPage(c, { section: "Your account", ...page }, state, status);
