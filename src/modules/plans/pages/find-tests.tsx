import type { ReactNode } from "react";
import { listOf, type Columns } from "#platform/list-file.ts";
import { isoDayInWords } from "#platform/moments.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { FilterPanel, type AppliedFilter } from "#ui/filter-panel.tsx";
import { PageLinks } from "#ui/page-links.tsx";
import { SearchInput } from "#ui/nhs/search-input.tsx";
import { Select } from "#ui/nhs/select.tsx";
import { contextOf, type Request } from "#web/env.ts";
import { renderPage } from "#web/render.tsx";
import { askedPage } from "#web/take-away.tsx";
import {
  decisionLabels,
  decisions,
  outcomeLabels,
  scaleLabels,
  scales,
  type Decision,
} from "../plan-test.ts";
import { findTests, type FoundTest, type FoundTests, type TestsAsked } from "../queries/find-tests.ts";

const results: Record<Decision | "surprising", string> = {
  ...decisionLabels,
  abandon: "Abandoned, with a lesson",
  surprising: "The prediction did not come true",
};

const columns: Columns<FoundTest> = {
  change: ["What was tried", (test) => test.change],
  result: ["What came of it", (test) => resultWords(test)],
  learning: ["What was learned", (test) => test.learning],
  scale: ["Scale", (test) => scaleLabels[test.scale]],
  cycle: ["Cycle", (test) => test.cycle],
  startsOn: ["Began on", (test) => test.startsOn],
  plan: ["Part of", (test) => test.planTitle],
  organisation: ["Organisation", (test) => test.bodyName],
  organisationCode: ["Its code", (test) => test.bodyCode],
  address: ["Address", (test) => `/plans/${test.planId}/tests/${test.id}`],
};

export async function findTestsPage(c: Request): Promise<Response> {
  const asked = readAsked(c);
  const found = await findTests(contextOf(c), asked);
  const count = `${found.paging.total.toLocaleString("en-GB")}${found.isMore ? " or more" : ""}`;
  const title = `What did others try? (${count})`;
  return renderPage(c, {
    title,
    part: { page: found.paging.page, of: found.paging.pages },
    breadcrumbs: [{ text: "Home", href: "/" }],
    list: listOf({ name: "tests", columns, rows: found.rows, total: found.paging.total }),
    children: (
      <>
        <h1>{title}</h1>
        <div className="nhsuk-grid-row">
          <div className="nhsuk-grid-column-two-thirds">
            <p>
              Every test that you can see, whatever came of it. One that failed and says why saves you the
              weeks that it took.
            </p>
            <SearchForm asked={asked} />
          </div>
        </div>
        <Narrow asked={asked} found={found} />
        {found.mended && !found.isAround ? (
          <p>{`Nothing holds “${asked.q.trim()}”. These hold “${found.mended}”.`}</p>
        ) : null}
        {found.isAround ? (
          <p>{`No test says “${found.mended ?? asked.q.trim()}” itself. These were tried in work about it.`}</p>
        ) : null}
        {found.rows.length === 0 ? <NothingFound said={asked.q.trim()} /> : <Found rows={found.rows} />}
        <PageLinks paging={found.paging} href={(page) => address(asked, { page: String(page) })} />
      </>
    ),
  });
}

function readAsked(c: Request): TestsAsked {
  const read = (name: string) => (c.req.query(name) ?? "").slice(0, 200);
  return {
    q: read("q"),
    result: read("result"),
    scale: read("scale"),
    topic: read("topic"),
    place: read("place"),
    page: askedPage(c),
  };
}

function address(asked: TestsAsked, change: Record<string, string> = {}): string {
  const given: Record<string, string> = { ...asked, page: "", ...change };
  const query = new URLSearchParams(
    Object.entries(given).filter(([, value]) => value !== "" && value !== "1"),
  );
  return query.size > 0 ? `/tests?${query}` : "/tests";
}

