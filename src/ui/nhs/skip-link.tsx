import type { ReactNode } from "react";
import { attributes, type Attributes } from "./attributes.ts";
import { classNames } from "./class-names.ts";
import { inner, type Content } from "./content.ts";

export type SkipLinkProps = Content & {
  readonly id?: string;
  readonly href?: string;
  readonly classes?: string;
  readonly attributes?: Attributes;
};

export function SkipLink(props: SkipLinkProps): ReactNode {
  return (
    <a
      className={classNames("nhsuk-skip-link", props.classes)}
      id={props.id}
      data-module="nhsuk-skip-link"
      href={props.href || "#maincontent"}
      {...attributes(props.attributes)}
    >
      {inner(props) || "Skip to main content"}
    </a>
  );
}
