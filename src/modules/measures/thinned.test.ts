import { analyse } from "@throughline/spc";
import { expect, test } from "vitest";
import { thinned } from "./thinned.ts";

const days = Array.from({ length: 5_000 }, (_, day) =>
  new Date(Date.UTC(2010, 0, 1 + day)).toISOString().slice(0, 10),
);
const values = days.map((_, day) => 50 + ((day * 7_919) % 17) + (day > 2_500 ? -6 : 0));
const whole = analyse(
  { chart: "xmr", x: days, values },
  { improvement: "decrease", phases: [{ from: days[2_501]!, name: "After" }] },
);

test("a chart of 5,000 points is drawn with fewer, and says the same", () => {
  const drawn = thinned(whole, 600);
  const signalled = new Set(whole.signals.flatMap((signal) => signal.points)).size;
  expect(drawn.points.length).toBeLessThan(620 + signalled);
  expect(drawn.variation.kind).toBe(whole.variation.kind);
  expect(drawn.assurance).toEqual(whole.assurance);
  expect(drawn.points[drawn.variation.at!]!.x).toBe(whole.points[whole.variation.at!]!.x);
  expect(drawn.signals.map(({ rule, points }) => [rule, points.map((at) => drawn.points[at]!.x)])).toEqual(
    whole.signals.map(({ rule, points }) => [rule, points.map((at) => whole.points[at]!.x)]),
  );
  expect(drawn.phases.map(({ from }) => drawn.points[from]!.x)).toEqual([days[0], days[2_501]]);
});

test("its least and its greatest are never left out", () => {
  const drawn = thinned(whole, 600).points.map((point) => point.value!);
  const all = whole.points.map((point) => point.value!);
  expect([Math.min(...drawn), Math.max(...drawn)]).toEqual([Math.min(...all), Math.max(...all)]);
});

test("a short chart stays whole", () => {
  const short = analyse({ chart: "xmr", values: [1, 2, 3] });
  expect(thinned(short, 600)).toBe(short);
});
