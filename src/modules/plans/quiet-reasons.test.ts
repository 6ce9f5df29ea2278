import { expect, test } from "vitest";
import type { PlanLine } from "./plan-line.ts";
import { quietReasons } from "./quiet-reasons.ts";

const before = new Date("2026-10-01");
const early = new Date("2026-09-01");
const late = new Date("2026-11-01");
const line = {
  stage: "testing",
  stageSince: early,
  lastEditAt: late,
  lastTestAt: late,
  lastDataAt: late,
} as PlanLine;

test.each<[string, Partial<PlanLine>, string[]]>([
  ["everything happens", {}, []],
  ["no number for long", { lastDataAt: early }, ["no data"]],
  ["never a test, and testing for long", { lastTestAt: null }, ["no test"]],
  [
    "nothing at all",
    { lastDataAt: null, lastTestAt: null, lastEditAt: early },
    ["no data", "no test", "no edit"],
  ],
  ["an idea needs no test and no data", { stage: "idea", lastDataAt: null, lastTestAt: null }, []],
  ["what is sustained needs data alone", { stage: "sustaining", lastTestAt: null, lastEditAt: early }, []],
  ["what has ended is never stuck", { stage: "stopped", lastEditAt: early, lastDataAt: null }, []],
])("%s", (_, given, reasons) => {
  expect(quietReasons({ ...line, ...given }, before)).toEqual(reasons);
});
