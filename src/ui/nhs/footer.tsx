import type { ReactNode } from "react";
import { attributes, type Attributes } from "./attributes.ts";
import { classNames } from "./class-names.ts";
import { hasContent, inner, isProps, slot, type Content, type Slot } from "./content.ts";
import { each, type Item } from "./each.tsx";
import { Heading, type HeadingProps } from "./heading.tsx";

export type FooterItem = Content & { readonly href: string; readonly attributes?: Attributes };

export type FooterNavigation = Content & {
  readonly heading?: Slot<HeadingProps>;
  /** A width of the grid in place of an equal share. */
  readonly width?: string;
  readonly items?: readonly Item<FooterItem>[];
};

export type FooterMeta = Content & {
  readonly visuallyHiddenText?: ReactNode;
  readonly items?: readonly Item<FooterItem>[];
};

export type FooterProps = {
  readonly id?: string;
  readonly columns?: 1 | 2 | 3 | 4;
  readonly navigation?: FooterNavigation | readonly FooterNavigation[];
  readonly meta?: Slot<FooterMeta>;
  /** An empty string leaves it out; without a word it says NHS England. */
  readonly copyright?: Slot<Content>;
  readonly children?: ReactNode;
  readonly containerClasses?: string;
  readonly classes?: string;
  readonly attributes?: Attributes;
};

const shares = { 1: "full", 2: "one-half", 3: "one-third", 4: "one-quarter" } as const;

function rowsOf<T>(items: readonly T[], length: number): T[][] {
  const rows: T[][] = [];
  for (let start = 0; start < items.length; start += length) rows.push(items.slice(start, start + length));
  return rows;
}

function FooterList({ items }: { readonly items: readonly Item<FooterItem>[] }): ReactNode {
  return (
    <ul className="nhsuk-footer__list">
      {each(items, (item) => (
        <li className="nhsuk-footer__list-item">
          <a className="nhsuk-footer__list-item-link" href={item.href} {...attributes(item.attributes)}>
            {inner(item)}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Column({ column, share }: { readonly column: FooterNavigation; readonly share: string }): ReactNode {
  const markup = column.children || column.html;
  return (
    <div className={`nhsuk-grid-column-${column.width || share}`}>
      <Heading
        {...slot<HeadingProps>(column.heading)}
        level={2}
        size="s"
        className="nhsuk-footer__heading"
        classPrefix="nhsuk-heading-"
      />{" "}
      {markup || (column.text && <p className="nhsuk-body-s">{column.text}</p>)}
      {column.items && <FooterList items={column.items} />}
    </div>
  );
}

function Meta({
  meta,
  children,
}: {
  readonly meta: Partial<FooterMeta>;
  readonly children: ReactNode;
}): ReactNode {
  if (!children && !hasContent(meta) && !meta.items?.length) return null;
  const markup = children || meta.html || meta.children;
  return (
    <>
      {meta.items && (
        <>
          <h2 className="nhsuk-u-visually-hidden">{meta.visuallyHiddenText ?? "Support links"}</h2>
          <FooterList items={meta.items} />
        </>
      )}
      {markup || (meta.text && <p className="nhsuk-body-s">{meta.text}</p>)}
    </>
  );
}

function Copyright({ copyright }: { readonly copyright: Slot<Content> }): ReactNode {
  const { html, children, text } = slot<Content>(copyright);
  if (html || children) return html || children;
  if (text === "" || text === null || text === false) return null;
  return <p className="nhsuk-body-s">{text || "© NHS England"}</p>;
}

function isList(navigation: FooterProps["navigation"]): navigation is readonly FooterNavigation[] {
  return Array.isArray(navigation);
}

export function Footer(props: FooterProps): ReactNode {
  const { navigation, columns: asked } = props;
  const columns = asked === 1 || asked === 2 || asked === 3 ? asked : 4;
  const navigations = isList(navigation) ? navigation : isProps(navigation) ? [navigation] : [];
  return (
    <footer
      className={classNames("nhsuk-footer", props.classes)}
      id={props.id}
      role="contentinfo"
      {...attributes(props.attributes)}
    >
      <div className={classNames("nhsuk-width-container", props.containerClasses)}>
        {each(rowsOf(navigations, columns), (row) => (
          <div className="nhsuk-footer__navigation nhsuk-grid-row">
            {each(row, (column) => (
              <Column column={column} share={shares[columns]} />
            ))}
          </div>
        ))}
        <div className="nhsuk-footer__meta">
          <Meta meta={slot<FooterMeta>(props.meta)}>{props.children}</Meta>{" "}
          <Copyright copyright={props.copyright} />
        </div>
      </div>
    </footer>
  );
}
