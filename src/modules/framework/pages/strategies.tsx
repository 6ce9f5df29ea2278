import { listOf, type Columns } from "#platform/list-file.ts";
import { askedPage } from "#web/take-away.tsx";
import type { ReactNode } from "react";
import { longDate } from "#ui/long-date.ts";
import { Button } from "#ui/nhs/button.tsx";
import { Checkboxes } from "#ui/nhs/checkboxes.tsx";
import { Table } from "#ui/nhs/table.tsx";
import { PageLinks } from "#ui/page-links.tsx";
import { contextOf, type Request } from "#web/env.ts";
import { renderPage } from "#web/render.tsx";
import {
  strategyPage,
  strategyRegister,
  strategyToRead,
  type StrategyPage,
  type StrategyRead,
  type StrategyRow,
} from "../queries/strategy-page.ts";
import type { Coverage, StrategyFilter } from "../strategy.ts";
import { SimilarList } from "../views/similar-list.tsx";

const columns: Columns<StrategyRow> = {
  organisation: ["Organisation or place", (row) => row.bodyName],
  organisationCode: ["Its code", (row) => row.bodyCode],
  kind: ["Kind", (row) => row.kind],
  title: ["Strategy", (row) => row.title],
  publishedOn: ["Published", (row) => row.publishedOn],
  refreshOn: ["To be refreshed", (row) => row.refreshOn],
  hasTalent: ["With a talent section", (row) => row.hasTalent],
  aligned: ["With a line upwards", (row) => row.aligned],
  address: ["Address", (row) => `/plans/${row.planId}/strategy`],
};

/** Who has a strategy: by region and kind, then each of them. */
export async function strategiesPage(c: Request): Promise<Response> {
  const filter = { kind: c.req.query("kind") ?? "", region: c.req.query("region") ?? "" };
  const page = askedPage(c);
  const { coverage, rows, paging, today } = await strategyRegister(contextOf(c), { ...filter, page });
  const only = filterWords(coverage, filter);
  return renderPage(c, {
    look: "framework",
    title: "Strategies",
    part: { page: paging.page, of: paging.pages },
    list: listOf({ name: "strategies", columns, rows, total: paging.total }),
    breadcrumbs: [
      { text: "Home", href: "/" },
      { text: "Framework", href: "/framework" },
    ],
    children: (
      <>
        <h1>Strategies</h1>
        <div className="nhsuk-grid-row">
          <div className="nhsuk-grid-column-two-thirds">
            <p>
              Every organisation and place is asked to say how it improves care, develops leaders and manages
              talent, and to look at it again each year.
            </p>
            <p>
              <a href="/plans/new?kind=strategy">Write a strategy</a>
            </p>
          </div>
        </div>
        {coverage.length > 0 ? (
          <>
            <CoverageTable caption="Coverage by region" first="Region" rows={byRegion(coverage)} />
            <CoverageTable caption="Coverage by kind" first="Kind" rows={byKind(coverage)} />
          </>
        ) : null}
        {coverage.length === 0 ? null : only ? (
          <p id="list">
            Only {only}. <a href="/strategies#list">Show all</a>
          </p>
        ) : (
          <p id="list">Choose a region or a kind above to see only its strategies.</p>
        )}
        {rows.length === 0 ? (
          <p>
            {only ? "None of these is a strategy that you can see." : "No strategy is here that you can see."}
          </p>
        ) : (
          <Register rows={rows} all={paging.total} today={today} />
        )}
        <PageLinks
          paging={paging}
          href={(to) => registerPath({ ...filter, page: to > 1 ? String(to) : "" })}
        />
      </>
    ),
  });
}

type RegisterProps = { rows: readonly StrategyRow[]; all: number; today: string };

/** Each with a box to tick: 2 of them can be put side by side. */
function Register({ rows, all, today }: RegisterProps): ReactNode {
  return (
    <form action="/strategies/compare" method="get" className="tl-pick">
      <Table
        responsive
        firstCellIsHeader
        caption={{
          text: `Strategies that you can see (${all.toLocaleString("en-GB")})`,
          size: "m",
        }}
        head={["Organisation or place", "Kind", "Published", "To be refreshed", "To note", "Compare"].map(
          (text) => ({ text }),
        )}
        rows={rows.map((row) => [
          { html: <a href={`/plans/${row.planId}/strategy`}>{row.bodyName}</a> },
          { text: row.kind },
          { text: row.publishedOn ? longDate(row.publishedOn) : "Draft" },
          { text: refreshWords(row.refreshOn, today) },
          {
            text:
              [row.hasTalent ? "" : "No talent section", row.aligned ? "" : "No line upwards"]
                .filter((note) => note !== "")
                .join("; ") || "Nothing",
          },
          {
            html: (
              <>
                <Checkboxes
                  idPrefix={`with-${row.bodyCode}`}
                  name="with"
                  small
                  items={[
                    {
                      value: row.planId,
                      html: (
                        <>
                          Compare<span className="nhsuk-u-visually-hidden"> {row.bodyName}</span>
                        </>
                      ),
                    },
                  ]}
                />
                <a href={`/plans/${row.planId}/strategy#similar`}>
                  Similar<span className="nhsuk-u-visually-hidden"> to that of {row.bodyName}</span>
                </a>
              </>
            ),
          },
        ])}
      />
      <Button text="Put 2 side by side" variant="secondary" />
    </form>
  );
}

function refreshWords(refreshOn: string | null, today: string): string {
  if (refreshOn === null) return "Not yet published";
  return refreshOn < today ? `${longDate(refreshOn)} (overdue)` : longDate(refreshOn);
}

