import type { ReactNode } from "react";
import { attributes, type Attributes } from "./attributes.ts";
import { classNames } from "./class-names.ts";
import { hasContent, inner, slot, type Content, type Slot } from "./content.ts";
import { ErrorMessage, type ErrorMessageProps } from "./error-message.tsx";
import { Hint, type HintProps } from "./hint.tsx";
import { Label, type LabelProps } from "./label.tsx";

/** The wrapper around a field, and what may stand inside it before and after the control. */
export type FormGroupOptions = {
  readonly classes?: string;
  readonly attributes?: Attributes;
  readonly beforeInput?: Slot<Content>;
  readonly afterInput?: Slot<Content>;
};

/** What every field with one control takes. `errorMessage` may be `true`: marked as wrong, with the message elsewhere. */
export type FieldProps = {
  readonly id?: string;
  readonly name?: string;
  readonly label?: Slot<LabelProps>;
  readonly hint?: Slot<HintProps>;
  readonly errorMessage?: Slot<ErrorMessageProps>;
  readonly describedBy?: string;
  readonly disabled?: boolean;
  readonly formGroup?: FormGroupOptions;
  readonly classes?: string;
  readonly attributes?: Attributes;
};

export function isWrong(errorMessage: Slot<ErrorMessageProps>): boolean {
  return errorMessage === true || hasContent(slot<ErrorMessageProps>(errorMessage));
}

type NotesProps = {
  readonly id: string | undefined;
  readonly hint?: Slot<HintProps>;
  readonly errorMessage?: Slot<ErrorMessageProps>;
  readonly describedBy?: string;
};

/** The hint and the error message of a field, and the ids by which its control is described. */
export function fieldNotes(props: NotesProps): {
  readonly notes: ReactNode;
  readonly describedBy: string | undefined;
} {
  const hint = slot<HintProps>(props.hint);
  const error = slot<ErrorMessageProps>(props.errorMessage);
  const hintId = hasContent(hint) && (hint.id ?? `${props.id}-hint`);
  const errorId = hasContent(error) && (error.id ?? `${props.id}-error`);
  return {
    describedBy: classNames(props.describedBy, hintId, errorId) || undefined,
    notes: (
      <>
        {hintId && <Hint {...hint} id={hintId} />}
        {errorId && (
          <>
            {" "}
            <ErrorMessage {...error} id={errorId} />{" "}
          </>
        )}
      </>
    ),
  };
}

export function content(value: Slot<Content>): ReactNode {
  return inner(slot<Content>(value));
}

type FormGroupProps = FieldProps & {
  readonly extraClasses?: string;
  /** Draws the control, given the ids by which it is described. */
  readonly children: (describedBy: string | undefined) => ReactNode;
};

/** A field: label, hint, error message and one control. */
export function FormGroup(props: FormGroupProps): ReactNode {
  const id = props.id || props.name;
  const label = slot<LabelProps>(props.label);
  const { notes, describedBy } = fieldNotes({ ...props, id });
  return (
    <div
      className={classNames(
        "nhsuk-form-group",
        isWrong(props.errorMessage) && "nhsuk-form-group--error",
        props.formGroup?.classes,
        props.extraClasses,
      )}
      {...attributes(props.formGroup?.attributes)}
    >
      <Label {...label} for={label.for ?? id} />
      {notes}
      {props.children(describedBy)}
    </div>
  );
}
