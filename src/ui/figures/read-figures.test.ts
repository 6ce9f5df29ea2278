import { describe, expect, test } from "vitest";
import { processorTime } from "#tests/setup/processor-time.ts";
import type { ReadFigure } from "./read-figure.ts";
import { readFigures, type Asked, type Choice } from "./read-figures.ts";
import { splitCells, turnedIfAcross } from "./split-cells.ts";

const monthly: Asked = { form: "value", frequency: "month", unit: "days", today: "2026-11-24" };
const weekly: Asked = { ...monthly, frequency: "week", form: "count", unit: "falls" };
const daily: Asked = { ...monthly, frequency: "day" };
const ratio: Asked = { ...monthly, form: "proportion", unit: "%" };
const percent: Asked = { ...monthly, unit: "%" };
const quarterly: Asked = { ...monthly, frequency: "quarter" };
const yearly: Asked = { ...monthly, frequency: "year" };

const read = (text: string, asked: Asked, choice: Choice = {}) =>
  readFigures(turnedIfAcross(splitCells(text)), asked, choice);

function figure({ state, value, numerator, denominator }: ReadFigure): number | string {
  if (state === "missing") return "missing";
  if (state === "not-applicable") return "n/a";
  return value ?? `${numerator}/${denominator}`;
}

/** Period and figure of each row that has one. */
const got = (text: string, asked: Asked, choice?: Choice) =>
  read(text, asked, choice).rows.flatMap((row) => (row.figure ? [[row.period, figure(row.figure)]] : []));

const apr = "2026-04-01";
const may = "2026-05-01";
const jun = "2026-06-01";
const rows = (...lines: string[]) => lines.join("\n").replaceAll("|", "\t");

