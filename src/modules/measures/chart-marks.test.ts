import { expect, test } from "vitest";
import { chartMarks } from "./chart-marks.ts";

const tried = (on: string, label: string) => ({ on, label, source: `test:${on}` });

test("tests of one idea say it once, and what stands alone says itself", () => {
  const marks = chartMarks([
    tried("2026-01-01", "Test 1: Ask 3 questions (adapt)"),
    { on: "2026-01-15", label: "The ward moved", source: null },
    tried("2026-02-01", "Test 2: Ask 3 questions (adopt)"),
    tried("2026-03-01", "Test 1: A yellow leaf"),
  ]);
  expect(marks.map(({ kind, text }) => [kind, text])).toEqual([
    ["test", "Tests 1 to 2: Ask 3 questions"],
    ["note", "The ward moved"],
    ["test", ""],
    ["test", "Test 1: A yellow leaf"],
  ]);
});
