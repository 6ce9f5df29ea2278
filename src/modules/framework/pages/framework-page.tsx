import type { ReactNode } from "react";
import { SubNavigation } from "#ui/sub-navigation.tsx";
import type { Request } from "#web/env.ts";
import type { Crumb, PageProps } from "#web/layout.tsx";
import { renderPage } from "#web/render.tsx";
import { frameworkPath } from "../paths.ts";
import type { Filters } from "../progress.ts";
import type { InForce } from "../queries/framework-in-force.ts";

const parts = [
  ["", "Actions"],
  ["pictures", "Pictures"],
  ["progress", "Progress"],
  ["targets", "Targets"],
  ["pledges", "Pledges"],
  ["board", "Board"],
  ["line", "Line of sight"],
  ["changes", "Changes"],
  ["glossary", "Glossary"],
  ["more", "More"],
] as const;

type FrameworkPage = Omit<PageProps, "section" | "breadcrumbs"> & {
  framework: InForce;
  /** Which of the parts this page is, or belongs to. */
  tab: (typeof parts)[number][0];
  crumbs?: Crumb[];
};

/** A page of a framework: the way back, its parts, the title, and the page itself. */
export function frameworkPage(c: Request, page: FrameworkPage, status = 200): Response {
  const { framework, tab, crumbs = [], children, ...rest } = page;
  const home = { text: framework.title, href: frameworkPath(framework.key) };
  return renderPage(
    c,
    {
      ...rest,
      section: framework.title,
      look: "framework",
      breadcrumbs: [
        { text: "Home", href: "/" },
        ...(tab === "" && crumbs.length === 0 ? [] : [home]),
        ...crumbs,
      ],
      children: (
        <>
          <h1>{page.title}</h1>
          <SubNavigation
            ariaLabel={`Parts of ${framework.title}`}
            items={parts.map(([path, text]) => ({
              text,
              href: frameworkPath(framework.key, path),
              current: path === tab,
            }))}
          />
          {children}
        </>
      ),
    },
    status,
  );
}

export function readFilters(c: Request): Filters {
  const read = (name: keyof Filters) => (c.req.query(name) ?? "").slice(0, 60);
  return {
    body: read("body"),
    horizon: read("horizon"),
    condition: read("condition"),
    standing: read("standing"),
  };
}

export function Column({ children }: { children: ReactNode }): ReactNode {
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">{children}</div>
    </div>
  );
}
