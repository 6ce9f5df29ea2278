import type { ReactNode } from "react";
import { attributes, type Attributes } from "./attributes.ts";
import { BackLink, type BackLinkProps } from "./back-link.tsx";
import { classNames, switchedClass } from "./class-names.ts";
import { hasContent, inner, type Content } from "./content.ts";
import { each, type Item } from "./each.tsx";

export type BreadcrumbItem = Content & {
  readonly href?: string;
  readonly attributes?: Attributes;
};

export type BreadcrumbProps = {
  readonly id?: string;
  readonly items?: readonly Item<BreadcrumbItem>[];
  readonly variant?: "reverse";
  readonly ariaLabel?: string;
  /** The link back that small screens show instead of the trail. */
  readonly backLink?: BackLinkProps;
  readonly classes?: string;
  readonly attributes?: Attributes;
};

export function Breadcrumb(props: BreadcrumbProps): ReactNode {
  const { items, variant, backLink = {}, classes } = props;
  const last = items?.at(-1) || undefined;
  return (
    <nav
      className={classNames(
        "nhsuk-breadcrumb",
        switchedClass("nhsuk-breadcrumb--reverse", variant === "reverse", classes),
        classes,
      )}
      id={props.id}
      aria-label={props.ariaLabel || "Breadcrumb"}
      {...attributes(props.attributes)}
    >
      <ol className="nhsuk-breadcrumb__list">
        {each(items, (item) =>
          item.href ? (
            <li className="nhsuk-breadcrumb__list-item">
              <a className="nhsuk-breadcrumb__link" href={item.href} {...attributes(item.attributes)}>
                {inner(item)}
              </a>
            </li>
          ) : null,
        )}
      </ol>
      <BackLink
        {...backLink}
        visuallyHiddenText={backLink.visuallyHiddenText ?? "Back to"}
        text={hasContent(backLink) ? backLink.text : last?.text}
        href={backLink.href ?? last?.href}
        attributes={backLink.attributes ?? last?.attributes}
        variant={backLink.variant ?? variant}
      />
    </nav>
  );
}
