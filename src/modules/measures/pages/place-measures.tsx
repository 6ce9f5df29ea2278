import { ofPlaceColumns } from "../views/series-list.ts";
import { listOf } from "#platform/list-file.ts";
import { askedPage } from "#web/take-away.tsx";
import { contextOf, type Request } from "#web/env.ts";
import { renderPage } from "#web/render.tsx";
import { Button } from "#ui/nhs/button.tsx";
import { PageLinks } from "#ui/page-links.tsx";
import { findBodyByCode } from "#modules/places/index.ts";
import { placeMeasures } from "../queries/place-measures.ts";
import { ChartWall } from "../views/chart-wall.tsx";

const onPage = 60;

/** All charts of a place on one page. */
export async function placeMeasuresPage(c: Request): Promise<Response> {
  const context = contextOf(c);
  const body = await findBodyByCode(context, c.req.param("code")!);
  const found = await placeMeasures(context, body, { page: askedPage(c), size: onPage });
  const { cards, paging, can } = found;
  const path = `/bodies/${body.code}/measures`;
  return renderPage(c, {
    title: "Measures",
    section: body.name,
    part: { page: paging.page, of: paging.pages },
    breadcrumbs: [
      { text: "Organisations", href: "/bodies" },
      { text: body.name, href: `/bodies/${body.code}` },
    ],
    list: listOf({
      name: `measures-${body.code.toLowerCase()}`,
      columns: ofPlaceColumns,
      rows: cards,
      total: paging.total,
    }),
    children: (
      <>
        <span className="nhsuk-caption-l">{body.name}</span>
        <h1>Measures</h1>
        {cards.length === 0 ? (
          <p>
            Nothing is measured here that you can see. What a team measures to improve is its own to share.
          </p>
        ) : (
          <ChartWall id="place" cards={cards} titleOf={(card) => card.name} />
        )}
        <PageLinks paging={paging} href={(page) => `${path}?page=${page}`} />
        {can.begin ? <Button href={`/measures/new?place=${body.code}`} text="Start a measure" /> : null}
      </>
    ),
  });
}
