import type { ReactNode } from "react";
import { attributes } from "./attributes.ts";
import { classNames } from "./class-names.ts";
import { content, FormGroup, isWrong, type FieldProps } from "./form-group.tsx";

export type TextareaProps = FieldProps & {
  readonly spellcheck?: boolean;
  readonly rows?: number | string;
  readonly value?: string | null;
  readonly autocomplete?: string;
};

export function Textarea(props: TextareaProps): ReactNode {
  return (
    <FormGroup {...props}>
      {(describedBy) => (
        <>
          {content(props.formGroup?.beforeInput)}
          <textarea
            className={classNames(
              "nhsuk-textarea",
              isWrong(props.errorMessage) && "nhsuk-textarea--error",
              props.classes,
            )}
            id={props.id || props.name}
            name={props.name}
            rows={Number(props.rows) || 5}
            spellCheck={props.spellcheck}
            disabled={props.disabled}
            aria-describedby={describedBy}
            autoComplete={props.autocomplete}
            defaultValue={props.value ?? undefined}
            {...attributes(props.attributes)}
          />
          {content(props.formGroup?.afterInput)}
        </>
      )}
    </FormGroup>
  );
}