/** Pastes in the shapes in which they come out of spreadsheets here, and what is meant by each. */
const pastes: [string, string, Asked, (string | number)[][]][] = [
  [
    "months by name",
    rows("Apr-26|4", "May-26|5"),
    monthly,
    [
      [apr, 4],
      [may, 5],
    ],
  ],
  [
    "months in full",
    rows("April 2026|4", "May 2026|5"),
    monthly,
    [
      [apr, 4],
      [may, 5],
    ],
  ],
  [
    "months with a space and 2 digits",
    rows("Apr 26|4", "May 26|5"),
    monthly,
    [
      [apr, 4],
      [may, 5],
    ],
  ],
  [
    "months with an apostrophe",
    rows("Apr '26|4", "May '26|5"),
    monthly,
    [
      [apr, 4],
      [may, 5],
    ],
  ],
  [
    "months in capitals",
    rows("APR-2026|4", "MAY-2026|5"),
    monthly,
    [
      [apr, 4],
      [may, 5],
    ],
  ],
  [
    "months year first",
    rows("2026 Apr|4", "2026 May|5"),
    monthly,
    [
      [apr, 4],
      [may, 5],
    ],
  ],
  [
    "months as in a database",
    rows("2026-04|4", "2026-05|5"),
    monthly,
    [
      [apr, 4],
      [may, 5],
    ],
  ],
  [
    "months by number",
    rows("04/2026|4", "05/2026|5"),
    monthly,
    [
      [apr, 4],
      [may, 5],
    ],
  ],
  [
    "the first of each month, slashes",
    rows("01/04/2026|4", "01/05/2026|5", "01/06/2026|6"),
    monthly,
    [
      [apr, 4],
      [may, 5],
      [jun, 6],
    ],
  ],
  [
    "the first of each month, 2 digits",
    rows("01/04/26|4", "01/05/26|5", "01/06/26|6"),
    monthly,
    [
      [apr, 4],
      [may, 5],
      [jun, 6],
    ],
  ],
  [
    "the last of each month",
    rows("30/04/2026|4", "31/05/2026|5"),
    monthly,
    [
      [apr, 4],
      [may, 5],
    ],
  ],
  [
    "dots",
    rows("30.04.2026|4", "31.05.2026|5"),
    monthly,
    [
      [apr, 4],
      [may, 5],
    ],
  ],
  [
    "dashes",
    rows("30-04-2026|4", "31-05-2026|5"),
    monthly,
    [
      [apr, 4],
      [may, 5],
    ],
  ],
  [
    "a date with midnight",
    rows("30/04/2026 00:00|4", "31/05/2026 00:00|5"),
    monthly,
    [
      [apr, 4],
      [may, 5],
    ],
  ],
  [
    "ISO dates",
    rows("2026-04-01|4", "2026-05-01|5"),
    monthly,
    [
      [apr, 4],
      [may, 5],
    ],
  ],
  [
    "ISO with a time",
    rows("2026-04-01T00:00:00|4", "2026-05-01T00:00:00|5"),
    monthly,
    [
      [apr, 4],
      [may, 5],
    ],
  ],
  [
    "ordinals",
    rows("1st April 2026|4", "1st May 2026|5"),
    monthly,
    [
      [apr, 4],
      [may, 5],
    ],
  ],
  [
    "American words",
    rows("April 1, 2026|4", "May 1, 2026|5"),
    monthly,
    [
      [apr, 4],
      [may, 5],
    ],
  ],
  [
    "American numbers, shown by a day above 12",
    rows("04/15/2026|4", "05/15/2026|5"),
    monthly,
    [
      [apr, 4],
      [may, 5],
    ],
  ],
  [
    "Excel's day numbers",
    rows("46113|4", "46143|5"),
    monthly,
    [
      [apr, 4],
      [may, 5],
    ],
  ],
  [
    "month ending",
    rows("Month ending 30/04/2026|4", "Month ending 31/05/2026|5"),
    monthly,
    [
      [apr, 4],
      [may, 5],
    ],
  ],
  [
    "a heading",
    rows("Month|Days", "Apr-26|4", "May-26|5"),
    monthly,
    [
      [apr, 4],
      [may, 5],
    ],
  ],
  [
    "a title over the heading",
    rows("Length of stay|", "Month|Days", "Apr-26|4", "May-26|5"),
    monthly,
    [
      [apr, 4],
      [may, 5],
    ],
  ],
  [
    "merged headings over two rows",
    rows("|Ward 7|", "Month|Value|Target", "Apr-26|4|3", "May-26|5|3"),
    monthly,
    [
      [apr, 4],
      [may, 5],
    ],
  ],
  [
    "the layout of an SPC workbook",
    rows("Date|Value|Mean|UCL|LCL|Target", "Apr-26|4|4.5|7|2|3", "May-26|5|4.5|7|2|3"),
    monthly,
    [
      [apr, 4],
      [may, 5],
    ],
  ],
  [
    "dates along the top",
    rows("Month|Apr-26|May-26|Jun-26|Jul-26|Aug-26", "Days|4|5|6|7|8"),
    monthly,
    [
      [apr, 4],
      [may, 5],
      [jun, 6],
      ["2026-07-01", 7],
      ["2026-08-01", 8],
    ],
  ],
  [
    "a comma-separated file",
    "Month,Days\nApr-26,4\nMay-26,5",
    monthly,
    [
      [apr, 4],
      [may, 5],
    ],
  ],
  [
    "quoted thousands",
    'Month,Days\nApr-26,"1,204"\nMay-26,"1,310"',
    monthly,
    [
      [apr, 1204],
      [may, 1310],
    ],
  ],
  [
    "semicolons",
    "Apr-26;4\nMay-26;5",
    monthly,
    [
      [apr, 4],
      [may, 5],
    ],
  ],
  [
    "spaces only",
    "April 2026 4\nMay 2026 5",
    monthly,
    [
      [apr, 4],
      [may, 5],
    ],
  ],
  [
    "old line ends and a last empty line",
    "Apr-26\t4\r\nMay-26\t5\r\n\r\n",
    monthly,
    [
      [apr, 4],
      [may, 5],
    ],
  ],
  [
    "empty rows between",
    rows("Apr-26|4", "|", "May-26|5"),
    monthly,
    [
      [apr, 4],
      [may, 5],
    ],
  ],
  [
    "an empty first column",
    rows("|Apr-26|4", "|May-26|5"),
    monthly,
    [
      [apr, 4],
      [may, 5],
    ],
  ],
  [
    "no-break spaces",
    rows("Apr-26| 4 ", "May-26|5 "),
    monthly,
    [
      [apr, 4],
      [may, 5],
    ],
  ],
  [
    "newest first",
    rows("May-26|5", "Apr-26|4"),
    monthly,
    [
      [may, 5],
      [apr, 4],
    ],
  ],
  [
    "thousands",
    rows("Apr-26|1,204", "May-26|12,310.5"),
    monthly,
    [
      [apr, 1204],
      [may, 12310.5],
    ],
  ],
  [
    "pounds",
    rows("Apr-26|£1,204", "May-26|£ 990"),
    monthly,
    [
      [apr, 1204],
      [may, 990],
    ],
  ],
  [
    "negative in brackets",
    rows("Apr-26|(4)", "May-26|-5"),
    monthly,
    [
      [apr, -4],
      [may, -5],
    ],
  ],
  [
    "a typographic minus",
    rows("Apr-26|−4", "May-26|5"),
    monthly,
    [
      [apr, -4],
      [may, 5],
    ],
  ],
  [
    "percentages of a measure in per cent",
    rows("Apr-26|85%", "May-26|90.5 %"),
    percent,
    [
      [apr, 85],
      [may, 90.5],
    ],
  ],
  [
    "zero is a number",
    rows("Apr-26|0", "May-26|5"),
    monthly,
    [
      [apr, 0],
      [may, 5],
    ],
  ],
  ["nothing is not zero and not missing", rows("Apr-26|", "May-26|5"), monthly, [[may, 5]]],
  [
    "n/a in its spellings",
    rows("Apr-26|n/a", "May-26|N/A", "Jun-26|5"),
    monthly,
    [
      [apr, "n/a"],
      [may, "n/a"],
      [jun, 5],
    ],
  ],
  [
    "dashes are missing",
    rows("Apr-26|-", "May-26|–", "Jun-26|5"),
    monthly,
    [
      [apr, "missing"],
      [may, "missing"],
      [jun, 5],
    ],
  ],
  [
    "suppressed small numbers are missing",
    rows("Apr-26|*", "May-26|<5", "Jun-26|5"),
    monthly,
    [
      [apr, "missing"],
      [may, "missing"],
      [jun, 5],
    ],
  ],
  [
    "errors of Excel are missing",
    rows("Apr-26|#DIV/0!", "May-26|#N/A", "Jun-26|5"),
    monthly,
    [
      [apr, "missing"],
      [may, "missing"],
      [jun, 5],
    ],
  ],
  [
    "a sum at the end is left out",
    rows("Apr-26|4", "May-26|5", "Total|9"),
    monthly,
    [
      [apr, 4],
      [may, 5],
    ],
  ],
  [
    "weeks from a Monday",
    rows("w/c 02/11/2026|4", "w/c 09/11/2026|5", "w/c 16/11/2026|6"),
    weekly,
    [
      ["2026-11-02", 4],
      ["2026-11-09", 5],
      ["2026-11-16", 6],
    ],
  ],
  [
    "weeks ending on a Sunday",
    rows("w/e 15/11/2026|4", "w/e 22/11/2026|5"),
    weekly,
    [
      ["2026-11-09", 4],
      ["2026-11-16", 5],
    ],
  ],
  [
    "days with their names",
    rows("Mon 16/11/2026|4", "Tue 17/11/2026|5"),
    daily,
    [
      ["2026-11-16", 4],
      ["2026-11-17", 5],
    ],
  ],
  [
    "days in words",
    rows("16 Nov 26|4", "17 Nov 26|5"),
    daily,
    [
      ["2026-11-16", 4],
      ["2026-11-17", 5],
    ],
  ],
  [
    "quarters of the financial year",
    rows("Q1 2026/27|4", "Q2 2026/27|5"),
    quarterly,
    [
      [apr, 4],
      ["2026-07-01", 5],
    ],
  ],
  [
    "years",
    rows("31/12/2024|4", "31/12/2025|5"),
    yearly,
    [
      ["2024-01-01", 4],
      ["2025-01-01", 5],
    ],
  ],
  [
    "numerator and denominator",
    rows("Month|Done|Due", "Apr-26|18|20", "May-26|19|22"),
    ratio,
    [
      [apr, "18/20"],
      [may, "19/22"],
    ],
  ],
  [
    "the denominator first, as its heading says",
    rows("Month|Total|Done", "Apr-26|20|18", "May-26|22|22"),
    ratio,
    [
      [apr, "18/20"],
      [may, "22/22"],
    ],
  ],
  [
    "the denominator first, as it cannot be otherwise",
    rows("Apr-26|20|18", "May-26|22|19"),
    ratio,
    [
      [apr, "18/20"],
      [may, "19/22"],
    ],
  ],
  [
    "both numbers and their percentage",
    rows("Month|Done|Due|%", "Apr-26|18|20|90%", "May-26|19|22|86%"),
    ratio,
    [
      [apr, "18/20"],
      [may, "19/22"],
    ],
  ],
  [
    "a pair of which both are n/a",
    rows("Apr-26|18|20", "May-26|n/a|n/a", "Jun-26|19|20"),
    ratio,
    [
      [apr, "18/20"],
      [may, "n/a"],
      [jun, "19/20"],
    ],
  ],
  [
    "a month closed: none of none",
    rows("Apr-26|18|20", "May-26|0|0", "Jun-26|19|20"),
    ratio,
    [
      [apr, "18/20"],
      [may, "0/0"],
      [jun, "19/20"],
    ],
  ],
  [
    "a counter beside the months",
    rows("1|Apr-26|4", "2|May-26|5", "3|Jun-26|6"),
    monthly,
    [
      [apr, 4],
      [may, 5],
      [jun, 6],
    ],
  ],
  [
    "an inch mark in a note",
    rows('Apr-26|4|a 5" bed', "May-26|5|"),
    monthly,
    [
      [apr, 4],
      [may, 5],
    ],
  ],
];

