import { expect, test } from "vitest";
import { newTestToken, typedTestToken } from "./test-token.ts";

test("a token is what the database takes, and comes back as it was typed", () => {
  for (let made = 0; made < 200; made += 1) {
    const token = newTestToken();
    expect(typedTestToken(token)).toBe(token);
    expect(typedTestToken(`${token.slice(0, 5).toUpperCase()}-${token.slice(5)}`)).toBe(token);
  }
});

test.each([
  ["O123456789", "0123456789"],
  ["l12345678I", "1123456781"],
  ["u123456789", undefined],
  ["123", undefined],
  ["", undefined],
])("%s is read as %s", (typed, token) => expect(typedTestToken(typed)).toBe(token));
