import type { ReactNode } from "react";
import { attributes, type Attributes } from "./attributes.ts";
import { Caption, type CaptionProps } from "./caption.tsx";
import { classNames, variantClass } from "./class-names.ts";
import { hasContent, inner } from "./content.ts";
import { fieldHeading, type HeadedProps } from "./field-heading.ts";
import { Heading } from "./heading.tsx";

export type LegendProps = HeadedProps & {
  readonly id?: string;
  readonly classes?: string;
  readonly attributes?: Attributes;
};

export function Legend(props: LegendProps): ReactNode {
  const { heading, content, visuallyHiddenText, caption: given, size } = fieldHeading(props);
  if (!hasContent(content)) return null;
  // A fieldset wants its legend first, so nothing may stand before it.
  const caption: CaptionProps = {
    ...given,
    placement: given.placement === "before" ? "start" : given.placement,
  };
  const after = caption.placement === "after";
  const classes = classNames(
    "nhsuk-fieldset__legend",
    variantClass("nhsuk-fieldset__legend--", size, ["s", "m", "l", "xl"], props.classes),
    props.classes,
  );
  const text = { html: inner(content), visuallyHiddenText, caption: after ? undefined : caption };
  return (
    <>
      {heading ? (
        <legend className={classes} id={props.id} {...attributes(props.attributes)}>
          <Heading
            {...text}
            id={heading.id}
            level={heading.level}
            className="nhsuk-fieldset__heading"
            attributes={heading.attributes}
          />
        </legend>
      ) : (
        <Heading {...text} id={props.id} className={classes} attributes={props.attributes} element="legend" />
      )}
      {after && <Caption {...caption} />}
    </>
  );
}
