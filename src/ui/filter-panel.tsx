import type { ReactNode } from "react";
import { Button } from "./nhs/button.tsx";
import { Details } from "./nhs/details.tsx";
import { each, present, type Item } from "./nhs/each.tsx";

export type AppliedFilter = {
  /** What it filters by, such as "Region". */
  readonly group?: string;
  readonly text: string;
  /** The same page without this filter. */
  readonly removeHref: string;
};

export type FilterPanelProps = {
  readonly id?: string;
  /** Where the filters are sent; this page when nothing is given. */
  readonly action?: string;
  readonly heading?: string;
  readonly applied?: readonly Item<AppliedFilter>[];
  /** The same page without any filter. */
  readonly clearHref?: string;
  readonly applyText?: string;
  /** Parts of the query that filters must not lose, such as a search or an order. */
  readonly kept?: Readonly<Record<string, string>>;
  /** The fields. */
  readonly children: ReactNode;
};

type AppliedProps = { readonly filters: readonly AppliedFilter[]; readonly clearHref: string | undefined };

function Applied({ filters, clearHref }: AppliedProps): ReactNode {
  return (
    <div className="tl-filters__applied">
      <h2 className="nhsuk-u-visually-hidden">Applied filters</h2>
      <ul className="tl-chips">
        {each(filters, ({ group, text, removeHref }) => (
          <li>
            <a className="tl-chip" href={removeHref}>
              <span className="nhsuk-u-visually-hidden">Remove filter </span>
              {group && `${group}: `}
              {text}
            </a>
          </li>
        ))}
      </ul>
      {clearHref && <a href={clearHref}>Clear all filters</a>}
    </div>
  );
}

/**
 * Filters that are part of the address of the page, so they work without script and can be shared. The fields
 * are folded away, so that what was found stands high on a small screen too; what is applied is always in sight.
 */
export function FilterPanel(props: FilterPanelProps): ReactNode {
  const {
    id = "filters",
    action,
    heading = "Filter",
    clearHref,
    applyText = "Apply filters",
    kept = {},
    children,
  } = props;
  const applied = present(props.applied);
  return (
    <section className="tl-filters" id={id} aria-label={heading}>
      {applied.length > 0 && <Applied filters={applied} clearHref={clearHref} />}
      <Details summary={heading}>
        <form method="get" action={action} noValidate>
          {Object.entries(kept).map(([name, value]) => (
            <input key={name} type="hidden" name={name} defaultValue={value} />
          ))}
          <div className="tl-filters__fields">{children}</div>
          <Button text={applyText} variant="secondary" />
        </form>
      </Details>
    </section>
  );
}
