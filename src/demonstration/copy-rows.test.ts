import { expect, test } from "vitest";
import { encode } from "./copy-rows.ts";

test("values are written so that COPY reads them back as they were", () => {
  expect(encode(null)).toBe(String.raw`\N`);
  expect(encode(true)).toBe("true");
  expect(encode("a\tb\nc\\d")).toBe(String.raw`a\tb\nc\\d`);
  expect(encode([])).toBe("{}");
  expect(encode(["plain", 'with "quotes", comma'])).toBe(String.raw`{"plain","with \\"quotes\\", comma"}`);
});
