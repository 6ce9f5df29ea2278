import type { ReactNode } from "react";
import { attributes, type Attributes } from "./attributes.ts";
import { classNames } from "./class-names.ts";
import { inner, type Content } from "./content.ts";
import { VisuallyHidden } from "./visually-hidden.tsx";

export type ErrorMessageProps = Content & {
  readonly id?: string;
  /** Said before the message; `false` leaves it out. */
  readonly visuallyHiddenText?: string | false;
  readonly classes?: string;
  readonly attributes?: Attributes;
};

export function ErrorMessage(props: ErrorMessageProps): ReactNode {
  const { visuallyHiddenText = "Error" } = props;
  return (
    <span
      className={classNames("nhsuk-error-message", props.classes)}
      id={props.id}
      {...attributes(props.attributes)}
    >
      {visuallyHiddenText && <VisuallyHidden>{visuallyHiddenText}: </VisuallyHidden>}
      {inner(props)}
    </span>
  );
}
