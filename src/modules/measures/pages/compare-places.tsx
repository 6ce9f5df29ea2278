import type { SeriesLine } from "../series-line.ts";
import { inPlacesColumns } from "../views/series-list.ts";
import { listOf, type Columns } from "#platform/list-file.ts";
import { askedPage } from "#web/take-away.tsx";
import type { ReactNode } from "react";
import { contextOf, type Request } from "#web/env.ts";
import { renderPage } from "#web/render.tsx";
import { valueAxis } from "#ui/chart/value-axis.ts";
import { FunnelChart } from "#ui/chart/funnel-chart.tsx";
import { periodWords } from "#ui/figures/period.ts";
import { Table } from "#ui/nhs/table.tsx";
import { PageLinks } from "#ui/page-links.tsx";
import { purposeSentence } from "../definition-words.ts";
import {
  placeCharts,
  placeFunnel,
  placeVerdicts,
  type FunnelPage,
  type PlaceCharts,
} from "../queries/compare-places.ts";
import { hiddenWords, smallNumbersOf, type SmallNumbers } from "../small-numbers.ts";
import { unitOf, valueWords } from "../unit.ts";
import { PlaceVerdictTable } from "../views/place-verdicts.tsx";
import { ChartWall } from "../views/chart-wall.tsx";

const crumbs = (id: string, name: string) => [
  { text: "Measures", href: "/measures" },
  { text: name, href: `/measures/${id}` },
];

/** As charts, 30 on a page, or as the icons of what each chart says, 250 on a page. */
export async function placesPage(c: Request): Promise<Response> {
  const isFile = askedPage(c) === "all";
  return c.req.query("show") === "icons" || isFile ? placeVerdictsPage(c) : placeChartsPage(c);
}

async function placeVerdictsPage(c: Request): Promise<Response> {
  const found = await placeVerdicts(contextOf(c), c.req.param("id")!, askedPage(c));
  return renderPlaces(c, found, {
    rows: found.lines,
    title: "In every place, at a glance",
    said: "By name: no place is ranked.",
    other: { text: "See the charts", query: "" },
    query: "?show=icons",
    drawn: found.lines.length > 0 && <PlaceVerdictTable lines={found.lines} />,
  });
}

async function placeChartsPage(c: Request): Promise<Response> {
  const found = await placeCharts(contextOf(c), c.req.param("id")!, Number(c.req.query("page") ?? 1));
  const { cards } = found;
  return renderPlaces(c, found, {
    rows: cards,
    title: "In every place",
    said: "By name, on one axis: no place is ranked.",
    other: { text: "See all at a glance", query: "?show=icons" },
    query: "",
    drawn: cards.length > 0 && (
      <ChartWall id="places" cards={cards} titleOf={(card) => card.body.name} ends={sharedEnds(cards)} />
    ),
  });
}

type Shown = {
  rows: readonly SeriesLine[];
  title: string;
  said: string;
  query: string;
  other: { text: string; query: string };
  drawn: ReactNode;
};

function renderPlaces(
  c: Request,
  { definition: { id, text }, paging }: Pick<PlaceCharts, "definition" | "paging">,
  { title, said, query, other, drawn, rows }: Shown,
): Response | Promise<Response> {
  const address = `/measures/${id}/places`;
  return renderPage(c, {
    title,
    section: "Measures",
    part: { page: paging.page, of: paging.pages },
    breadcrumbs: crumbs(id, text.name),
    list: listOf({ name: "places", columns: inPlacesColumns, rows, total: paging.total }),
    children: (
      <>
        <span className="nhsuk-caption-l">{text.name}</span>
        <h1>{title}</h1>
        <p>
          {purposeSentence(text)} {said} <a href={address + other.query}>{other.text}</a>
        </p>
        {drawn || <p>There is no place with numbers that you can see.</p>}
        <PageLinks
          paging={paging}
          href={(page) => `${address}${query === "" ? "?" : `${query}&`}page=${page}`}
        />
      </>
    ),
  });
}

function sharedEnds(cards: PlaceCharts["cards"]): { from: number; to: number } {
  const heights = cards.flatMap(({ analysis }) =>
    analysis.points.flatMap((point) => [point.value, point.lower, point.upper]),
  );
  const { from, to } = valueAxis(heights, {}, 3);
  return { from, to };
}

