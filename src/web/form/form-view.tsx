import { randomUUID } from "node:crypto";
import type { ReactNode } from "react";
import type { Conflict, FieldProblem } from "#platform/problem.ts";
import { ConflictPanel } from "#ui/conflict-panel.tsx";
import { OrganisationPicker } from "#ui/organisation-picker.tsx";
import { Button } from "#ui/nhs/button.tsx";
import { CharacterCount } from "#ui/nhs/character-count.tsx";
import { Checkboxes } from "#ui/nhs/checkboxes.tsx";
import { DateInput } from "#ui/nhs/date-input.tsx";
import { ErrorSummary } from "#ui/nhs/error-summary.tsx";
import { FileUpload } from "#ui/nhs/file-upload.tsx";
import { Input } from "#ui/nhs/input.tsx";
import { PasswordInput } from "#ui/nhs/password-input.tsx";
import { Radios } from "#ui/nhs/radios.tsx";
import { Select } from "#ui/nhs/select.tsx";
import { Textarea } from "#ui/nhs/textarea.tsx";
import type { Field, Typed } from "./fields.ts";
import { controlId, notPatientData, type Form } from "./form.ts";

/** What a form looks like at one moment: what was typed, what is wrong with it, and of which version it is. */
export type FormState = {
  typed?: Typed | undefined;
  problems?: readonly FieldProblem[] | undefined;
  patientData?: boolean | undefined;
  version?: number | undefined;
  conflict?: Conflict | undefined;
};

type FormViewProps = {
  form: Form;
  state: FormState;
  action: string;
  submit: string;
  /** Something is lost by it. */
  isDestructive?: boolean | undefined;
  /** Names the long texts that the browser keeps until they are saved. */
  draft?: string;
  secondary?: ReactNode;
  /** It may be filled in without a connection: what it is one of, such as "number", and what it is about. */
  offline?: { noun: string; about: string } | undefined;
  /** The whole page asks one question, so its label is the h1. */
  asQuestion?: boolean;
  children?: ReactNode;
};

/** The summary of what is wrong; a page puts it first in main, above the h1. */
export function FormProblems({ form, state }: Pick<FormViewProps, "form" | "state">): ReactNode {
  if (!state.problems?.length) return null;
  return (
    <ErrorSummary
      heading={{ text: "There is a problem" }}
      errorList={state.problems.map((problem) => ({
        text: problem.message,
        href: `#${controlId(problem.field, form.fields[problem.field])}`,
      }))}
    />
  );
}

export function FormView(props: FormViewProps): ReactNode {
  const { form, state } = props;
  const hasFile = Object.values(form.fields).some((field) => field.kind === "file");
  return (
    <>
      {state.conflict ? <ConflictPanel fields={state.conflict.fields} /> : null}
      <form
        action={props.action}
        method="post"
        noValidate
        encType={hasFile ? "multipart/form-data" : undefined}
        data-offline={props.offline?.noun}
        data-offline-about={props.offline?.about}
      >
        <input type="hidden" name="_key" value={randomUUID()} />
        {state.version === undefined ? null : <input type="hidden" name="_version" value={state.version} />}
        {Object.entries(form.fields).map(([name, field]) => (
          <FieldView key={name} name={name} field={field} {...props} />
        ))}
        {state.patientData ? <NotPatientData /> : null}
        {props.children}
        <div className="nhsuk-button-group">
          <Button
            text={state.conflict ? "Save mine over theirs" : props.submit}
            variant={props.isDestructive ? "warning" : undefined}
            preventDoubleClick
          />
          {props.secondary}
        </div>
      </form>
    </>
  );
}

function NotPatientData(): ReactNode {
  return (
    <Checkboxes
      idPrefix={notPatientData}
      name={notPatientData}
      items={[{ value: "yes", text: "This is not about a patient, and names nobody" }]}
    />
  );
}

/** More boxes than these are drawn small, so that a screen holds them. */
const fewChoices = 12;