describe("pastes from spreadsheets", () => {
  test("there are at least 60 of them", () => expect(pastes.length).toBeGreaterThanOrEqual(60));

  test.each(pastes)("%s", (_, text, asked, expected) => {
    const result = read(text, asked);
    expect(result.problem).toBeNull();
    expect(result.question).toBeNull();
    expect(result.rows.flatMap(({ problems }) => problems)).toEqual([]);
    expect(got(text, asked)).toEqual(expected);
  });
});

describe("a date that can be read in two ways is asked about, never guessed", () => {
  const unsure = rows("03/04/2026|4", "05/06/2026|5");

  test("and nothing of it is taken for certain", () => {
    expect(read(unsure, daily).question).toEqual({
      cell: "03/04/2026",
      dayFirst: "2026-04-03",
      monthFirst: "2026-03-04",
    });
    expect(read("03/04/2026\t4", daily).question).not.toBeNull();
  });

  test.each([
    ["day-first", ["2026-04-03", "2026-06-05"]],
    ["month-first", ["2026-03-04", "2026-05-06"]],
  ] as const)("answered %s, it is read so", (order, periods) => {
    const result = read(unsure, daily, { order });
    expect(result.question).toBeNull();
    expect(result.rows.map(({ period }) => period)).toEqual(periods);
  });

  test("unless another date shows the order, and then that is said", () => {
    const result = read(rows("03/04/2026|4", "15/04/2026|5"), daily);
    expect(result.question).toBeNull();
    expect(result.notes.join(" ")).toContain(
      "“03/04/2026” was read as 3 April 2026, in the order that the other dates show",
    );
  });

  test("or only one order makes them follow one another, and then that is said", () => {
    const result = read(rows("01/04/2026|4", "01/05/2026|5", "01/06/2026|6"), monthly);
    expect(result.notes.join(" ")).toContain(
      "because read the other way the dates would not follow one another",
    );
  });
});

