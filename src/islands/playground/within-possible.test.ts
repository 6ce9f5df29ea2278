import { analyse, whatWouldItTake, type AnalysisOptions, type Series } from "@throughline/spc";
import { expect, test } from "vitest";
import { possibleIn, withinPossible, type Possible } from "./within-possible.ts";

const left = (series: Series, options: AnalysisOptions, possible: Possible) =>
  withinPossible(whatWouldItTake(series, options), analyse(series, options), possible);

test("a share is asked for nothing above the whole", () => {
  const share: Series = {
    chart: "p",
    numerators: [19, 18, 20, 19, 20, 18, 19, 20, 19, 20],
    denominators: Array.from({ length: 10 }, () => 20),
  };
  const options = { multiplier: 100 };
  const { next, possible, closed } = left(share, options, possibleIn(share, options));
  expect(possible).toEqual({ low: 0, high: 100 });
  // The limit lies above 100% and the latest point is at it: only a run above the centre is left.
  expect(next.filter(({ direction }) => direction === "high").map(({ rule }) => rule)).toEqual(["shift"]);
  expect(closed).toEqual([]);
});

test("a count is asked for nothing below none", () => {
  const few: Series = { chart: "c", values: [1, 0, 2, 1, 0, 1, 0, 1, 2, 0] };
  const { next } = left(few, {}, possibleIn(few, {}));
  expect(next.filter(({ direction }) => direction === "low").map(({ rule }) => rule)).toEqual(["shift"]);
});

test("where nothing is left the direction is closed, and where no rule asks for anything it is not", () => {
  const full: Series = { chart: "xmr", values: [100, 100, 100, 100] };
  expect(left(full, {}, { low: 0, high: 100 }).closed).toEqual(["high"]);
  const one: Series = { chart: "run", values: [4] };
  expect(left(one, { rules: "anhoej" }, possibleIn(one, {})).closed).toEqual([]);
});
