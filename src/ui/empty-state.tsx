import type { ReactNode } from "react";
import { ActionLink } from "./nhs/action-link.tsx";

export type EmptyStateProps = {
  readonly heading: ReactNode;
  readonly headingLevel?: 2 | 3 | 4;
  /** What would stand here, and why it is worth having. */
  readonly children?: ReactNode;
  /** A worked example, drawn as the real thing would be. */
  readonly example?: ReactNode;
  readonly exampleTitle?: string;
  readonly action?: { readonly text: string; readonly href: string };
};

/** Nothing is here yet: says what could be, shows an example and leads to the first step. */
export function EmptyState(props: EmptyStateProps): ReactNode {
  const { heading, headingLevel = 2, children, example, exampleTitle = "An example", action } = props;
  const Heading = `h${headingLevel}` as const;
  return (
    <div className="tl-empty">
      <Heading className="nhsuk-heading-m">{heading}</Heading>
      {children}
      {action && <ActionLink text={action.text} href={action.href} />}
      {example && (
        <figure className="tl-empty__example">
          <figcaption className="tl-empty__label">{exampleTitle}</figcaption>
          {example}
        </figure>
      )}
    </div>
  );
}
