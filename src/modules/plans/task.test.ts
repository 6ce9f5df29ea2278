import { expect, test } from "vitest";
import { dueWords } from "./task.ts";

test.each([
  [null, "No date"],
  ["2026-04-01", "Due today"],
  ["2026-04-02", "Due tomorrow"],
  ["2026-04-30", "Due 30 April 2026"],
  ["2026-03-31", "1 day overdue, since 31 March 2026"],
  ["2025-04-01", "365 days overdue, since 1 April 2025"],
])("a task for %s is said to be: %s", (dueOn, words) =>
  expect(dueWords({ dueOn }, "2026-04-01")).toBe(words),
);
