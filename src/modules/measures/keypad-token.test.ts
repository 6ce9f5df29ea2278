import { expect, test } from "vitest";
import { keypadToken, seriesNumber } from "./keypad-token.ts";

const numbers = [0, 1, 30, 31, 961, 29_790, 500_000, 2_147_483_647];

test.each(numbers)("the series with the number %i is found by its short name again", (number) => {
  expect(seriesNumber(keypadToken(number))).toBe(number);
  expect(seriesNumber(keypadToken(number).toLowerCase())).toBe(number);
});

test("half a million series have short names of 5 letters at most", () => {
  expect(keypadToken(500_000)).toHaveLength(5);
});

test.each(["", "A", "IIII", "O0O0", "2222222222222", "../..", "ZZZZZZZZZ"])("%s is none", (token) => {
  expect(seriesNumber(token)).toBeUndefined();
});

test("one wrong letter, and two that changed places, lead nowhere", () => {
  const token = keypadToken(123_456);
  for (let at = 0; at < token.length; at += 1) {
    for (const letter of "23456789ABCDEFGHJKMNPQRSTUVWXYZ") {
      if (letter === token[at]) continue;
      expect(seriesNumber(token.slice(0, at) + letter + token.slice(at + 1))).toBeUndefined();
    }
    const swapped = [...token];
    [swapped[at], swapped[at + 1]] = [swapped[at + 1]!, swapped[at]!];
    if (at + 1 < token.length && swapped.join("") !== token)
      expect(seriesNumber(swapped.join(""))).toBeUndefined();
  }
});
