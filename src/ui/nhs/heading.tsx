import { createElement, type ReactNode } from "react";
import { attributes, type Attributes } from "./attributes.ts";
import { Caption, type CaptionProps } from "./caption.tsx";
import { classNames, variantClass } from "./class-names.ts";
import { hasContent, inner, slot, type Content, type Slot } from "./content.ts";
import { VisuallyHidden } from "./visually-hidden.tsx";

export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6;
export type HeadingSize = "xxs" | "xs" | "s" | "m" | "l" | "xl";

export type HeadingProps = Content & {
  readonly id?: string;
  readonly visuallyHiddenText?: ReactNode;
  readonly href?: string;
  readonly caption?: Slot<CaptionProps>;
  readonly size?: HeadingSize;
  /** The sizes that may be asked for. */
  readonly sizes?: readonly HeadingSize[];
  readonly level?: HeadingLevel;
  /** The class that stands for `nhsuk-heading`. */
  readonly className?: string;
  /** What stands before a size in a class. */
  readonly classPrefix?: string;
  readonly element?: string;
  readonly classes?: string;
  readonly attributes?: Attributes;
};

const allSizes: readonly HeadingSize[] = ["xxs", "xs", "s", "m", "l", "xl"];

function permittedSize(props: HeadingProps, prefix: string): HeadingSize | undefined {
  const { size, classes, sizes = allSizes } = props;
  if (!size || !sizes.includes(size)) return undefined;
  return variantClass(prefix, size, allSizes, classes) ? size : undefined;
}

function headingClasses(props: HeadingProps, prefix: string, size: HeadingSize | undefined): string {
  const className = props.className ?? "nhsuk-heading";
  if (!size) return classNames(className, props.classes);
  const replacesClass = prefix === `${className}-`;
  return classNames(!replacesClass && className, prefix + size, props.classes);
}

function HeadingText(props: HeadingProps): ReactNode {
  const content = inner(props);
  return (
    <>
      {props.href && !props.children ? (
        <a className="nhsuk-link" href={props.href}>
          {content}
        </a>
      ) : (
        content
      )}
      {props.visuallyHiddenText && <VisuallyHidden> {props.visuallyHiddenText}</VisuallyHidden>}
    </>
  );
}

export function Heading(props: HeadingProps): ReactNode {
  if (!hasContent(props)) return null;
  const prefix = props.classPrefix ?? `${props.className ?? "nhsuk-heading"}-`;
  const size = permittedSize(props, prefix);
  const caption = { size, ...slot<CaptionProps>(props.caption) };
  const placement = hasContent(caption) ? (caption.placement ?? "start") : undefined;
  const drawnCaption = placement ? <Caption {...caption} /> : null;
  const heading = createElement(
    props.element ?? `h${props.level || 1}`,
    {
      className: headingClasses(props, prefix, size) || undefined,
      id: props.id,
      ...attributes(props.attributes),
    },
    placement === "start" && drawnCaption,
    placement === "start" && " ",
    <HeadingText {...props} />,
    placement === "end" && " ",
    placement === "end" && drawnCaption,
  );
  return (
    <>
      {placement === "before" && <>{drawnCaption} </>}
      {heading}
      {placement === "after" && <> {drawnCaption}</>}
    </>
  );
}
