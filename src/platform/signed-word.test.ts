import { expect, test } from "vitest";
import { openWord, signWord } from "./signed-word.ts";

test("what was signed comes back, and nothing else does", () => {
  const signed = signWord("secret", "unsubscribe", "3f2a");
  expect(openWord("secret", "unsubscribe", signed)).toBe("3f2a");
  expect(openWord("secret", "another purpose", signed)).toBeUndefined();
  expect(openWord("another secret", "unsubscribe", signed)).toBeUndefined();
  expect(openWord("secret", "unsubscribe", signed.replace("3f2a", "3f2b"))).toBeUndefined();
  expect(openWord("secret", "unsubscribe", `${signed}x`)).toBeUndefined();
  for (const broken of ["", ".", "3f2a", ".abc", "3f2a."])
    expect(openWord("secret", "unsubscribe", broken)).toBeUndefined();
});
