import type { ReactNode } from "react";
import { each, type Item } from "./nhs/each.tsx";

export type SubNavigationItem = {
  readonly text: ReactNode;
  readonly href: string;
  readonly current?: boolean;
  readonly count?: number;
};

export type SubNavigationProps = {
  readonly items: readonly Item<SubNavigationItem>[];
  /** What these pages are parts of, such as "Parts of this plan". */
  readonly ariaLabel: string;
};

/** The pages of one thing, each at its own address. */
export function SubNavigation({ items, ariaLabel }: SubNavigationProps): ReactNode {
  return (
    <nav className="tl-sub-navigation" aria-label={ariaLabel}>
      <ul className="tl-sub-navigation__list">
        {each(items, ({ text, href, current, count }) => (
          <li className="tl-sub-navigation__item">
            <a className="tl-sub-navigation__link" href={href} aria-current={current ? "page" : undefined}>
              {text}
              {count !== undefined && ` (${count.toLocaleString("en-GB")})`}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
