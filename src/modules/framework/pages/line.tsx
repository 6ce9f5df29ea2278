import type { Pack } from "../pack/pack.ts";
import { listOf, type Columns } from "#platform/list-file.ts";
import { askedPage } from "#web/take-away.tsx";
import type { ReactNode } from "react";
import { inWords } from "#platform/moments.ts";
import { Table } from "#ui/nhs/table.tsx";
import { contextOf, type Request } from "#web/env.ts";
import { keyOf, shortName } from "../item.ts";
import { tierNames, tiers, signalWords, type LinePlan, type NodeLine, type TierCount } from "../line.ts";
import { frameworkPath, itemPath } from "../paths.ts";
import { linePage as ask, type LinePage } from "../queries/line-page.ts";
import { lineOfItem } from "../queries/line-of-item.ts";
import { Column, frameworkPage } from "./framework-page.tsx";

/** From the nation: how much work serves each condition, driver and action, and at which level it is done. */
export async function linePage(c: Request): Promise<Response> {
  const page = await ask(contextOf(c), c.req.param("framework")!);
  const { framework, lines, placesWithout } = page;
  const reckoned = [...lines.values()].find((line) => line.reckonedAt !== null)?.reckonedAt;
  return frameworkPage(c, {
    framework,
    tab: "line",
    title: "Line of sight",
    list: listOf({ name: `${framework.key}-line-of-sight`, columns: servedColumns, rows: servedBy(page) }),
    children: (
      <>
        <Column>
          <p>
            From a national action down to the test on a ward: open a number, then a strategy, then a project,
            then its tests. Work is counted at the level of the place where it is done. Nobody has to serve
            anything above; what a team chose for itself is as good.
          </p>
          {reckoned ? <p className="tl-quiet">Counted on {inWords(reckoned)}.</p> : null}
        </Column>
        {framework.content.pack.conditions.map(({ id, title }) => (
          <ConditionLines key={id} page={page} condition={id} title={title} />
        ))}
        <Gaps page={page} />
        {placesWithout.length > 0 ? (
          <section aria-labelledby="places-without">
            <h2 id="places-without" className="nhsuk-heading-m">
              Places without a published strategy ({placesWithout.length})
            </h2>
            <ul className="nhsuk-list tl-columns">
              {placesWithout.map(({ code, name }) => (
                <li key={code}>
                  <a href={`/bodies/${code}`}>{name}</a>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
      </>
    ),
  });
}

type Served = { condition: string; key: string; name: string; line: NodeLine | undefined; address: string };

function servedBy({ framework, lines }: LinePage): Served[] {
  const { pack } = framework.content;
  return pack.conditions.flatMap(({ id, title }) =>
    itemsOf(pack, id).map(({ key, name }) => ({
      condition: `${id}: ${title}`,
      key,
      name,
      line: lines.get(key),
      address: itemPath(framework.key, key),
    })),
  );
}

function sumOf(line: NodeLine | undefined, field: "plans" | "improving" | "tests"): number {
  return (line?.counts ?? []).reduce((total, one) => total + one[field], 0);
}

function plansAt(line: NodeLine | undefined, tier: string): number {
  return line?.counts.find((count) => count.tier === tier)?.plans ?? 0;
}

const servedColumns: Columns<Served> = {
  served: ["What is served", ({ name }) => name],
  condition: ["Condition", ({ condition }) => condition],
  nationalBodies: ["National bodies", ({ line }) => plansAt(line, "national-body")],
  localSystems: ["Local systems", ({ line }) => plansAt(line, "system")],
  organisations: ["Organisations", ({ line }) => plansAt(line, "organisation")],
  teams: ["Teams and wards", ({ line }) => plansAt(line, "team")],
  plans: ["Plans in all", ({ line }) => sumOf(line, "plans")],
  improving: ["With a signal of improvement", ({ line }) => sumOf(line, "improving")],
  tests: ["Tests", ({ line }) => sumOf(line, "tests")],
  address: ["Address", ({ address }) => address],
};

type Rows = { page: LinePage; condition: string; title: string };

const shown = ["national-body", "system", "organisation", "team"];

function itemsOf(pack: Pack, condition: string): { key: string; name: string }[] {
  return [
    { key: keyOf("condition", condition), name: `All of condition ${condition}` },
    ...pack.drivers
      .filter((one) => one.condition === condition)
      .map((one) => ({ key: keyOf("driver", one.id), name: one.title })),
    ...pack.actions
      .filter((one) => one.condition === condition)
      .map((one) => ({ key: keyOf("action", one.id), name: `Action ${one.id}: ${one.title}` })),
  ];
}

function ConditionLines({ page: { framework, lines }, condition, title }: Rows): ReactNode {
  const keys = itemsOf(framework.content.pack, condition);
  return (
    <Table
      scroll
      compact
      firstCellIsHeader
      classes="tl-counted"
      caption={{ text: `Condition ${condition}: ${title}`, size: "m" }}
      head={[
        { text: "What is served" },
        ...shown.map((tier) => ({ text: tierNames[tier], format: "numeric" as const })),
        { text: "Plans in all", format: "numeric" as const },
        { text: "With a signal of improvement", format: "numeric" as const },
        { text: "Tests", format: "numeric" as const },
      ]}
      rows={keys.map(({ key, name }) => rowOf(framework.key, { key, name, line: lines.get(key) }))}
    />
  );
}

type Given = { key: string; name: string; line: NodeLine | undefined };

function rowOf(frameworkKey: string, { key, name, line }: Given) {
  const open = (count: number, tier = "") =>
    count === 0 ? (
      "0"
    ) : (
      <a href={frameworkPath(frameworkKey, `line/${encodeURIComponent(key)}`, { tier })}>
        {count.toLocaleString("en-GB")}
      </a>
    );
  const numeric = { format: "numeric" as const };
  return [
    { html: <a href={itemPath(frameworkKey, key)}>{name}</a> },
    ...shown.map((tier) => ({ html: open(plansAt(line, tier), tier), ...numeric })),
    { html: open(sumOf(line, "plans")), ...numeric },
    { text: sumOf(line, "improving").toLocaleString("en-GB"), ...numeric },
    { text: sumOf(line, "tests").toLocaleString("en-GB"), ...numeric },
  ];
}

function Gaps({ page: { framework, lines } }: { page: LinePage }): ReactNode {
  const { pack } = framework.content;
  const without = pack.actions.filter(
    ({ id }) => (lines.get(keyOf("action", id))?.counts ?? []).length === 0,
  );
  if (without.length === 0) return null;
  return (
    <section aria-labelledby="line-gaps">
      <h2 id="line-gaps" className="nhsuk-heading-m">
        Actions that no work here serves yet ({without.length})
      </h2>
      <ul className="nhsuk-list">
        {without.map(({ id, title }) => (
          <li key={id}>
            <a href={itemPath(framework.key, keyOf("action", id))}>
              {id}: {title}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

const servingColumns: Columns<LinePlan> = {
  title: ["Plan", (plan) => plan.title],
  where: ["Where", (plan) => plan.bodyName],
  whereCode: ["Its code", (plan) => plan.bodyCode],
  level: ["Level", (plan) => tierNames[plan.tier] ?? plan.tier],
  kind: ["Kind", (plan) => plan.kind],
  signal: ["What its measures say", (plan) => signalWords(plan)],
  tests: ["Tests", (plan) => plan.tests],
  address: ["Address", (plan) => `/plans/${plan.id}`],
};

export async function lineOfItemPage(c: Request): Promise<Response> {
  const asked = {
    item: c.req.param("item")!,
    tier: c.req.query("tier") ?? "",
    page: askedPage(c),
  };
  const seen = await lineOfItem(contextOf(c), c.req.param("framework")!, asked);
  const { framework, item, line, tier, plans, page, hasMore } = seen;
  const address = (query: Record<string, string>) =>
    frameworkPath(framework.key, `line/${encodeURIComponent(item.key)}`, { tier: tier ?? "", ...query });
  const all = line.counts.reduce((sum, one) => sum + one.plans, 0);
  return frameworkPage(c, {
    framework,
    tab: "line",
    title: `Work that serves ${shortName(item)}`,
    crumbs: [{ text: "Line of sight", href: frameworkPath(framework.key, "line") }],
    list: listOf({
      name: "work-that-serves",
      columns: servingColumns,
      rows: plans,
      total: hasMore ? plans.length + 1 : plans.length,
    }),
    children: (
      <>
        <p className="nhsuk-lede-text">
          <a href={itemPath(framework.key, item.key)}>{item.title}</a>
        </p>
        <TierCounts counts={line.counts} href={(one) => address({ tier: one })} />
        <p>
          {all.toLocaleString("en-GB")} {all === 1 ? "plan serves" : "plans serve"} it. Below are those that
          you can see{tier ? `: ${tierNames[tier]!.toLowerCase()}` : null}. Private work is counted and not
          shown.
        </p>
        {plans.length === 0 ? <p>None that you can see.</p> : null}
        <Table
          responsive
          firstCellIsHeader
          caption={{ text: tier ? tierNames[tier]! : "At every level", size: "m" }}
          head={["Plan", "Where", "Kind", "What its measures say", "Tests"].map((text) => ({ text }))}
          rows={plans.map((plan) => [
            { html: <a href={`/plans/${plan.id}`}>{plan.title}</a> },
            { html: <a href={`/bodies/${plan.bodyCode}`}>{plan.bodyName}</a> },
            { text: plan.kind[0]!.toUpperCase() + plan.kind.slice(1) },
            { text: signalWords(plan) },
            { html: plan.tests === 0 ? "None yet" : <a href={`/plans/${plan.id}/tests`}>{plan.tests}</a> },
          ])}
        />
        <p>
          {page > 1 ? <a href={address({ page: String(page - 1) })}>Earlier in the list</a> : null}{" "}
          {hasMore ? <a href={address({ page: String(page + 1) })}>Further in the list</a> : null}
        </p>
      </>
    ),
  });
}

function TierCounts({
  counts,
  href,
}: {
  counts: readonly TierCount[];
  href(tier: string): string;
}): ReactNode {
  const known = tiers.flatMap((tier) => counts.find((count) => count.tier === tier) ?? []);
  if (known.length === 0) return <p>No work serves it yet.</p>;
  return (
    <Table
      compact
      responsive
      firstCellIsHeader
      caption={{ text: "By level", size: "s" }}
      head={[
        { text: "Level" },
        ...["Plans", "With a signal of improvement", "With a signal of concern", "Tests"].map((text) => ({
          text,
          format: "numeric" as const,
        })),
      ]}
      rows={known.map((count) => [
        { html: <a href={href(count.tier)}>{tierNames[count.tier] ?? count.tier}</a> },
        ...[count.plans, count.improving, count.slipping, count.tests].map((value) => ({
          text: value.toLocaleString("en-GB"),
          format: "numeric" as const,
        })),
      ])}
    />
  );
}
