import { expect, test } from "vitest";
import { paging } from "./paging.ts";

test.each([
  [2, 2],
  [3, 3],
  [4, 1],
  [0, 1],
  [-1, 1],
  [1.5, 1],
  [Number.NaN, 1],
])("page %d of 3 shows page %d", (asked, page) => {
  expect(paging(60, asked, 25)).toMatchObject({ page, pages: 3, offset: (page - 1) * 25 });
});

test("an empty list has one page", () => {
  expect(paging(0, 1, 25)).toMatchObject({ page: 1, pages: 1 });
});
