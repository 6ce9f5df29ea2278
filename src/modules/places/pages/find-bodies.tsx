import type { ReactNode } from "react";
import { contextOf, type Request } from "#web/env.ts";
import { renderPage } from "#web/render.tsx";
import { askedPage } from "#web/take-away.tsx";
import { isBodyCode } from "../body-code.ts";
import { findBodies, type FoundBodies } from "../queries/find-bodies.ts";
import { bodyList } from "../views/body-list.ts";
import { BodyTable } from "../views/body-table.tsx";
import { counted, inFigures } from "#ui/counted.ts";
import { FindForm, Narrow, type Query } from "../views/find-form.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { PageLinks } from "#ui/page-links.tsx";

export async function findBodiesPage(c: Request): Promise<Response> {
  // What was chosen from the type-ahead is sent beside the text, and says exactly which one.
  const chosen = c.req.query("q-chosen") ?? "";
  if (isBodyCode(chosen)) return c.redirect(`/bodies/${chosen}`, 303);
  const query = readQuery(c);
  const found = await findBodies(contextOf(c), { ...query, page: askedPage(c) });
  const title = `Organisations (${inFigures(found.alike ? 0 : found.paging.total)})`;
  return renderPage(c, {
    title,
    part: { page: found.paging.page, of: found.paging.pages },
    breadcrumbs: [{ text: "Home", href: "/" }],
    list: bodyList("organisations", found),
    children: (
      <>
        <h1>{title}</h1>
        <div className="nhsuk-grid-row">
          <div className="nhsuk-grid-column-two-thirds">
            <FindForm query={query} />
          </div>
        </div>
        <Narrow query={query} found={found} address={address} />
        <Results query={query} found={found} />
        <ul className="nhsuk-list">
          <li>
            <a href="/bodies/compare">Compare how kinds of area overlap</a>
          </li>
          {found.can.import ? (
            <li>
              <a href="/bodies/import">Import organisations from a file</a>
            </li>
          ) : null}
        </ul>
      </>
    ),
  });
}

function readQuery(c: Request): Query {
  const read = (name: keyof Query) => (c.req.query(name) ?? "").slice(0, 200);
  return { q: read("q"), kind: read("kind"), place: read("place"), area: read("area") };
}

function Results({ query, found }: { query: Query; found: FoundBodies }): ReactNode {
  const { rows, paging, alike } = found;
  const said = query.q.trim();
  if (rows.length === 0) return <NothingFound said={said} isAll={address(query) === "/bodies"} />;
  return (
    <>
      {alike ? (
        <p>Nothing has the words “{said}” in its name, code or place. These are the nearest.</p>
      ) : null}
      <BodyTable caption={alike ? "Nearest to what you typed" : captionOf(paging.total, said)} rows={rows} />
      <PageLinks paging={paging} href={(page) => address(query, page)} />
    </>
  );
}

function captionOf(total: number, said: string): string {
  return `${counted(total, "organisation")}${said === "" ? "" : ` for “${said}”`}`;
}

function NothingFound({ said, isAll }: { said: string; isAll: boolean }): ReactNode {
  if (isAll)
    return (
      <EmptyState heading="No organisation is here yet">
        <p>They appear here when whoever runs this service has read in the list of organisations.</p>
      </EmptyState>
    );
  return (
    <>
      <h2 className="nhsuk-heading-m">Nothing found{said === "" ? "" : ` for “${said}”`}</h2>
      <p>Try fewer words, a town, an old name, or the first half of a postcode such as QX4.</p>
    </>
  );
}

function address(query: Query, page = 1): string {
  const given = { ...query, page: page > 1 ? String(page) : "" };
  const search = new URLSearchParams(Object.entries(given).filter(([, value]) => value !== "")).toString();
  return search === "" ? "/bodies" : `/bodies?${search}`;
}
