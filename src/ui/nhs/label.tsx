import type { ReactNode } from "react";
import { attributes, type Attributes } from "./attributes.ts";
import { Caption } from "./caption.tsx";
import { hasContent } from "./content.ts";
import { fieldHeading, type HeadedProps } from "./field-heading.ts";
import { Heading } from "./heading.tsx";

export type LabelProps = HeadedProps & {
  readonly id?: string;
  readonly for?: string;
  readonly classes?: string;
  readonly attributes?: Attributes;
};

export function Label(props: LabelProps): ReactNode {
  const { heading, content, visuallyHiddenText, caption, size } = fieldHeading(props);
  if (!hasContent(content)) return null;
  const outside = caption.placement === "before" || caption.placement === "after";
  const label = (
    <Heading
      {...content}
      id={props.id}
      visuallyHiddenText={visuallyHiddenText}
      caption={outside ? undefined : caption}
      size={size}
      sizes={["s", "m", "l", "xl"]}
      className="nhsuk-label"
      classPrefix="nhsuk-label--"
      classes={props.classes}
      attributes={{ for: props.for, ...props.attributes }}
      element="label"
    />
  );
  const Element = `h${heading?.level || 1}` as const;
  return (
    <>
      {caption.placement === "before" && <Caption {...caption} />}
      {heading ? (
        <Element className="nhsuk-label-wrapper" id={heading.id} {...attributes(heading.attributes)}>
          {label}
        </Element>
      ) : (
        label
      )}
      {caption.placement === "after" && <Caption {...caption} />}
    </>
  );
}
