import type { ReactNode } from "react";
import { attributes, type Attributes } from "./attributes.ts";
import { classNames } from "./class-names.ts";
import { inner, type Content } from "./content.ts";
import { each, type Item } from "./each.tsx";

export type ContentsListItem = Content & {
  readonly href?: string;
  readonly current?: boolean;
  readonly items?: readonly Item<ContentsListItem>[];
  readonly classes?: string;
  readonly attributes?: Attributes;
};

export type ContentsListProps = {
  readonly id?: string;
  readonly items?: readonly Item<ContentsListItem>[];
  readonly ariaLabel?: string;
  readonly visuallyHiddenText?: ReactNode;
  readonly classes?: string;
  readonly attributes?: Attributes;
};

function List({ items }: Pick<ContentsListProps, "items">): ReactNode {
  return (
    <ol className="nhsuk-contents-list__list">
      {each(items, (item) => (
        <li className="nhsuk-contents-list__item" aria-current={item.current ? "page" : undefined}>
          {item.current ? (
            <span
              className={classNames("nhsuk-contents-list__current", item.classes)}
              {...attributes(item.attributes)}
            >
              {inner(item)}
            </span>
          ) : (
            <a
              className={classNames("nhsuk-contents-list__link", item.classes)}
              href={item.href}
              {...attributes(item.attributes)}
            >
              {inner(item)}
            </a>
          )}
          {item.items && <List items={item.items} />}
        </li>
      ))}
    </ol>
  );
}

export function ContentsList(props: ContentsListProps): ReactNode {
  return (
    <nav
      className={classNames("nhsuk-contents-list", props.classes)}
      id={props.id}
      role="navigation"
      aria-label={props.ariaLabel || "Pages in this guide"}
      {...attributes(props.attributes)}
    >
      <h2 className="nhsuk-u-visually-hidden">{props.visuallyHiddenText || "Contents"}</h2>
      <List items={props.items} />
    </nav>
  );
}