export async function funnelPage(c: Request): Promise<Response> {
  const small = smallNumbersOf(c.get("services").config);
  const page = await placeFunnel(contextOf(c), c.req.param("id")!, { asked: c.req.query("period"), small });
  const { id, text } = page.definition;
  return renderPage(c, {
    title: "All places by their size",
    section: "Measures",
    breadcrumbs: crumbs(id, text.name),
    list: listOf({ name: "places-by-size", columns: figureColumns(page), rows: page.figures }),
    children: (
      <>
        <span className="nhsuk-caption-l">{text.name}</span>
        <h1>All places by their size</h1>
        <p>
          {purposeSentence(text)} A small place varies more by chance alone, so its limits are wider. A place
          inside them is not told apart from the others: no place is ranked.
        </p>
        <Found page={page} small={small} />
      </>
    ),
  });
}

type FoundProps = { page: FunnelPage; small: SmallNumbers };

function Found({ page, small }: FoundProps): ReactNode {
  const { definition, period, funnel } = page;
  if (!period || !funnel)
    return (
      <p>
        There is nothing to draw: a funnel needs a measure with a denominator, and 3 places or more that told
        of the same period.
      </p>
    );
  const { text } = definition;
  const when = periodWords(period, text.frequency);
  return (
    <>
      <FunnelChart
        id="funnel"
        title={`${text.name}, ${when}`}
        description={funnelWords(funnel.points)}
        funnel={funnel}
        improvement={improvements[text.better]}
        unit={unitOf(text)}
        denominatorName={text.denominator}
        provenance={`${purposeSentence(text)} Spiegelhalter (2005), ${funnel.overdispersion.applied === "none" ? "without" : "with"} adjustment for over-dispersion.`}
      />
      <LeftOut page={page} small={small} />
      <FiguresTable page={page} when={when} />
      <p>Numbers of {periodWords(period, text.frequency).replace(/^W/, "w")}.</p>
    </>
  );
}

/** A place in the picture would give away what the table does not say. */
function LeftOut({ page: { figures }, small }: FoundProps): ReactNode {
  const hidden = figures.filter(({ numerator }) => numerator === null).length;
  if (hidden === 0) return null;
  const places = hidden === 1 ? "1 place is" : `${hidden} places are`;
  return (
    <p>
      {places} not drawn, so that nobody can be known by a number. {hiddenWords(small)}
    </p>
  );
}

/** A value that is not said is empty. */
function figureColumns({
  period,
  funnel,
  definition: { text },
}: FunnelPage): Columns<FunnelPage["figures"][number]> {
  const points = new Map(funnel?.points.map((point) => [String(point.name), point]));
  return {
    place: ["Place", (figure) => figure.name],
    placeCode: ["Its code", (figure) => figure.code],
    period: ["Period", () => period],
    numerator: [text.numerator || "How many", (figure) => figure.numerator],
    denominator: [text.denominator, (figure) => figure.denominator],
    value: ["Value", (figure) => points.get(figure.name)?.value],
    againstChance: [
      "Against chance",
      (figure) => {
        const point = points.get(figure.name);
        return point && verdictWords[point.verdict];
      },
    ],
    address: ["Address", (figure) => `/series/${figure.seriesId}`],
  };
}

const improvements = { higher: "increase", lower: "decrease", neither: "neutral" } as const;

const verdictWords = {
  inside: "Within what chance gives",
  "high-95": "Higher than most, not enough for a signal",
  "low-95": "Lower than most, not enough for a signal",
  "high-998": "Higher than chance gives",
  "low-998": "Lower than chance gives",
} as const;

function funnelWords(points: NonNullable<FunnelPage["funnel"]>["points"]): string {
  const out = points.filter(({ verdict }) => verdict.endsWith("998")).length;
  return `${points.length} places, ${out} of them outside what chance gives. The table below names each.`;
}

function FiguresTable({ page, when }: { page: FunnelPage; when: string }): ReactNode {
  const { figures, funnel, definition } = page;
  const verdicts = new Map(funnel!.points.map((point) => [String(point.name), point]));
  return (
    <Table
      id="figures"
      caption={{ text: `By name, ${when}`, size: "s" }}
      firstCellIsHeader
      responsive
      head={[
        { text: "Place" },
        { text: definition.text.numerator || "How many", format: "numeric" },
        { text: definition.text.denominator, format: "numeric" },
        { text: "Value", format: "numeric" },
        { text: "Against chance" },
      ]}
      rows={figures.map((figure) => {
        const point = verdicts.get(figure.name);
        return [
          { html: <a href={`/series/${figure.seriesId}`}>{figure.name}</a> },
          { text: figure.numerator?.toLocaleString("en-GB") ?? "Not said" },
          { text: figure.denominator?.toLocaleString("en-GB") ?? "No data" },
          { text: point ? valueWords(point.value, definition.text) : "Not said" },
          { text: point ? verdictWords[point.verdict] : "Not said" },
        ];
      })}
    />
  );
}
