import { isValidElement, type ReactNode } from "react";

/**
 * What stands inside a component. `text` and `html` differ only where the design system
 * marks them up differently (plain text gets its paragraph, markup is left as it is);
 * `children` is the same as `html`.
 */
export type Content = {
  readonly text?: ReactNode;
  readonly html?: ReactNode;
  readonly children?: ReactNode;
};

/** A nested component: its props, or only its text (a string) or its markup (an element). */
export type Slot<Props> = ReactNode | Props;

export function inner({ children, html, text }: Content): ReactNode {
  return children || html || text;
}

export function hasContent(content: Content): boolean {
  return Boolean(inner(content));
}

export function isProps<Props extends object>(value: Slot<Props>): value is Props {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !isValidElement(value);
}

export function slot<Props extends object>(value: Slot<Props>): Partial<Props> & Content {
  if (isProps<Props>(value)) return value;
  const short: Content =
    typeof value === "string" || typeof value === "number"
      ? { text: value }
      : typeof value === "object" && value !== null
        ? { html: value }
        : {};
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- all other props are optional, and not given
  return short as Partial<Props> & Content;
}
