import type { ReactNode } from "react";
import { attributes, type Attributes } from "./attributes.ts";
import { classNames } from "./class-names.ts";
import { inner, slot, type Content, type Slot } from "./content.ts";
import { each, type Item } from "./each.tsx";
import { Icon } from "./icon.tsx";
import { VisuallyHidden } from "./visually-hidden.tsx";

export type PaginationItem = {
  readonly number?: number | string;
  readonly href?: string;
  readonly ariaLabel?: string;
  readonly current?: boolean;
  readonly ellipsis?: boolean;
  readonly classes?: string;
  readonly attributes?: Attributes;
};

export type PaginationLink = Content & {
  readonly href?: string;
  /** The name of the page it leads to, when pages are not numbered. */
  readonly label?: Slot<Content>;
  readonly attributes?: Attributes;
};

export type PaginationProps = {
  readonly id?: string;
  readonly items?: readonly Item<PaginationItem>[];
  readonly previous?: PaginationLink;
  readonly next?: PaginationLink;
  readonly ariaLabel?: string;
  readonly classes?: string;
  readonly attributes?: Attributes;
};

type Direction = "previous" | "next";

const rels = { previous: "prev", next: "next" } as const;

function Title({
  link,
  direction,
}: {
  readonly link: PaginationLink;
  readonly direction: Direction;
}): ReactNode {
  return (
    <span className="nhsuk-pagination__title">
      {inner(link) || (
        <>
          {direction === "previous" ? "Previous" : "Next"}
          <VisuallyHidden> page</VisuallyHidden>
        </>
      )}
    </span>
  );
}

function PageItem({ item }: { readonly item: PaginationItem }): ReactNode {
  return (
    <li
      className={classNames(
        "nhsuk-pagination__item",
        item.current && "nhsuk-pagination__item--current",
        item.ellipsis && "nhsuk-pagination__item--ellipsis",
        item.classes,
      )}
    >
      {item.ellipsis ? (
        "⋯"
      ) : (
        <a
          className="nhsuk-pagination__link"
          href={item.href ?? ""}
          aria-label={item.ariaLabel ?? `Page ${item.number}`}
          aria-current={item.current ? "page" : undefined}
          {...attributes(item.attributes)}
        >
          {item.number}
        </a>
      )}
    </li>
  );
}

function Numbered({ items, previous, next }: PaginationProps): ReactNode {
  return (
    <>
      {previous?.href && (
        <a href={previous.href} className="nhsuk-pagination__previous" rel="prev">
          <Icon name="arrow-left" />
          <Title link={previous} direction="previous" />
        </a>
      )}
      <ul className="nhsuk-pagination__list">
        {each(items, (item) => (
          <PageItem item={item} />
        ))}
      </ul>
      {next?.href && (
        <a href={next.href} className="nhsuk-pagination__next" rel="next">
          <Title link={next} direction="next" />
          <Icon name="arrow-right" />
        </a>
      )}
    </>
  );
}

function NamedPage({
  link,
  direction,
}: {
  readonly link: PaginationLink;
  readonly direction: Direction;
}): ReactNode {
  const label = inner(slot<Content>(link.label));
  return (
    <li className={`nhsuk-pagination-item--${direction}`}>
      <a
        className={`nhsuk-pagination__link nhsuk-pagination__link--${rels[direction]}`}
        href={link.href}
        rel={rels[direction]}
        {...attributes(link.attributes)}
      >
        <Title link={link} direction={direction} />
        {label && (
          <>
            {" "}
            <VisuallyHidden>:</VisuallyHidden> <span className="nhsuk-pagination__page">{label}</span>
          </>
        )}
        <Icon name={direction === "previous" ? "arrow-left" : "arrow-right"} />
      </a>
    </li>
  );
}

export function Pagination(props: PaginationProps): ReactNode {
  const { items, previous, next } = props;
  const numbered = items && items.length > 0;
  return (
    <nav
      className={classNames("nhsuk-pagination", numbered && "nhsuk-pagination--numbered", props.classes)}
      id={props.id}
      role="navigation"
      aria-label={props.ariaLabel || "Pagination"}
      {...attributes(props.attributes)}
    >
      {numbered ? (
        <Numbered {...props} />
      ) : (
        <ul className="nhsuk-list nhsuk-pagination__list">
          {previous?.href && <NamedPage link={previous} direction="previous" />}
          {next?.href && <NamedPage link={next} direction="next" />}
        </ul>
      )}
    </nav>
  );
}
