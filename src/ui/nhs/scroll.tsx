import type { ReactNode } from "react";
import { attributes, type Attributes } from "./attributes.ts";
import { classNames, switchedClass } from "./class-names.ts";
import type { Content } from "./content.ts";

export type ScrollProps = Content & {
  readonly id?: string;
  readonly labelledBy?: string;
  readonly variant?: "reverse";
  readonly classes?: string;
  readonly attributes?: Attributes;
};

export function Scroll(props: ScrollProps): ReactNode {
  return (
    <div
      className={classNames(
        "nhsuk-scroll",
        switchedClass("nhsuk-scroll--reverse", props.variant === "reverse", props.classes),
        props.classes,
      )}
      id={props.id}
      data-module="nhsuk-scroll"
      {...attributes(props.attributes)}
    >
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the design system's markup */}
      <div className="nhsuk-scroll__content" role="region" aria-labelledby={props.labelledBy || undefined}>
        {props.children || props.html || (props.text && <p>{props.text}</p>)}
      </div>
    </div>
  );
}
