import { expect, test } from "vitest";
import { cutAhead, listCsv, listJson, listOf, type Columns } from "./list-file.ts";

type Ward = { name: string; beds: number | null; openedAt: Date; topics: string[]; code: string };

const columns: Columns<Ward> = {
  name: ["Name", (ward) => ward.name],
  beds: ["Beds", (ward) => ward.beds],
  openedAt: ["Opened", (ward) => ward.openedAt],
  topics: ["Topics", (ward) => ward.topics],
  address: ["Address", (ward) => `/bodies/${ward.code}`],
};

const openedAt = new Date("2026-04-01T08:00:00Z");
const rows: Ward[] = [
  { name: "=Ward, A", beds: 12, openedAt, topics: ["falls", "sleep"], code: "RA1" },
  { name: "Ward B", beds: null, openedAt, topics: [], code: "RB2" },
];
const taken = {
  from: new URL("https://throughline.example/bodies?q=ward"),
  at: new Date("2026-05-02T09:30:00Z"),
  filters: { q: "ward" },
};

test("as CSV: headings in words, a line a row, nothing that a spreadsheet takes for a formula", () => {
  expect(listCsv(listOf({ name: "wards", columns, rows }), taken)).toBe(
    "\uFEFFName,Beds,Opened,Topics,Address\r\n" +
      '"\'=Ward, A",12,2026-04-01T08:00:00.000Z,"falls; sleep",https://throughline.example/bodies/RA1\r\n' +
      "Ward B,,2026-04-01T08:00:00.000Z,,https://throughline.example/bodies/RB2\r\n",
  );
});

test("as JSON: when, where from and narrowed by what, then the rows as they are", () => {
  expect(JSON.parse(listJson(listOf({ name: "wards", columns, rows }), taken))).toEqual({
    list: "wards",
    from: "https://throughline.example/bodies?q=ward",
    takenAt: "2026-05-02T09:30:00.000Z",
    filters: { q: "ward" },
    rows: [
      {
        name: "=Ward, A",
        beds: 12,
        openedAt: "2026-04-01T08:00:00.000Z",
        topics: ["falls", "sleep"],
        address: "https://throughline.example/bodies/RA1",
      },
      {
        name: "Ward B",
        beds: null,
        openedAt: "2026-04-01T08:00:00.000Z",
        topics: [],
        address: "https://throughline.example/bodies/RB2",
      },
    ],
  });
});

test("a file that does not hold all says so", () => {
  const list = listOf({ name: "wards", columns, rows, total: 12_000 });
  const said = "Only the first 2 are here. Narrow the list to take the others.";
  expect(listCsv(list, taken).trimEnd().split("\r\n").at(-1)).toBe(said);
  expect(JSON.parse(listJson(list, taken))).toMatchObject({ cut: said });
});

test("the page says ahead that a file will not hold all, and says nothing where it does", () => {
  const ahead = (total: number) => cutAhead(listOf({ name: "wards", columns, rows, total }));
  expect(ahead(10_001)).toBe("A file holds the first 10,000 of them. Narrow the list to take the others.");
  expect(ahead(10_000)).toBeUndefined();
});

test("a list of nothing is a file with its headings", () => {
  expect(listCsv(listOf({ name: "wards", columns, rows: [] }), taken)).toBe(
    "\uFEFFName,Beds,Opened,Topics,Address\r\n",
  );
});
