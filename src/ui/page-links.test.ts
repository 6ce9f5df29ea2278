import { expect, test } from "vitest";
import { shownPages } from "./page-links.tsx";

test("the first, the last and the near pages are linked, with gaps between", () => {
  expect(shownPages(1, 2)).toEqual([1, 2]);
  expect(shownPages(5, 9)).toEqual([1, "gap", 4, 5, 6, "gap", 9]);
});
