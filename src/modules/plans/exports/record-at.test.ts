import { expect, test } from "vitest";
import { analyseSeries } from "#modules/measures/index.ts";
import type { PlanTest } from "../plan-test.ts";
import { recordAt } from "./record-at.ts";
import type { RecordMeasure } from "./plan-record.ts";

const definition = {
  form: "number",
  better: "lower",
  multiplier: 1,
} as unknown as RecordMeasure["definition"];
const points = Array.from({ length: 24 }, (_, at) => ({
  period: `${2024 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}-01`,
  state: "number" as const,
  value: at < 12 ? 12 + (at % 3) : 4 + (at % 3),
  numerator: null,
  denominator: null,
  note: "",
}));
const view: RecordMeasure["view"] = {
  chart: "xmr",
  rules: "making-data-count-2023",
  options: {
    chosen: true,
    phases: [{ from: "2025-06-01", name: "New ward", reason: "It moved", by: null }],
    exclude: [{ at: "2025-07-01", reason: "Flood", by: null }],
  },
};

const measure = {
  id: "falls",
  definition,
  view,
  points,
  annotations: [{ on: "2025-03-01", label: "Lamp" }],
  analysis: analyseSeries(definition, points, view),
} as unknown as RecordMeasure;

const lamp = {
  startsOn: "2025-03-01",
  endsOn: "2025-03-02",
  study: { outcome: "came-true" },
  studiedAt: new Date("2025-03-05T12:00:00Z"),
  decision: "adopt",
  learning: "It helps",
  decidedAt: new Date("2025-03-09T12:00:00Z"),
} as unknown as PlanTest;

const on = (day: string) => recordAt({ tests: [lamp], measures: [measure], today: "2026-01-01" }, day);

test("a day knows only the numbers, marks and signals up to itself", () => {
  const early = on("2025-02-15").measures[0]!;
  expect(early.points).toHaveLength(14);
  expect(early.analysis.points).toHaveLength(14);
  expect(early.annotations).toEqual([]);
  expect(early.view.options).toMatchObject({ phases: [], exclude: [] });
  const late = on("2025-12-31").measures[0]!;
  expect(late.analysis).toEqual(measure.analysis);
});

test.each([
  ["2025-02-28", []],
  ["2025-03-01", [{ study: null, decision: null, learning: "" }]],
  ["2025-03-05", [{ study: lamp.study, decision: null, learning: "" }]],
  ["2025-03-09", [{ study: lamp.study, decision: "adopt", learning: "It helps" }]],
])("on %s a test stands as it stood then", (day, stood) => {
  expect(on(day).tests).toMatchObject(stood);
});

test("before the first number there is nothing to draw, and nothing breaks", () => {
  expect(on("2020-01-01").measures[0]!.analysis.points).toEqual([]);
});
