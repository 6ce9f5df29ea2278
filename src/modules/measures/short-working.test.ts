import { analyse, showWorking } from "@throughline/spc";
import { expect, test } from "vitest";
import { shortWorking } from "./short-working.ts";

const workingOf = (count: number) =>
  showWorking(analyse({ chart: "xmr", values: Array.from({ length: count }, (_, at) => 5 + (at % 7)) }));

test("of a usual series every line is shown", () => {
  const working = workingOf(36);
  expect(shortWorking(working)).toEqual(working);
});

test("of a very long one the page says that the file has the rest", () => {
  const short = shortWorking(workingOf(5_000));
  expect(JSON.stringify(short).length).toBeLessThan(40_000);
  expect(JSON.stringify(short)).toContain("in the file");
});
