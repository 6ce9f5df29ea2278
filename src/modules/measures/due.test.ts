import { expect, test } from "vitest";
import { duePeriods, remindsNow } from "./due.ts";

test("what should have a figure by now is the last period that is over", () => {
  expect(Object.fromEntries(duePeriods("2026-11-24"))).toEqual({
    day: "2026-11-23",
    week: "2026-11-16",
    fortnight: "2026-10-28",
    month: "2026-10-01",
    quarter: "2026-07-01",
    year: "2025-01-01",
  });
});

test.each([
  ["Monday before 8", "2026-11-23T07:59:00Z", false],
  ["Monday at 8", "2026-11-23T08:00:00Z", true],
  ["Monday at 8 by the clock here, in summer", "2026-07-06T07:00:00Z", true],
  ["Tuesday, where nobody worked on Monday", "2026-11-24T03:00:00Z", true],
  ["Wednesday late", "2026-11-25T23:00:00Z", true],
  ["Thursday", "2026-11-26T09:00:00Z", false],
  ["Sunday", "2026-11-22T09:00:00Z", false],
])("on %s", (_, at, expected) => expect(remindsNow(new Date(at))).toBe(expected));
