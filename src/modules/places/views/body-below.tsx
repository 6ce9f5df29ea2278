import type { ReactNode } from "react";
import { isArea } from "../body.ts";
import type { BodyPage } from "../queries/body-page.ts";
import { BodyTable } from "./body-table.tsx";
import { counted, inFigures } from "./count-words.ts";
import { PageLinks } from "./page-links.tsx";

/** What stands below a body or sits in an area: how many of each kind in all, and the nearest of them by name. */
export function BodyBelow({ page }: { page: BodyPage }): ReactNode {
  const { body, counts, nearest } = page;
  if (counts.length === 0) return null;
  const area = isArea(body);
  const path = `/bodies/${body.code}`;
  const narrow = area ? "area" : "place";
  const kind = nearest.counts.length === 1 ? nearest.counts[0] : nearest.kind;
  const total = counted(
    nearest.paging.total,
    kind?.label.toLowerCase() ?? "body",
    kind?.plural.toLowerCase() ?? "bodies",
  );
  return (
    <section id="below">
      <h2 className="nhsuk-heading-m">{area ? "Organisations in this area" : "What stands below it"}</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {counts.map((one) => (
          <li key={one.kind}>
            <a href={`/bodies?${narrow}=${body.code}&kind=${one.kind}`}>
              {counted(one.count, one.label.toLowerCase(), one.plural.toLowerCase())}
            </a>
          </li>
        ))}
      </ul>
      {nearest.counts.length > 1 ? <KindLinks page={page} path={path} /> : null}
      <BodyTable
        caption={area ? `In this area: ${total}` : `Directly below it: ${total}`}
        rows={nearest.rows}
      />
      <PageLinks
        paging={nearest.paging}
        href={(number) => `${path}?${nearest.kind ? `kind=${nearest.kind.kind}&` : ""}page=${number}#below`}
      />
    </section>
  );
}

function KindLinks({ page, path }: { page: BodyPage; path: string }): ReactNode {
  const { counts, kind: chosen } = page.nearest;
  return (
    <nav aria-label="Show only one kind">
      <p className="nhsuk-body-s">
        Show {chosen ? <a href={`${path}#below`}>all</a> : <strong>all</strong>}
        {counts.map((one) => (
          <span key={one.kind}>
            {", "}
            {one.kind === chosen?.kind ? (
              <strong>{one.plural.toLowerCase()}</strong>
            ) : (
              <a href={`${path}?kind=${one.kind}#below`}>{one.plural.toLowerCase()}</a>
            )}{" "}
            ({inFigures(one.count)})
          </span>
        ))}
      </p>
    </nav>
  );
}
