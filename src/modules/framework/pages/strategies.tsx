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
} from "../queries/strategy-page.ts";
import type { Coverage } from "../strategy.ts";
import { SimilarList } from "../views/similar-list.tsx";

/** Who has a strategy: by region and kind, then each of them. */
export async function strategiesPage(c: Request): Promise<Response> {
  const { coverage, rows, paging, today } = await strategyRegister(
    contextOf(c),
    Number(c.req.query("page") ?? 1),
  );
  return renderPage(c, {
    look: "framework",
    title: "Strategies",
    part: { page: paging.page, of: paging.pages },
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
        <CoverageTable caption="Coverage by region" first="Region" rows={sumBy(coverage, "region")} />
        <CoverageTable caption="Coverage by kind" first="Kind" rows={sumBy(coverage, "kind")} />
        <form action="/strategies/compare" method="get">
          <Table
            responsive
            firstCellIsHeader
            caption={{
              text: `Strategies that you can see (${paging.total.toLocaleString("en-GB")})`,
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
                      items={[{ value: row.planId, text: `Compare ${row.bodyName}` }]}
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
        <PageLinks paging={paging} href={(page) => (page > 1 ? `/strategies?page=${page}` : "/strategies")} />
      </>
    ),
  });
}

function refreshWords(refreshOn: string | null, today: string): string {
  if (refreshOn === null) return "Not yet published";
  return refreshOn < today ? `${longDate(refreshOn)} (overdue)` : longDate(refreshOn);
}

type Sum = Omit<Coverage, "region" | "regionCode" | "kind"> & { name: string };

function sumBy(coverage: readonly Coverage[], field: "region" | "kind"): Sum[] {
  return [...Map.groupBy(coverage, (one) => one[field])].map(([name, rows]) => ({
    name,
    bodies: total(rows, "bodies"),
    published: total(rows, "published"),
    withoutTalent: total(rows, "withoutTalent"),
    toRefresh: total(rows, "toRefresh"),
  }));
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
      rows={rows.map(({ name, bodies, published, withoutTalent, toRefresh }) => [
        { text: name },
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
        ...[left, right].map(({ plan }) => ({
          html: <a href={`/plans/${plan.id}/strategy`}>{plan.body.name}</a>,
        })),
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
