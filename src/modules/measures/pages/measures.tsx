import { listOf, type Columns } from "#platform/list-file.ts";
import { askedPage } from "#web/take-away.tsx";
import type { ReactNode } from "react";
import { isPerson } from "#platform/actor.ts";
import { contextOf, type Request } from "#web/env.ts";
import { renderPage } from "#web/render.tsx";
import { Button } from "#ui/nhs/button.tsx";
import { Input } from "#ui/nhs/input.tsx";
import { Select } from "#ui/nhs/select.tsx";
import { Table } from "#ui/nhs/table.tsx";
import { FilterPanel } from "#ui/filter-panel.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { PageLinks } from "#ui/page-links.tsx";
import { measureKinds, purposes } from "../definition.ts";
import { kindLabels, purposeLabels, usesWords } from "../definition-words.ts";
import { findDefinitions, type FoundDefinitions } from "../queries/find-definitions.ts";

type Query = { q: string; kind: string; topic: string; purpose: string };

const columns: Columns<FoundDefinitions["rows"][number]> = {
  name: ["Measure", (row) => row.name],
  why: ["Why", (row) => row.why],
  kind: ["Kind", (row) => kindLabels[row.kind]],
  purpose: ["Purpose", (row) => purposeLabels[row.purpose]],
  topic: ["Topic", (row) => row.topic],
  keptBy: ["Kept by", (row) => row.keptBy],
  version: ["Version", (row) => row.version],
  takenBy: ["Taken by", (row) => usesWords(row.uses)],
  address: ["Address", (row) => `/measures/${row.id}`],
};

/** The shared catalogue: what others measure, in words to count alike by. */
export async function measuresPage(c: Request): Promise<Response> {
  const query = readQuery(c);
  const search = { ...query, words: query.q };
  const found = await findDefinitions(contextOf(c), search, askedPage(c));
  const title = `Measures (${found.paging.total.toLocaleString("en-GB")})`;
  return renderPage(c, {
    title,
    part: { page: found.paging.page, of: found.paging.pages },
    breadcrumbs: [{ text: "Home", href: "/" }],
    list: listOf({ name: "measures", columns, rows: found.rows, total: found.paging.total }),
    children: (
      <>
        <h1>{title}</h1>
        <p>What others measure, ready to take: the same words make numbers that mean the same.</p>
        {isPerson(c.get("actor")) ? (
          <div className="nhsuk-button-group">
            <Button href="/measures/new" text="Start a measure of your own" />
          </div>
        ) : null}
        <SearchForm query={query} found={found} />
        <Found query={query} found={found} />
        <ul className="nhsuk-list">
          <li>
            <a href="/measures/api">Let another system put numbers in</a>
          </li>
          {found.can.loadFeeds ? (
            <li>
              <a href="/measures/feeds">Load a published file</a>
            </li>
          ) : null}
        </ul>
      </>
    ),
  });
}

function readQuery(c: Request): Query {
  const read = (name: keyof Query): string => (c.req.query(name) ?? "").slice(0, 200).trim();
  return { q: read("q"), kind: read("kind"), topic: read("topic"), purpose: read("purpose") };
}

function address(query: Query, changed: Partial<Query> & { page?: number } = {}): string {
  const { page = 1, ...rest } = changed;
  const given = { ...query, ...rest, page: page > 1 ? String(page) : "" };
  const search = new URLSearchParams(Object.entries(given).filter(([, value]) => value !== "")).toString();
  return search === "" ? "/measures" : `/measures?${search}`;
}

function SearchForm({ query, found }: { query: Query; found: FoundDefinitions }): ReactNode {
  const { q, ...filters } = query;
  return (
    <>
      <form method="get" action="/measures" className="nhsuk-u-margin-bottom-4">
        <Input id="q" name="q" label={{ text: "Find a measure" }} value={q} type="search" width={30} />
        {Object.entries(filters).map(([name, value]) =>
          value === "" ? null : <input key={name} type="hidden" name={name} value={value} />,
        )}
        <Button text="Search" variant="secondary" />
      </form>
      <FilterPanel
        action="/measures"
        kept={q === "" ? {} : { q }}
        clearHref={address({ q, kind: "", topic: "", purpose: "" })}
        applied={appliedOf(query)}
      >
        <Choice
          name="kind"
          label="Kind"
          value={query.kind}
          options={measureKinds.map((kind) => [kind, kindLabels[kind]])}
        />
        <Choice
          name="purpose"
          label="Purpose"
          value={query.purpose}
          options={purposes.map((purpose) => [purpose, purposeLabels[purpose]])}
        />
        <Choice
          name="topic"
          label="Topic"
          value={query.topic}
          options={found.topics.map((topic) => [topic, topic])}
        />
      </FilterPanel>
    </>
  );
}

type ChoiceProps = { name: string; label: string; value: string; options: [string, string][] };

function Choice({ name, label, value, options }: ChoiceProps): ReactNode {
  const items = [["", "All"], ...options].map(([one, text]) => ({ value: one!, text: text! }));
  return <Select id={name} name={name} label={{ text: label }} value={value} items={items} />;
}

const words: Record<string, string> = { ...kindLabels, ...purposeLabels };

/** What stands in an address may be the name of anything, also of what every object has. */
function wordFor(asked: string): string {
  return Object.hasOwn(words, asked) ? words[asked]! : asked;
}

function appliedOf(query: Query) {
  return (["kind", "purpose", "topic"] as const)
    .filter((name) => query[name] !== "")
    .map((name) => ({ text: wordFor(query[name]), removeHref: address(query, { [name]: "" }) }));
}

function Found({ query, found: { rows, paging } }: { query: Query; found: FoundDefinitions }): ReactNode {
  if (rows.length === 0 && address(query, {}) === "/measures")
    return (
      <EmptyState
        heading="No shared measure is here yet"
        action={{ text: "Start a measure of your own", href: "/measures/new" }}
      >
        <p>They appear here when somebody defines one and shares it, so that others measure the same.</p>
      </EmptyState>
    );
  if (rows.length === 0)
    return (
      <>
        <h2 className="nhsuk-heading-m">Nothing found{query.q === "" ? "" : ` for “${query.q}”`}</h2>
        <p>
          Try fewer words, or{" "}
          <a href={`/measures/new?name=${encodeURIComponent(query.q)}`}>start a measure in your own words</a>.
        </p>
      </>
    );
  return (
    <>
      <Table
        id="catalogue"
        caption={{ text: "Shared measures", size: "s" }}
        firstCellIsHeader
        responsive
        head={[
          { text: "Measure" },
          { text: "Why" },
          { text: "Kind" },
          { text: "Purpose" },
          { text: "Taken by", format: "numeric" },
        ]}
        rows={rows.map((row) => [
          { html: <a href={`/measures/${row.id}`}>{row.name}</a> },
          { text: row.why },
          { text: kindLabels[row.kind] },
          { text: purposeLabels[row.purpose] },
          { text: usesWords(row.uses) },
        ])}
      />
      <PageLinks paging={paging} href={(page) => address(query, { page })} />
    </>
  );
}
