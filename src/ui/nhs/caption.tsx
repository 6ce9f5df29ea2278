import { createElement, type ReactNode } from "react";
import { attributes, type Attributes } from "./attributes.ts";
import { classNames, variantClass } from "./class-names.ts";
import { inner, type Content } from "./content.ts";

export type CaptionSize = "m" | "l" | "xl" | "xxl";

export type CaptionProps = Content & {
  readonly id?: string;
  /** Where the caption stands: inside its heading (`start`, `end`) or beside it (`before`, `after`). */
  readonly placement?: "before" | "start" | "end" | "after";
  readonly size?: CaptionSize | "s" | "xs" | "xxs";
  readonly element?: string;
  readonly classes?: string;
  readonly attributes?: Attributes;
};

const sizes = ["m", "l", "xl", "xxl"];

export function Caption(props: CaptionProps): ReactNode {
  const bottom = props.placement === "after" || props.placement === "end";
  const className = classNames(
    variantClass("nhsuk-caption-", props.size, sizes, props.classes) ?? "nhsuk-caption",
    bottom && "nhsuk-caption--bottom",
    props.classes,
  );
  return createElement(
    props.element ?? "span",
    { className, id: props.id, ...attributes(props.attributes) },
    inner(props),
  );
}
