import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bestCaller } from "./best-caller.ts";
import type { Row } from "./expect.ts";
import { expectations } from "./expectations.ts";
import { openHouse, type House } from "./setup/house.ts";
import { buildNation, type Nation } from "./setup/nation.ts";
import { call, walk } from "./walk.ts";

type ListFile = { rows: Record<string, unknown>[] };
type Answer = { row: Row; page: string; list: ListFile | undefined };

let house: House;
let nation: Nation;
let answers: Answer[];
beforeAll(async () => {
  house = await openHouse({ undo: true });
  nation = await buildNation(house);
  answers = await askEveryPage();
}, 120_000);
afterAll(() => house.close());

/** The same row, asked for its list as a file. */
function asFile(row: Row, kind: "csv" | "json"): Row {
  return {
    ...row,
    query: (cell) => {
      const search = new URLSearchParams(row.query?.(cell) ?? "");
      search.set("as", kind);
      return `?${search}`;
    },
  };
}

/** Every page there is, found by enumeration, each by somebody for whom it opens, and the file of it if it has one. */
async function askEveryPage(): Promise<Answer[]> {
  const found: Answer[] = [];
  for (const row of expectations.filter(({ route }) => route.startsWith("GET "))) {
    const cell = bestCaller(row, nation);
    if (!cell) continue;
    const page = await ask(row, cell);
    if (!page.type.startsWith("text/html")) continue;
    const file = await ask(asFile(row, "json"), cell);
    found.push({
      row,
      page: page.text,
      list: file.type.startsWith("application/json") ? parse(file.text) : undefined,
    });
  }
  return found;
}

async function ask(row: Row, cell: NonNullable<ReturnType<typeof bestCaller>>) {
  return house.attempt(async () => {
    await row.given?.(cell, house);
    const response = await call(house, row, cell);
    return { type: response.headers.get("Content-Type") ?? "", text: await response.text() };
  });
}

function parse(text: string): ListFile {
  return JSON.parse(text) as ListFile;
}

/** Pages that show a table, a filter or further pages and have no list to take away, each with its reason. */
const withoutList: Readonly<Record<string, string>> = {
  "GET /privacy": "a text",
  "GET /charts": "a chart of numbers that are only in the address",
  "GET /bodies/import": "says how a file is to look, and has an example of it",
  "GET /me/sessions": "of one person, and in the file of all that is kept of them",
  "GET /series/:id/tally": "a sheet to print and fill in",
  "GET /series/:id/numbers": "a form; the page of the measure has its numbers as files",
  "GET /measures/:id": "one definition",
  "GET /measures/:id/compare": "2 versions side by side",
  "GET /plans/:id/progress": "one plan",
  "GET /plans/:id/share": "one plan, and who could see it when",
  "GET /plans/:id/stage": "one plan, and when it came to each stage",
  "GET /framework/:framework/items/:item": "one item; the board view has its commitments",
  "GET /priorities/:priority": "one priority",
  "GET /reports/:id": "one report, with files of its own",
  "GET /reports/:id/check": "one report",
  "GET /reports/:id/look-back": "one report",
  "GET /framework/:framework/board/pack": "a paper; the board view has the list",
  "GET /framework/:framework/pictures": "pictures, with files of their own",
  "GET /plans/:id/import/tests/:import": "a file that was just brought here",
};

const listMarks =
  /class="[^"]*(?:tl-filters|nhsuk-pagination|nhsuk-table\b|tl-plans\b|tl-found\b|tl-talk\b|tl-timeline\b)/;

test("every page with a table, a filter or further pages has its list as a file, or a reason", () => {
  const without = answers
    .filter(({ page, list }) => listMarks.test(page) && list === undefined)
    .map(({ row }) => row.route);
  expect(
    [...new Set(without)].sort(),
    "give renderPage the page's `list`, or say in `withoutList` why it has none",
  ).toEqual(Object.keys(withoutList).sort());
});

test("a list that holds something is offered on its page, and no other page offers one", () => {
  const wrong = answers
    .filter(({ page, list }) => page.includes("as=csv") !== holdsSomething(list))
    .map(({ row }) => row.route);
  expect(wrong).toEqual([]);
});

function holdsSomething(list: ListFile | undefined): boolean {
  return list !== undefined && list.rows.length > 0;
}

test("what a file says each row is stands on the page, where all of the list does", () => {
  const wrong = answers.flatMap(({ row, page, list }) =>
    page.includes("nhsuk-pagination") || !list
      ? []
      : list.rows
          .map((line) => String(Object.values(line)[0]))
          .filter((name) => !page.includes(renderToStaticMarkup(name)))
          .map((name) => `${row.route}: ${name}`),
  );
  expect(wrong).toEqual([]);
});

test("the files hold words that not everybody may read, so that the walk below can fail", () => {
  const restricted = nation.canaries.filter(({ readers }) => !readers.includes("visitor"));
  const holding = answers.filter(({ list }) =>
    restricted.some(({ word }) => JSON.stringify(list?.rows ?? []).includes(word)),
  );
  expect(holding.length).toBeGreaterThan(1);
});

test.each(["csv", "json"] as const)(
  "as %s, everybody gets of every list what its page gives them, and nothing else (S1)",
  async (kind) => {
    const rows = answers.filter(({ list }) => list !== undefined).map(({ row }) => asFile(row, kind));
    expect(rows.length).toBeGreaterThan(20);
    const seen = await walk(house, nation, { rows });
    const { leaks, denials, faults, read, touched, unaudited } = seen;
    expect([...leaks, ...read, ...faults, ...denials, ...touched, ...unaudited].slice(0, 40)).toEqual([]);
  },
  180_000,
);
