import type { ReactNode } from "react";
import { inSentence } from "../in-sentence.ts";
import { isArea, type KindCount } from "../body.ts";
import type { BodyPage } from "../queries/body-page.ts";
import { BodyTable } from "./body-table.tsx";
import { counted, inFigures } from "#ui/counted.ts";
import { PageLinks } from "#ui/page-links.tsx";

/** What stands below a body or sits in an area: how many of each kind in all, and the nearest of them by name. */
export function BodyBelow({ page }: { page: BodyPage }): ReactNode {
  const { body, counts, nearest } = page;
  if (counts.length === 0) return null;
  const area = isArea(body);
  const path = `/bodies/${body.code}`;
  const kind = nearest.counts.length === 1 ? nearest.counts[0] : nearest.kind;
  const total = counted(
    nearest.paging.total,
    kind ? inSentence(kind.label) : "body",
    kind ? inSentence(kind.plural) : "bodies",
  );
  return (
    <section id="below">
      <h2 className="nhsuk-heading-m">{area ? "Organisations in this area" : "What stands below it"}</h2>
      {nearest.counts.length > 1 ? <KindLinks page={page} path={path} /> : null}
      <BodyTable
        caption={area ? `In this area: ${total}` : `Directly below it: ${total}`}
        size="s"
        rows={nearest.rows}
      />
      <PageLinks
        paging={nearest.paging}
        href={(number) => `${path}?${nearest.kind ? `kind=${nearest.kind.kind}&` : ""}page=${number}#below`}
      />
    </section>
  );
}

/** Nothing stands deeper than what the list shows. */
function isAllNearest({ counts, nearest }: BodyPage): boolean {
  const total = (of: readonly KindCount[]) => of.reduce((sum, one) => sum + one.count, 0);
  return total(counts) === total(nearest.counts);
}

/** How many of each kind stand below it at any depth, where the list shows only the nearest of them. */
export function AllBelow({ page }: { page: BodyPage }): ReactNode {
  const { body, counts } = page;
  if (counts.length === 0 || isAllNearest(page)) return null;
  return (
    <section className="tl-aside">
      <h2 className="nhsuk-heading-s">All that stands below it</h2>
      <ul className="nhsuk-list">
        {counts.map((one) => (
          <li key={one.kind}>
            <a href={`/bodies?place=${body.code}&kind=${one.kind}`}>
              {counted(one.count, inSentence(one.label), inSentence(one.plural))}
            </a>
          </li>
        ))}
      </ul>
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
              <strong>{inSentence(one.plural)}</strong>
            ) : (
              <a href={`${path}?kind=${one.kind}#below`}>{inSentence(one.plural)}</a>
            )}{" "}
            ({inFigures(one.count)})
          </span>
        ))}
      </p>
    </nav>
  );
}
