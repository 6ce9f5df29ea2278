import type { ReactNode } from "react";
import type { CaptionProps } from "./caption.tsx";
import { slot, type Content, type Slot } from "./content.ts";
import type { HeadingProps, HeadingSize } from "./heading.tsx";

export type FieldHeadingProps = Pick<
  HeadingProps,
  "id" | "text" | "html" | "visuallyHiddenText" | "caption" | "size" | "level" | "attributes"
>;

/** What a label and a legend have in common: each may be, or hold, the heading of its page. */
export type HeadedProps = Content & {
  readonly visuallyHiddenText?: ReactNode;
  readonly caption?: Slot<CaptionProps>;
  readonly size?: HeadingSize;
  readonly heading?: Slot<FieldHeadingProps>;
  /** Puts the text inside the heading of the page. */
  readonly isPageHeading?: boolean;
};

type FieldHeading = {
  /** The heading around the text, if there is one. */
  readonly heading: Partial<FieldHeadingProps> | undefined;
  readonly content: Content;
  readonly visuallyHiddenText: ReactNode;
  readonly caption: Partial<CaptionProps> & Content;
  readonly size: HeadingSize | undefined;
};

export function fieldHeading(props: HeadedProps): FieldHeading {
  const heading = slot<FieldHeadingProps>(props.heading);
  const headed =
    props.heading !== false && props.isPageHeading !== false && Boolean(props.isPageHeading || props.heading);
  const [first, second]: readonly [HeadedProps, HeadedProps] = headed ? [heading, props] : [props, heading];
  const size = headed ? (heading.size ?? props.size) : props.size;
  return {
    heading: headed ? heading : undefined,
    content: { text: first.text ?? second.text, html: first.html ?? second.html, children: props.children },
    visuallyHiddenText: headed
      ? (heading.visuallyHiddenText ?? props.visuallyHiddenText)
      : props.visuallyHiddenText,
    caption: { size, ...slot<CaptionProps>(headed ? (heading.caption ?? props.caption) : props.caption) },
    size,
  };
}
