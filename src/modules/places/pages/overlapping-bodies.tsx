import { contextOf, type Request } from "#web/env.ts";
import { renderPage } from "#web/render.tsx";
import { askedPage } from "#web/take-away.tsx";
import {
  overlappingBodies,
  type OverlapAsked,
  type OverlappingBodies,
} from "../queries/overlapping-bodies.ts";
import { inSentence } from "../in-sentence.ts";
import { bodyList } from "../views/body-list.ts";
import { BodyTable } from "../views/body-table.tsx";
import { counted } from "#ui/counted.ts";
import { PageLinks } from "#ui/page-links.tsx";

/** The list behind one number of a comparison. */
export async function overlappingBodiesPage(c: Request): Promise<Response> {
  const asked = readAsked(c);
  const found = await overlappingBodies(contextOf(c), asked);
  const title = "Organisations where areas overlap";
  const said = [where(found.row, found.a.label), where(found.column, found.b.label)]
    .filter((part) => part !== "")
    .join(" and ");
  return renderPage(c, {
    title,
    section: "Organisations",
    list: bodyList("organisations-where-areas-overlap", found),
    part: { page: found.paging.page, of: found.paging.pages },
    backLink: {
      text: "Back to the comparison",
      href: `/bodies/compare?${address({ a: asked.a, b: asked.b })}`,
    },
    children: (
      <>
        <h1 className="nhsuk-heading-l">{title}</h1>
        {found.rows.length === 0 ? (
          <p>No organisation sits {said}.</p>
        ) : (
          <BodyTable caption={`${counted(found.paging.total, "organisation")} ${said}`} rows={found.rows} />
        )}
        <PageLinks
          paging={found.paging}
          href={(page) => `/bodies/compare/organisations?${address({ ...asked, page: String(page) })}`}
        />
      </>
    ),
  });
}

function readAsked(c: Request): OverlapAsked {
  const read = (name: string) => c.req.query(name) ?? "";
  return {
    a: read("a"),
    b: read("b"),
    row: read("row"),
    column: read("column"),
    page: askedPage(c),
  };
}

function where(side: OverlappingBodies["row"], label: string): string {
  if (side === undefined) return "";
  if (side === "none") return `in none of the ${inSentence(label)}`;
  if (side === "several") return `in more than one of the ${inSentence(label)}`;
  return `in ${side.name}`;
}

function address(query: Record<string, string>): string {
  return new URLSearchParams(query).toString();
}