const wrong: [string, string, Asked, string, string][] = [
  [
    "a numerator above its denominator",
    rows("Apr-26|18|20", "May-26|23|22", "Jun-26|19|21"),
    ratio,
    "first",
    "23 is more than 22",
  ],
  [
    "some of none",
    rows("Apr-26|18|20", "May-26|3|0", "Jun-26|19|21"),
    ratio,
    "second",
    "check the denominator",
  ],
  ["half of a pair", rows("Apr-26|18|20", "May-26|3|", "Jun-26|19|21"), ratio, "second", "Give 2 numbers"],
  ["a month to come", rows("Apr-26|4", "Apr-27|5"), monthly, "when", "April 2027 has not begun yet"],
  [
    "a month repeated",
    rows("Apr-26|4", "May-26|5", "Apr-26|6"),
    monthly,
    "when",
    "April 2026 is there twice, in rows 1 and 3",
  ],
  ["two days of one month", rows("14/04/2026|4", "15/04/2026|5"), monthly, "when", "there twice"],
  [
    "a text in a number",
    rows("Apr-26|4", "May-26|about five"),
    monthly,
    "first",
    "“about five” is not a number",
  ],
  ["1e308", rows("Apr-26|4", "May-26|1e308"), monthly, "first", "too large"],
  ["a decimal comma", rows("Apr-26|4", "May-26|5,5"), monthly, "first", "a comma where a point may be meant"],
  [
    "a month of a weekly measure",
    rows("02/11/2026|4", "May-26|5"),
    weekly,
    "when",
    "is a month, and this measure is weekly",
  ],
  ["no date", rows("Apr-26|4", "|5", "Jun-26|6"), monthly, "when", "There is no date here"],
  ["no real date", rows("30/04/2026|4", "31/06/2026|5"), monthly, "when", "is not a date like"],
  ["a percentage of another unit", rows("Apr-26|4", "May-26|50%"), monthly, "first", "is a percentage"],
  ["less than none", rows("02/11/2026|4", "16/11/2026|-5"), weekly, "first", "cannot be less than 0"],
  ["a part of a fall", rows("02/11/2026|4", "16/11/2026|1.5"), weekly, "first", "whole number"],
];

