import { z } from "zod";
import { contextOf, type Request } from "#web/env.ts";
import { defineForm } from "#web/form/form.ts";
import type { FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import { DataClassWarning } from "#ui/data-class-warning.tsx";
import { bodyTextFields, bodyTextLabels, type Body } from "../body.ts";
import { editBody } from "../commands/edit-body.ts";
import { bodyToChange } from "../queries/body-to-change.ts";
import { bodyFormPage } from "./body-form-page.tsx";

const short = (label: string, most: number) =>
  z.string().max(most, `${label} must be ${most} characters or fewer`);

const postcode = z
  .string()
  .transform((text) => text.toUpperCase())
  .refine(
    (text) => text === "" || /^[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}$/.test(text),
    "Enter a postcode with its space, like QX4 2AB",
  );

const website = z
  .string()
  .max(300, "Website must be 300 characters or fewer")
  .refine(
    (text) => text === "" || /^https?:$/.test(URL.parse(text)?.protocol ?? ""),
    "Enter an address that begins with https://",
  );

const email = z.union([
  z.literal(""),
  z.email("Enter an email address in the right form, like name@example.org"),
]);

const form = defineForm({
  purpose: {
    kind: "long-text",
    label: bodyTextLabels.purpose,
    most: 2000,
    schema: short(bodyTextLabels.purpose, 2000),
  },
  notFor: {
    kind: "long-text",
    label: bodyTextLabels.notFor,
    hint: "And where to go instead",
    most: 2000,
    schema: short(bodyTextLabels.notFor, 2000),
  },
  address: {
    kind: "long-text",
    label: bodyTextLabels.address,
    rows: 3,
    schema: short(bodyTextLabels.address, 500),
  },
  town: { kind: "text", label: bodyTextLabels.town, width: 20, schema: short(bodyTextLabels.town, 100) },
  postcode: { kind: "text", label: bodyTextLabels.postcode, width: 10, schema: postcode },
  contactName: {
    kind: "text",
    label: bodyTextLabels.contactName,
    hint: "A team or a role lasts longer than a name, such as “Improvement team”",
    schema: short(bodyTextLabels.contactName, 200),
  },
  contactEmail: { kind: "email", label: bodyTextLabels.contactEmail, schema: email },
  contactPhone: {
    kind: "tel",
    label: bodyTextLabels.contactPhone,
    width: 20,
    schema: short(bodyTextLabels.contactPhone, 50),
  },
  website: { kind: "url", label: bodyTextLabels.website, schema: website },
  fundedBy: { kind: "text", label: bodyTextLabels.fundedBy, schema: short(bodyTextLabels.fundedBy, 300) },
  accountableTo: {
    kind: "text",
    label: bodyTextLabels.accountableTo,
    schema: short(bodyTextLabels.accountableTo, 300),
  },
});

export async function editBodyPage(c: Request): Promise<Response> {
  const body = await bodyToChange(contextOf(c), c.req.param("code")!, "text");
  const typed = Object.fromEntries(bodyTextFields.map((name) => [name, body[name]]));
  return draw(c, body, { typed, version: body.version });
}

export async function saveBody(c: Request): Promise<Response> {
  const context = contextOf(c);
  const body = await bodyToChange(context, c.req.param("code")!, "text");
  return submitForm(c, {
    form,
    act: async (text, version) => {
      const code = await editBody(context, body.code, { text, version });
      return c.redirect(`/bodies/${code}?done=edited`, 303);
    },
    redraw: (state, status) => draw(c, body, state, status),
  });
}

function draw(c: Request, body: Body, state: FormState, status = 200): Response {
  const page = { body, form, state, title: "Change what a page says", path: "edit", submit: "Save" };
  return bodyFormPage(
    c,
    { ...page, draft: `body-${body.code}`, children: <DataClassWarning dataClass="public" /> },
    status,
  );
}
