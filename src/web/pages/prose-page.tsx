import type { ReactNode } from "react";
import { longDate } from "#ui/long-date.ts";
import type { Request } from "../env.ts";
import { columnPage } from "../column-page.tsx";

/** A page of plain reading, in one readable column. */
export function prosePage(c: Request, title: string, body: ReactNode): Response {
  return columnPage(c, { title, breadcrumbs: [{ text: "Home", href: "/" }], children: body });
}

/** When a page of promises was last read through; a test fails when that is more than a year ago. */
export function Reviewed({ on }: { on: string }): ReactNode {
  return (
    <p className="nhsuk-body-s">
      Last reviewed on <time dateTime={on}>{longDate(on)}</time>.
    </p>
  );
}