function registerPath(asked: Record<string, string>): string {
  const given = Object.entries(asked).filter(([, value]) => value !== "");
  const query = new URLSearchParams(given).toString();
  return query === "" ? "/strategies" : `/strategies?${query}#list`;
}

/** "acute hospital trusts in Eastmarch"; nothing where all are shown. */
function filterWords(coverage: readonly Coverage[], { kind, region }: StrategyFilter): string {
  const kinds =
    coverage.find((one) => one.kindKey === kind)?.kind ?? (kind === "" ? "" : "a kind that is not here");
  const place = coverage.find((one) => one.regionCode === region && region !== "")?.region;
  const where = region === "" ? "" : `in ${place ?? "a region that is not here"}`;
  return [kinds, where].filter((part) => part !== "").join(" ");
}

type Sum = Pick<Coverage, "bodies" | "published" | "withoutTalent" | "toRefresh"> & {
  name: string;
  href: string;
};

function byRegion(coverage: readonly Coverage[]): Sum[] {
  return [...Map.groupBy(coverage, (one) => one.region)].map(([name, rows]) => {
    const { regionCode: region, kindKey } = rows[0]!;
    return sumOf(rows, name, registerPath(region === "" ? { kind: kindKey } : { region }));
  });
}

function byKind(coverage: readonly Coverage[]): Sum[] {
  return [...Map.groupBy(coverage, (one) => one.kind)].map(([name, rows]) =>
    sumOf(rows, name, registerPath({ kind: rows[0]!.kindKey })),
  );
}

function sumOf(rows: readonly Coverage[], name: string, href: string): Sum {
  return {
    name,
    href,
    bodies: total(rows, "bodies"),
    published: total(rows, "published"),
    withoutTalent: total(rows, "withoutTalent"),
    toRefresh: total(rows, "toRefresh"),
  };
}

function total(
  rows: readonly Coverage[],
  field: "bodies" | "published" | "withoutTalent" | "toRefresh",
): number {
  return rows.reduce((sum, row) => sum + row[field], 0);
}

type CoverageTableProps = { caption: string; first: string; rows: readonly Sum[] };

function CoverageTable({ caption, first, rows }: CoverageTableProps): ReactNode {
  const numeric = { format: "numeric" as const };
  return (
    <Table
      scroll
      compact
      firstCellIsHeader
      caption={{ text: caption, size: "s" }}
      head={[
        { text: first },
        ...["Published", "Out of", "Share", "No talent section", "Refresh overdue"].map((text) => ({
          text,
          ...numeric,
        })),
      ]}
      rows={rows.map(({ name, href, bodies, published, withoutTalent, toRefresh }) => [
        { html: <a href={href}>{name}</a> },
        { text: published.toLocaleString("en-GB"), ...numeric },
        { text: bodies.toLocaleString("en-GB"), ...numeric },
        { text: `${Math.round((published / bodies) * 100)}%`, ...numeric },
        { text: withoutTalent.toLocaleString("en-GB"), ...numeric },
        { text: toRefresh.toLocaleString("en-GB"), ...numeric },
      ])}
    />
  );
}

/** Two strategies, section by section. */
export async function compareStrategiesPage(c: Request): Promise<Response> {
  const context = contextOf(c);
  const [one = "", other = ""] = c.req.queries("with") ?? [];
  if (one === "") return choose(c);
  if (other === "" || one === other) return chooseOther(c, await strategyToRead(context, one));
  const [left, right] = [await strategyPage(context, one), await strategyPage(context, other)];
  return sideBySide(
    c,
    <Table
      responsive
      firstCellIsHeader
      caption={{ text: "Section by section", size: "m" }}
      head={[
        { text: "Section" },
        ...[left, right].map(({ plan }) => ({ text: plan.body.name, href: `/plans/${plan.id}/strategy` })),
      ]}
      rows={[
        ...sectionsOf(left, right).map(({ id, title }) => [
          { text: title },
          { text: left.strategy.sections[id] || "Not written" },
          { text: right.strategy.sections[id] || "Not written" },
        ]),
        [
          { text: "Milestones" },
          { text: milestoneWords(left.strategy.milestones) },
          { text: milestoneWords(right.strategy.milestones) },
        ],
      ]}
    />,
  );
}

/** Of both, because an organisation and a place do not write the same. */
function sectionsOf(...pages: readonly StrategyPage[]): { id: string; title: string }[] {
  const sections = pages.flatMap(({ template }) => template.sections);
  return [...new Map(sections.map((section) => [section.id, section])).values()];
}

function milestoneWords(milestones: readonly { text: string; dueOn: string }[]): string {
  return milestones.map(({ text, dueOn }) => `${text} (${longDate(dueOn)})`).join("; ") || "None";
}

function choose(c: Request): Response {
  return sideBySide(
    c,
    <p>
      Tick 2 strategies on the <a href="/strategies">register</a>, and press “Put 2 side by side”.
    </p>,
  );
}

/** Only one was ticked: those like it are the likeliest to be wanted. */
function chooseOther(c: Request, { plan, similar }: StrategyRead): Response {
  return sideBySide(
    c,
    <>
      <p>
        You chose that of {plan.body.name}. Choose one of these, or tick another on the{" "}
        <a href="/strategies">register</a>.
      </p>
      <SimilarList planId={plan.id} similar={similar} />
    </>,
  );
}

function sideBySide(c: Request, children: ReactNode): Response {
  return renderPage(c, {
    look: "framework",
    title: "2 strategies side by side",
    breadcrumbs: [
      { text: "Framework", href: "/framework" },
      { text: "Strategies", href: "/strategies" },
    ],
    children: (
      <>
        <h1>2 strategies side by side</h1>
        {children}
      </>
    ),
  });
}
