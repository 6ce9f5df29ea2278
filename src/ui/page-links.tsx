import type { ReactNode } from "react";
import { Pagination, type PaginationItem } from "#ui/nhs/pagination.tsx";
import type { Paging } from "#platform/paging.ts";

type PageLinksProps = { paging: Paging; href: (page: number) => string };

/** Links to the other pages of a list; nothing when there is only one. */
export function PageLinks({ paging: { page, pages }, href }: PageLinksProps): ReactNode {
  if (pages === 1) return null;
  return (
    <Pagination
      items={shownPages(page, pages).map((shown): PaginationItem =>
        shown === "gap" ? { ellipsis: true } : { number: shown, href: href(shown), current: shown === page },
      )}
      {...(page > 1 && { previous: { href: href(page - 1) } })}
      {...(page < pages && { next: { href: href(page + 1) } })}
    />
  );
}

/** The first, the last, and those around the one that is shown. */
export function shownPages(page: number, pages: number): (number | "gap")[] {
  const near = [1, page - 1, page, page + 1, pages].filter((one) => one >= 1 && one <= pages);
  const numbers = [...new Set(near)].sort((a, b) => a - b);
  return numbers.flatMap((one, index) =>
    index > 0 && one > numbers[index - 1]! + 1 ? ["gap" as const, one] : [one],
  );
}
