import { analyse } from "@throughline/spc";
import { expect, test } from "vitest";
import type { Decision, SeriesAnnotation } from "./annotation.ts";
import { cameBefore } from "./came-before.ts";

const months = Array.from({ length: 24 }, (_, at) =>
  new Date(Date.UTC(2024, at, 1)).toISOString().slice(0, 10),
);
/** A year about 10, and a year about 5. */
const values = months.map((_, at) => (at < 12 ? 10 : 5) + (at % 2));
const noted = (on: string, label: string, decision: Decision | null = null): SeriesAnnotation => ({
  id: on,
  on,
  label,
  href: "",
  source: null,
  decision,
  writtenBy: null,
});
const shifted = analyse(
  { chart: "xmr", values, x: months },
  { baseline: { first: 12 }, improvement: "decrease" },
);

test("names what was adopted shortly before the signal began", () => {
  const adopted = noted("2024-11-20", "Test 3: Rounds at night (adopt)", "adopt");
  const later = noted("2024-12-15", "Mr Bell asks: fit or not (adopt)");
  const during = noted("2025-01-20", "Test 2: Slippers (adopt)", "adopt");
  const found = cameBefore(shifted, [noted("2024-03-01", "The ward moved"), adopted, later, during]);
  expect(found).toEqual({ noted: adopted, began: "2025-01-01" });
  expect(cameBefore(shifted, [later])?.noted).toBe(later);
});

test("names nothing of long before or after, and nothing where there is no signal", () => {
  const far = [noted("2024-03-01", "The ward moved"), noted("2025-04-01", "A new sister")];
  expect(cameBefore(shifted, far)).toBeNull();
  const calm = analyse({ chart: "xmr", values: values.slice(0, 12), x: months.slice(0, 12) });
  expect(cameBefore(calm, [noted("2024-11-20", "Rounds")])).toBeNull();
});