function FieldView(props: FormViewProps & { name: string; field: Field }): ReactNode {
  const { name, field, state } = props;
  const problem = state.problems?.find((one) => one.field === name)?.message;
  const typed = state.typed?.[name];
  const common = {
    id: name,
    name,
    hint: field.hint === undefined ? undefined : { text: field.hint },
    errorMessage: problem === undefined ? undefined : { text: problem },
  };
  const label = props.asQuestion
    ? { text: field.label, size: "l" as const, isPageHeading: true }
    : { text: field.label };
  const fieldset = {
    legend: props.asQuestion
      ? { text: field.label, size: "l" as const, isPageHeading: true }
      : { text: field.label, size: "s" as const },
  };
  const text = typeof typed === "string" ? typed : "";

  switch (field.kind) {
    case "hidden":
      return <input type="hidden" name={name} value={text} />;
    case "text":
    case "email":
    case "tel":
    case "url":
    case "search":
    case "number":
      return (
        <Input
          {...common}
          label={label}
          value={text}
          type={field.kind === "number" ? "text" : field.kind}
          inputmode={field.kind === "number" ? "decimal" : undefined}
          autocomplete={field.autocomplete}
          width={field.width}
          spellcheck={field.spellcheck}
          attributes={field.kind === "text" ? kept(props.draft, name) : undefined}
        />
      );
    case "code":
      return (
        <Input
          {...common}
          label={label}
          value=""
          inputmode="numeric"
          autocomplete={field.autocomplete}
          width={field.length && field.length > 10 ? 20 : 10}
          spellcheck={false}
        />
      );
    case "password":
      return <PasswordInput {...common} label={label} autocomplete={field.autocomplete} />;
    case "long-text":
      return <LongText {...props} common={common} label={label} text={text} />;
    case "choice":
      return (
        <Radios
          {...common}
          id={undefined}
          idPrefix={name}
          fieldset={fieldset}
          value={text}
          inline={field.inline}
          items={field.options.map((option) => choiceItem(option))}
        />
      );
    case "choices":
      return (
        <Checkboxes
          {...common}
          id={undefined}
          idPrefix={name}
          fieldset={fieldset}
          small={field.options.length > fewChoices}
          values={Array.isArray(typed) ? typed : []}
          items={field.options.map((option) => choiceItem(option))}
        />
      );
    case "select":
      return (
        <Select
          {...common}
          label={label}
          value={text}
          items={field.options.map((option) => ({ value: option.value, text: option.label }))}
        />
      );
    case "date":
      return <DateView {...props} common={common} fieldset={fieldset} />;
    case "body":
      return <OrganisationPicker {...common} label={label} value={text} source={field.source} />;
    case "file":
      return <FileUpload {...common} label={label} attributes={{ accept: field.accept }} />;
  }
}

function choiceItem(option: { value: string; label: string; hint?: string }) {
  return { value: option.value, text: option.label, ...(option.hint && { hint: { text: option.hint } }) };
}

/** What is written of a draft stays in the browser until it is saved. */
function kept(draft: string | undefined, name: string): { "data-autosave": string } | undefined {
  return draft ? { "data-autosave": `${draft}:${name}` } : undefined;
}

type Common = {
  id: string;
  name: string;
  hint: { text: string } | undefined;
  errorMessage: { text: string } | undefined;
};

function LongText(
  props: FormViewProps & {
    name: string;
    field: Field;
    common: Common;
    label: { text: string };
    text: string;
  },
): ReactNode {
  const { field, common, label, text, draft } = props;
  if (field.kind !== "long-text") return null;
  const attributes = {
    "data-check-patient-data": "",
    ...(field.autosave !== false && kept(draft, props.name)),
  };
  const shared = { ...common, label, value: text, rows: field.rows ?? 5, attributes };
  return field.most ? <CharacterCount {...shared} maxlength={field.most} /> : <Textarea {...shared} />;
}

function DateView(
  props: FormViewProps & { name: string; common: Common; fieldset: { legend: { text: string } } },
): ReactNode {
  const { name, common, fieldset, state } = props;
  const typed = state.typed?.[name];
  const [day, month, year] = Array.isArray(typed) ? typed : [];
  const parts = { day, month, year };
  return (
    <DateInput
      {...common}
      fieldset={fieldset}
      items={(["day", "month", "year"] as const).map((part) => ({
        id: `${name}-${part}`,
        name: `${name}-${part}`,
        label: { text: part[0]!.toUpperCase() + part.slice(1) },
        value: parts[part] ?? "",
        width: part === "year" ? 4 : 2,
      }))}
    />
  );
}
