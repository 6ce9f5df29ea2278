import { Table } from "../nhs/table.tsx";
import { many } from "./words.ts";
import { specimensOf } from "./specimen.ts";

const falls = {
  head: [
    "Month",
    { text: "Falls", format: "numeric" as const },
    { text: "Days since the last", format: "numeric" as const },
  ],
  rows: [
    ["January 2026", "12", "2"],
    ["February 2026", "9", "5"],
    ["March 2026", "No data", "No data"],
  ],
};

const weeks = many(20, (n) => `Week ${n}`);

export const tableSpecimens = specimensOf("Table", {
  default: () => <Table caption="Falls by month" head={falls.head} rows={falls.rows} firstCellIsHeader />,
  responsive: () => (
    <Table
      responsive
      caption="Falls by month, for small screens"
      head={falls.head}
      rows={falls.rows}
      firstCellIsHeader
    />
  ),
  compact: () => (
    <Table compact caption="Falls by month, compact" head={falls.head} rows={falls.rows} firstCellIsHeader />
  ),
  striped: () => (
    <Table striped caption="Falls by month, striped" head={falls.head} rows={falls.rows} firstCellIsHeader />
  ),
  "sorted by the server": () => (
    <Table
      caption="Falls by month, sorted"
      firstCellIsHeader
      head={[
        { text: "Month", href: "?sort=month", sort: "ascending" },
        { text: "Falls", href: "?sort=falls", sort: true, format: "numeric" },
        { text: "Days since the last", href: "?sort=days", sort: true, format: "numeric" },
      ]}
      rows={falls.rows}
    />
  ),
  "in a card": () => (
    <Table
      card={{ heading: { text: "Falls", level: 2 } }}
      caption="Falls by month, in a card"
      head={falls.head}
      rows={falls.rows}
      firstCellIsHeader
    />
  ),
  "wide, scrolling": () => (
    <Table
      id="wide"
      scroll
      caption="Falls by week"
      head={["Ward", ...weeks]}
      rows={[
        ["Alder", ...weeks.map(() => "3")],
        ["Birch", ...weeks.map(() => "No data")],
      ]}
      firstCellIsHeader
    />
  ),
  empty: () => (
    <Table
      caption="Falls by ward"
      head={["Ward", "Falls"]}
      rows={[[{ text: "No ward has recorded a fall yet", colspan: 2 }]]}
    />
  ),
});