function SearchForm({ asked }: { asked: TestsAsked }): ReactNode {
  const kept = Object.entries(asked).filter(
    ([name, value]) => !["q", "page"].includes(name) && value !== "",
  ) as [string, string][];
  return (
    <form method="get" action="/tests" role="search">
      {kept.map(([name, value]) => (
        <input key={name} type="hidden" name={name} defaultValue={value} />
      ))}
      <SearchInput
        id="q"
        name="q"
        label={{ text: "What you think of trying", size: "s" }}
        hint="Such as “handover at the bedside”"
        value={asked.q}
      />
    </form>
  );
}

function Narrow({ asked, found }: { asked: TestsAsked; found: FoundTests }): ReactNode {
  const { result, scale, topic, place } = found.narrowed;
  const applied: AppliedFilter[] = [
    ...(result
      ? [{ group: "What came of it", text: results[result], removeHref: address(asked, { result: "" }) }]
      : []),
    ...(scale
      ? [{ group: "Scale", text: scaleLabels[scale], removeHref: address(asked, { scale: "" }) }]
      : []),
    ...(topic ? [{ group: "Topic", text: topic, removeHref: address(asked, { topic: "" }) }] : []),
    ...(place ? [{ group: "Place", text: place.name, removeHref: address(asked, { place: "" }) }] : []),
  ];
  const all = { value: "", text: "All" };
  return (
    <FilterPanel
      action="/tests"
      applied={applied}
      clearHref={asked.q ? `/tests?q=${encodeURIComponent(asked.q)}` : "/tests"}
      kept={{ ...(asked.q && { q: asked.q }), ...(place && { place: place.code }) }}
    >
      <Select
        id="result"
        name="result"
        label="What came of it"
        value={result ?? ""}
        items={[
          all,
          ...(["surprising", ...decisions.toReversed()] as const).map((one) => ({
            value: one,
            text: results[one],
          })),
        ]}
      />
      <Select
        id="scale"
        name="scale"
        label="Scale"
        value={scale ?? ""}
        items={[all, ...scales.map((one) => ({ value: one, text: scaleLabels[one] }))]}
      />
      <Select
        id="topic"
        name="topic"
        label="Topic"
        value={topic ?? ""}
        items={[all, ...found.topics.map((one) => ({ value: one, text: one }))]}
      />
    </FilterPanel>
  );
}

function Found({ rows }: { rows: readonly FoundTest[] }): ReactNode {
  return (
    <ol className="tl-found">
      {rows.map((row) => (
        <li key={row.id} className="tl-found__item">
          <h2 className="nhsuk-heading-s">
            <a href={`/plans/${row.planId}/tests/${row.id}`}>{row.change}</a>
          </h2>
          <p>
            <strong>{resultWords(row)}</strong>
            {row.learning ? <span className="tl-lines">{`: ${row.learning}`}</span> : null}
          </p>
          {row.excerpt.includes("⟦") ? <Excerpt text={row.excerpt} /> : null}
          <p className="tl-quiet">
            {`${scaleLabels[row.scale]}, cycle ${row.cycle}, ${isoDayInWords(row.startsOn)}. `}
            <a href={`/plans/${row.planId}`}>{row.planTitle}</a>, {row.bodyName}
          </p>
        </li>
      ))}
    </ol>
  );
}

function resultWords({ decision, outcome }: FoundTest): string {
  if (decision) return results[decision];
  return outcome ? outcomeLabels[outcome] : "Not studied yet";
}

/** The words that were looked for are marked as such, and nothing of the text is taken for markup. */
function Excerpt({ text }: { text: string }): ReactNode {
  const parts = text.split(/[⟦⟧]/);
  // oxlint-disable-next-line react/no-array-index-key -- parts of one text, drawn once
  return <p>{parts.map((part, index) => (index % 2 === 1 ? <mark key={index}>{part}</mark> : part))}</p>;
}

function NothingFound({ said }: { said: string }): ReactNode {
  return (
    <EmptyState heading={said === "" ? "No test is in your sight yet" : `Nothing found for “${said}”`}>
      <p>
        {said === ""
          ? "Tests appear here as soon as a team that you can see plans one. Sign in to see those of your own organisation."
          : "Try fewer words, or another word for the same thing. Then you may be the first: plan a small test, and say what you learn."}
      </p>
    </EmptyState>
  );
}
