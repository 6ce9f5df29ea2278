import { expect, test } from "vitest";
import { isBodyCode, typedBodyCode } from "./body-code.ts";

test.each(["A81001", "RX1", "TEAM-1001", "9"])("%s is a code", (code) => {
  expect(isBodyCode(code)).toBe(true);
});

test.each(["", "a81001", "-A", "A 1", "A".repeat(21), "A\n", "Ä1", "A81001'"])("%j is no code", (code) => {
  expect(isBodyCode(code)).toBe(false);
});

test("small letters and spaces do not matter to who types a code", () => {
  expect(typedBodyCode(" a81001 ")).toBe("A81001");
});
