import { describe, expect, test } from "vitest";
import { periodChoice, periodStart, periodWords, stepPeriod, type Frequency } from "./period.ts";

test.each<[Frequency, string, string, string]>([
  ["day", "2026-11-24", "2026-11-24", "24 November 2026"],
  ["week", "2026-11-24", "2026-11-23", "Week from 23 November 2026"],
  ["week", "2026-11-29", "2026-11-23", "Week from 23 November 2026"],
  ["week", "2027-01-01", "2026-12-28", "Week from 28 December 2026"],
  ["fortnight", "2026-11-24", "2026-11-24", "2 weeks from 24 November 2026"],
  ["month", "2024-02-29", "2024-02-01", "February 2024"],
  ["quarter", "2026-11-24", "2026-10-01", "October to December 2026"],
  ["quarter", "2026-03-31", "2026-01-01", "January to March 2026"],
  ["year", "2026-11-24", "2026-01-01", "2026"],
  ["event", "2026-11-24", "2026-11-24", "24 November 2026"],
])("by the %s, %s falls in the period of %s: %s", (frequency, date, start, words) => {
  expect(periodStart(date, frequency)).toBe(start);
  expect(periodWords(start, frequency)).toBe(words);
});

test.each<[Frequency, string, number, string]>([
  ["week", "2026-12-28", 1, "2027-01-04"],
  ["fortnight", "2026-11-09", -1, "2026-10-26"],
  ["month", "2026-01-01", -1, "2025-12-01"],
  ["quarter", "2026-10-01", 1, "2027-01-01"],
  ["year", "2026-01-01", -3, "2023-01-01"],
  // The clocks go back on 25 October 2026: a day of 25 hours is still one day.
  ["day", "2026-10-25", 1, "2026-10-26"],
])("by the %s, from %s %i on is %s", (frequency, from, count, to) => {
  expect(stepPeriod(from, frequency, count)).toBe(to);
});

describe("the period that is proposed", () => {
  const today = "2026-11-24";
  test.each<[string, Frequency, string | null, string]>([
    ["with no figure yet, the last week that is over", "week", null, "2026-11-16"],
    ["with no figure yet, today", "day", null, "2026-11-24"],
    ["after the last figure, the next", "week", "2026-11-09", "2026-11-16"],
    ["after last week's, this week", "week", "2026-11-16", "2026-11-23"],
    ["when this week has one, this week again, to correct it", "week", "2026-11-23", "2026-11-23"],
    ["after a long silence, the last that is over", "week", "2025-11-24", "2026-11-16"],
    ["the month after the last", "month", "2026-09-01", "2026-10-01"],
    ["fortnights are counted from the last one", "fortnight", "2026-11-04", "2026-11-18"],
    ["fortnights begin on a Monday when there is none", "fortnight", null, "2026-11-09"],
    ["a quarter", "quarter", null, "2026-07-01"],
    ["an event is of today", "event", "2026-06-02", "2026-11-24"],
  ])("%s", (_, frequency, last, proposed) => {
    const choice = periodChoice(today, frequency, last);
    expect(choice.proposed).toBe(proposed);
    expect(choice.periods).toContain(proposed);
    expect(choice.periods).toHaveLength(6);
    expect(choice.periods.every((period) => period <= today)).toBe(true);
  });
});
