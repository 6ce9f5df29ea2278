import type { ReactNode } from "react";
import { Pagination } from "#ui/nhs/pagination.tsx";
import type { Paging } from "../paging.ts";

/** The way through a long list; nothing when there is one page. */
export function PageLinks({ paging, href }: { paging: Paging; href: (page: number) => string }): ReactNode {
  const { page, pages } = paging;
  if (pages <= 1) return null;
  const label = (other: number) => ({ href: href(other), label: `${other} of ${pages}` });
  return (
    <Pagination
      previous={page > 1 ? label(page - 1) : undefined}
      next={page < pages ? label(page + 1) : undefined}
    />
  );
}
