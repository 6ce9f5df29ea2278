import type { ReactNode } from "react";
import { attributes, type Attributes } from "./attributes.ts";
import type { Content } from "./content.ts";

export type LinkProps = Content & {
  readonly id?: string;
  readonly href?: string;
  /** Makes a button that looks like a link. */
  readonly type?: "button" | "submit" | "reset";
  readonly element?: "a" | "button";
  readonly classes?: string;
  readonly attributes?: Attributes;
};

type LinkElementProps = Pick<LinkProps, "id" | "href" | "type" | "element" | "attributes"> & {
  readonly className: string;
  readonly target?: string;
  readonly name?: string;
  readonly value?: string;
  readonly children: ReactNode;
};

/** A link when it leads somewhere, a button that looks like one when it does something. */
export function LinkElement(props: LinkElementProps): ReactNode {
  const { id, href, type, className, target, name, value, children } = props;
  const element = props.element?.toLowerCase() ?? (href && !type ? "a" : "button");
  const extra = attributes(props.attributes);
  return element === "a" ? (
    <a className={className} id={id} href={href ?? "#"} target={target} {...extra}>
      {children}
    </a>
  ) : (
    // oxlint-disable-next-line react/button-has-type -- "submit" when nothing else is said
    <button className={className} id={id} name={name} type={type ?? "submit"} value={value} {...extra}>
      {children}
    </button>
  );
}
