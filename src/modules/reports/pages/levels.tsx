import { listOf, type Columns } from "#platform/list-file.ts";
import type { ReactNode } from "react";
import { contextOf, type Request } from "#web/env.ts";
import { renderPage } from "#web/render.tsx";
import { counted } from "#ui/counted.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { Button } from "#ui/nhs/button.tsx";
import { Select } from "#ui/nhs/select.tsx";
import { Table } from "#ui/nhs/table.tsx";
import { levelsPage, type LevelsPage } from "../queries/levels-page.ts";

const tiers: Record<string, string> = {
  nation: "Nation",
  "national-body": "National body",
  region: "Region",
  system: "Local system",
  area: "Network",
  organisation: "Organisation",
  team: "Ward or team",
};

const columns: Columns<LevelsPage["rows"][number]> = {
  measure: ["Measure", (row) => row.name],
  level: ["Level", (row) => tiers[row.tier] ?? row.tier],
  purpose: ["For", (row) => (row.purpose === "judgement" ? "Judgement" : "Improvement")],
  authority: ["Who judges by it", (row) => (row.purpose === "judgement" ? row.authority : null)],
  collector: ["Collected by", (row) => row.collector],
  plans: ["Plans that it feeds", (row) => row.plans],
  reports: ["Board reports that it feeds", (row) => row.reports],
  places: ["Places", (row) => row.places],
  hoursAYear: ["Hours a year", (row) => Math.round(row.minutesAYear / 60)],
};

export async function levelsPageHandler(c: Request): Promise<Response> {
  const page = await levelsPage(contextOf(c), (c.req.query("topic") ?? "").slice(0, 100));
  return renderPage(c, {
    title: "Who measures what, from ward to nation",
    section: "Board reports",
    breadcrumbs: [{ text: "Board reports", href: "/reports" }],
    list: listOf({ name: "who-measures-what", columns, rows: page.rows }),
    children: (
      <>
        <h1>Who measures what, from ward to nation</h1>
        <p className="nhsuk-body-l">
          For one area of care: which measures there are at each level, who collects each, who uses it, what
          it costs in time, and which are so alike that one may be enough. You see what is open to you.
        </p>
        {page.topics.length === 0 && page.topic === "" ? <NoTopics /> : <Choose page={page} />}
        {page.topic === "" ? null : <Answer page={page} />}
      </>
    ),
  });
}

function NoTopics(): ReactNode {
  return (
    <EmptyState
      heading="No measure that you can see names an area of care yet"
      action={{ text: "Start a measure", href: "/measures/new" }}
    >
      <p>As soon as one does, such as falls or waiting, this page sets the levels beside one another.</p>
    </EmptyState>
  );
}

function Choose({ page: { topics, topic } }: { page: LevelsPage }): ReactNode {
  const known = topic === "" || topics.includes(topic) ? topics : [topic, ...topics];
  return (
    <form method="get" action="/reports/levels">
      <Select
        id="topic"
        name="topic"
        label={{ text: "Area of care" }}
        value={topic}
        items={known.map((one) => ({ value: one, text: one.slice(0, 1).toUpperCase() + one.slice(1) }))}
      />
      <Button text="Show" />
    </form>
  );
}

function Answer({ page }: { page: LevelsPage }): ReactNode {
  const { rows, topic } = page;
  if (rows.length === 0) return <p>You see no measure of {topic}.</p>;
  const hours = rows.reduce((sum, row) => sum + row.minutesAYear, 0) / 60;
  return (
    <>
      <h2>Measures of {topic}</h2>
      <p>
        They take about {Math.round(hours).toLocaleString("en-GB")} hours a year to collect, as those who keep
        them reckon.
      </p>
      <Table
        caption={{ text: "At each level" }}
        responsive
        firstCellIsHeader
        head={[
          "Measure",
          "Level",
          "For",
          "Collected by",
          "Feeds",
          { text: "Places", format: "numeric" },
          { text: "Hours a year", format: "numeric" },
        ]}
        rows={rows.map((row) => [
          linkedName(row.name, addressOf(row)),
          { text: tiers[row.tier] ?? row.tier },
          { text: row.purpose === "judgement" ? `Judgement: ${row.authority}` : "Improvement" },
          { text: row.collector || "Not said" },
          { text: feedsOf(row) },
          { text: row.places.toLocaleString("en-GB"), format: "numeric" },
          { text: Math.round(row.minutesAYear / 60).toLocaleString("en-GB"), format: "numeric" },
        ])}
      />
      <Overlaps page={page} />
      <StoppedTable page={page} />
    </>
  );
}

function addressOf({ seriesId, definitionId }: LevelsPage["rows"][number]): string | null {
  if (seriesId) return `/series/${seriesId}`;
  return definitionId && `/measures/${definitionId}`;
}

function linkedName(name: string, href: string | null): { text: string } | { children: ReactNode } {
  return href === null ? { text: name } : { children: <a href={href}>{name}</a> };
}

function feedsOf({ plans, reports }: LevelsPage["rows"][number]): string {
  const fed = [
    plans > 0 ? counted(plans, "plan") : "",
    reports > 0 ? counted(reports, "board report") : "",
  ].filter(Boolean);
  return fed.length === 0 ? "Nothing here" : fed.join(", ");
}

function Overlaps({ page: { overlaps } }: { page: LevelsPage }): ReactNode {
  if (overlaps.length === 0) return <p>No 2 measures here are much alike in the same place.</p>;
  return (
    <>
      <Table
        caption={{ text: "Much alike, and collected in the same places" }}
        firstCellIsHeader
        head={["One", "Another", { text: "Places that collect both", format: "numeric" }]}
        rows={overlaps.map(({ one, other, places, oneSeries, otherSeries }) => [
          linkedName(one, oneSeries && `/series/${oneSeries}`),
          linkedName(other, otherSeries && `/series/${otherSeries}`),
          { text: places.toLocaleString("en-GB"), format: "numeric" },
        ])}
      />
      <p>
        Where one is enough, whoever keeps the other can open and close it. What it took each year then stands
        below as given back.
      </p>
    </>
  );
}

function StoppedTable({ page: { stopped } }: { page: LevelsPage }): ReactNode {
  if (stopped.length === 0) return null;
  return (
    <Table
      caption={{ text: "Stopped" }}
      firstCellIsHeader
      head={[
        "Measure",
        { text: "How many", format: "numeric" },
        { text: "Hours a year given back", format: "numeric" },
      ]}
      rows={stopped.map((one) => [
        { text: one.name },
        { text: one.stopped.toLocaleString("en-GB"), format: "numeric" },
        { text: Math.round(one.minutesAYear / 60).toLocaleString("en-GB"), format: "numeric" },
      ])}
    />
  );
}
