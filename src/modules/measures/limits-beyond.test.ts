import { analyse } from "@throughline/spc";
import { expect, test } from "vitest";
import { limitsBeyond } from "./limits-beyond.ts";

const share = { low: 0, high: 100 };
const say = (value: number): string => `${Math.round(value * 10) / 10}%`;

function of(y: number[], chart: "xmr" | "run" = "xmr") {
  const x = y.map((_, month) => new Date(Date.UTC(2025, month, 1)).toISOString().slice(0, 10));
  return analyse({ chart, values: y, x });
}

const low = [4, 9, 2, 7, 1, 8, 3, 9, 2, 6, 4, 8];

test("a limit that no number can pass is said, with what it means", () => {
  expect(limitsBeyond(of(low), share, say)).toMatch(
    /^The lower limit is reckoned as -\d+(\.\d)?%, and no number of this measure can be below 0%\. So no single number can be a signal on that side; a run of numbers still can\./,
  );
  expect(limitsBeyond(of(low.map((value) => 100 - value)), share, say)).toMatch(
    /^The upper limit is reckoned as 1\d\d(\.\d)?%, and no number of this measure can be above 100%\. So no single number can be a signal on that side/,
  );
});

test("of both limits together", () => {
  const wide = [2, 98, 5, 95, 3, 97, 6, 94, 4, 96, 2, 98];
  expect(limitsBeyond(of(wide), share, say)).toMatch(
    /^The limits are reckoned as -\d+(\.\d)?% and \d{3}(\.\d)?%, and no number of this measure can be below 0% or above 100%\. So no single number can be a signal;/,
  );
});

test("nothing is said where both limits can be passed, where nothing is known of them, or where there are none", () => {
  expect(limitsBeyond(of(low.map((value) => 50 + value)), share, say)).toBeNull();
  expect(limitsBeyond(of(low), { low: null, high: null }, say)).toBeNull();
  expect(limitsBeyond(of(low, "run"), share, say)).toBeNull();
});
