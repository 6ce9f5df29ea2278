import type { ReactNode } from "react";
import { attributes, type Attributes } from "./attributes.ts";
import { classNames } from "./class-names.ts";
import type { Content } from "./content.ts";
import { VisuallyHidden } from "./visually-hidden.tsx";

export type InsetTextProps = Content & {
  readonly id?: string;
  readonly visuallyHiddenText?: ReactNode;
  readonly classes?: string;
  readonly attributes?: Attributes;
};

/** `text` gets a paragraph of its own; children are left as they are. */
export function InsetText(props: InsetTextProps): ReactNode {
  return (
    <div
      className={classNames("nhsuk-inset-text", props.classes)}
      id={props.id}
      {...attributes(props.attributes)}
    >
      <VisuallyHidden>{props.visuallyHiddenText || "Information"}: </VisuallyHidden>
      {props.children || props.html || (props.text && <p>{props.text}</p>)}
    </div>
  );
}