test.each(wrong)("%s is said at its cell, and the other rows are read", (...[, text, asked, cell, words]) => {
  const { rows: all } = read(text, asked);
  const faults = all.flatMap(({ problems }) => problems);
  expect(faults).toHaveLength(1);
  expect(faults[0]).toMatchObject({ cell, message: expect.stringContaining(words) as string });
  expect(all.filter((row) => row.figure !== null)).toHaveLength(all.length - 1);
});

test.each<[string, string, Asked, string]>([
  ["nothing", "", monthly, "no rows"],
  ["words", rows("Month|Days", "none|yet"), monthly, "no"],
  ["numbers without dates", rows("4", "5", "6"), monthly, "no column of dates"],
  [
    "a percentage where 2 numbers are needed",
    rows("Apr-26|85%", "May-26|90%"),
    ratio,
    "needs 2 numbers in each row",
  ],
])("%s cannot be read, and why is said", (_, text, asked, words) => {
  expect(read(text, asked).problem).toContain(words);
});

test("columns that somebody chose are used as chosen", () => {
  const text = rows("Month|Target|Days", "Apr-26|3|4", "May-26|3|5");
  expect(got(text, monthly, { columns: { when: 0, first: 1, second: null } })).toEqual([
    [apr, 3],
    [may, 3],
  ]);
});

test("a table of 5,000 rows is read in well under a second", () => {
  const text = Array.from({ length: 5_000 }, (_, at) => {
    const day = new Date(Date.UTC(2013, 0, 1 + at)).toISOString().slice(0, 10);
    return `${day}\t${at}`;
  }).join("\n");
  expect(processorTime(() => expect(got(text, daily)).toHaveLength(5_000))).toBeLessThan(1_500);
});
