import { expect, test } from "vitest";
import { usualLayout } from "./feed-layout.ts";
import { monthOf, readFeed } from "./read-feed.ts";

test.each([
  ["2017-03-01", "2017-03-01"],
  ["2017-03", "2017-03-01"],
  ["31/03/2017", "2017-03-01"],
  ["Mar-17", "2017-03-01"],
  ["March 2017", "2017-03-01"],
  ["2017-13", undefined],
  ["Q1 2017", undefined],
  ["", undefined],
])("%s is the month %s", (cell, month) => expect(monthOf(cell)).toBe(month));

const read = (text: string) => [...readFeed(text, usualLayout)];
const head = "period,org_code,measure,value\n";

test("a line is read as it is, and what was not published is no number", () => {
  expect(read(`${head}2017-03,RF4,Waits,"21,289"\n2017-03,RF4,Staff,*\n`)).toMatchObject([
    { line: 2, period: "2017-03-01", code: "RF4", measure: "Waits", value: 21_289 },
    { line: 3, measure: "Staff", value: null },
  ]);
});

test.each([
  ["2017-03,RF4,Waits,about 12\n", "Line 2: “about 12” is no number"],
  ["2017-03,RF4,Waits,1e308\n", "Line 2: “1e308” is no number"],
  ["soon,RF4,Waits,12\n", "Line 2: “soon” is no month"],
  ["2017-03,,Waits,12\n", "Line 2: there is no organisation code"],
])("%s is a fault at its line", (line, message) => {
  expect(read(head + line)).toEqual([{ line: 2, message }]);
});

test("a file without a column says which it has", () => {
  expect(() => read("month,org_code,measure,value\n")).toThrow(
    "has no column period: it has month, org_code",
  );
});
