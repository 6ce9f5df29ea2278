import type { ReactNode } from "react";
import { Button } from "#ui/nhs/button.tsx";
import { SummaryList } from "#ui/nhs/summary-list.tsx";
import type { Request } from "../env.ts";
import { renderPage } from "../render.tsx";
import type { Typed } from "./fields.ts";
import { controlId, type Form } from "./form.ts";

/** What a person is shown once more before something that is hard to undo. */
export type Check = {
  /** The question, such as "Close this organisation?" */
  title: string;
  section?: string;
  caption?: string;
  /** What the button does, such as "Confirm and close". */
  confirm: string;
  answers: readonly { field: string; label: string; value: string }[];
  children?: ReactNode;
};

/** Sent with the confirmation; sent instead, the other one opens the form again with all that was typed. */
export const confirmedName = "_confirmed";
export const changeName = "_change";

type Sent = { form: Form; typed: Typed; version: number; key: string; extra: readonly [string, string][] };

/** The answers travel in the page itself, so that nothing is kept for those who never confirm. */
export function checkAnswersPage(c: Request, check: Check, sent: Sent): Response {
  const action = c.req.path;
  return renderPage(c, {
    title: check.title,
    ...(check.section && { section: check.section }),
    children: (
      <div className="nhsuk-grid-row">
        <div className="nhsuk-grid-column-two-thirds">
          <form method="post" action={action} noValidate>
            <input type="hidden" name="_key" value={sent.key} />
            <input type="hidden" name="_version" value={sent.version} />
            {hiddenInputs(sent)}
            {check.caption ? <span className="nhsuk-caption-l">{check.caption}</span> : null}
            <h1 className="nhsuk-heading-l">{check.title}</h1>
            {check.children}
            <SummaryList
              rows={check.answers.map((answer) => ({
                key: { text: answer.label },
                value: { text: answer.value === "" ? "Not provided" : answer.value },
                actions: {
                  items: [{ html: <ChangeButton action={action} answer={answer} form={sent.form} /> }],
                },
              }))}
            />
            <Button text={check.confirm} name={confirmedName} value="yes" preventDoubleClick />
          </form>
        </div>
      </div>
    ),
  });
}

type ChangeProps = { action: string; answer: Check["answers"][number]; form: Form };

/** Looks like the link that people know, and sends the answers along, so that the form opens filled in. */
function ChangeButton({ action, answer, form }: ChangeProps): ReactNode {
  return (
    <button
      type="submit"
      className="tl-link-button"
      name={changeName}
      value={answer.field}
      formAction={`${action}#${controlId(answer.field, form.fields[answer.field])}`}
    >
      Change<span className="nhsuk-u-visually-hidden"> {answer.label.toLowerCase()}</span>
    </button>
  );
}

function hiddenInputs({ form, typed, extra }: Sent): ReactNode {
  const pairs = Object.entries(form.fields).flatMap(([name, field]): [string, string][] => {
    const value = typed[name] ?? "";
    if (typeof value === "string") return [[name, value]];
    const names =
      field.kind === "date" ? ["day", "month", "year"].map((part) => `${name}-${part}`) : undefined;
    return value.map((one, index) => [names?.[index] ?? name, one]);
  });
  return [...pairs, ...extra].map(([name, value]) => (
    <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
  ));
}
