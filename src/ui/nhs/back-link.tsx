import type { ReactNode } from "react";
import { classNames, switchedClass } from "./class-names.ts";
import { inner } from "./content.ts";
import { LinkElement, type LinkProps } from "./link-element.tsx";
import { VisuallyHidden } from "./visually-hidden.tsx";

export type BackLinkProps = LinkProps & {
  readonly variant?: "reverse";
  readonly visuallyHiddenText?: ReactNode;
};

export function BackLink(props: BackLinkProps): ReactNode {
  const { variant, classes, visuallyHiddenText, id, href, type, element, attributes } = props;
  return (
    <LinkElement
      {...{ id, href, type, element, attributes }}
      className={classNames(
        "nhsuk-back-link",
        switchedClass("nhsuk-back-link--reverse", variant === "reverse", classes),
        classes,
      )}
    >
      {visuallyHiddenText && <VisuallyHidden>{visuallyHiddenText} </VisuallyHidden>}
      {inner(props) || "Back"}
    </LinkElement>
  );
}
