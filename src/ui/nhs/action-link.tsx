import type { ReactNode } from "react";
import { classNames, switchedClass } from "./class-names.ts";
import { inner } from "./content.ts";
import { Icon } from "./icon.tsx";
import { LinkElement, type LinkProps } from "./link-element.tsx";

export type ActionLinkProps = LinkProps & {
  readonly openInNewWindow?: boolean;
  readonly variant?: "reverse";
};

export function ActionLink(props: ActionLinkProps): ReactNode {
  const { variant, classes, openInNewWindow, id, href, type, element, attributes } = props;
  return (
    <LinkElement
      {...{ id, href, type, element, attributes }}
      className={classNames(
        "nhsuk-action-link",
        switchedClass("nhsuk-action-link--reverse", variant === "reverse", classes),
        classes,
      )}
      target={openInNewWindow ? "_blank" : undefined}
    >
      <Icon name="arrow-right-circle" />
      <span className="nhsuk-action-link__text">{inner(props)}</span>
    </LinkElement>
  );
}
