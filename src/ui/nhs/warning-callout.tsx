import type { ReactNode } from "react";
import type { Attributes } from "./attributes.ts";
import type { CardActions } from "./card-action.tsx";
import { Card, type CardHeading } from "./card.tsx";
import { slot, type Content, type Slot } from "./content.ts";

export type WarningCalloutProps = Content & {
  readonly id?: string;
  readonly heading?: Slot<CardHeading>;
  readonly actions?: CardActions;
  readonly visuallyHiddenText?: ReactNode;
  readonly classes?: string;
  readonly attributes?: Attributes;
};

/** "Important" is said before the heading, unless the heading says so itself. */
function importance(heading: Partial<CardHeading>, given: ReactNode): ReactNode {
  const { text } = heading;
  if (!text || (typeof text === "string" && /important/i.test(text))) return undefined;
  return (heading.visuallyHiddenText ?? given) || "Important";
}

export function WarningCallout(props: WarningCalloutProps): ReactNode {
  const { id, text, html, children, actions, classes, attributes } = props;
  const heading = slot<CardHeading>(props.heading);
  return (
    <Card
      id={id}
      heading={{
        id: heading.id,
        text: heading.text,
        html: heading.html ?? heading.children,
        visuallyHiddenText: importance(heading, props.visuallyHiddenText),
        level: heading.level ?? 3,
        classes: heading.classes,
        attributes: heading.attributes,
      }}
      description={{ text, html }}
      actions={actions}
      classes={classes}
      attributes={attributes}
      variant="warning"
    >
      {children}
    </Card>
  );
}
