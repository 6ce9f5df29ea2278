import type { ReactNode } from "react";
import type { Attributes } from "./attributes.ts";
import { Card, type CardHeading } from "./card.tsx";
import { inner, slot, type Content, type Slot } from "./content.ts";
import { each, type Item } from "./each.tsx";
import { Icon } from "./icon.tsx";

export type DoDontListProps = {
  readonly id?: string;
  readonly heading?: Slot<CardHeading>;
  readonly icon?: "tick" | "cross";
  readonly items?: readonly Item<Content>[];
  /** Said before each item; "do not" before what has a cross. */
  readonly prefixText?: string;
  readonly hidePrefix?: boolean;
  readonly classes?: string;
  readonly attributes?: Attributes;
};

export function DoDontList(props: DoDontListProps): ReactNode {
  const icon = props.icon === "cross" ? "cross" : "tick";
  const prefix = props.hidePrefix ? undefined : props.prefixText || (icon === "cross" && "do not");
  const heading = slot<CardHeading>(props.heading);
  return (
    <Card
      id={props.id}
      heading={{
        id: heading.id,
        text: heading.text,
        html: heading.html ?? heading.children,
        visuallyHiddenText: heading.visuallyHiddenText,
        level: heading.level ?? 3,
        classes: heading.classes,
        attributes: heading.attributes,
      }}
      classes={props.classes}
      attributes={props.attributes}
      variant="feature"
    >
      <ul className={`nhsuk-list nhsuk-list--${icon}`} role="list">
        {each(props.items, (item) => (
          <li>
            <Icon name={icon} />
            {prefix && `${prefix} `}
            {inner(item)}
          </li>
        ))}
      </ul>
    </Card>
  );
}
