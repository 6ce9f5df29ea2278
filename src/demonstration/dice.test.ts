import { expect, test } from "vitest";
import { apportion } from "./apportion.ts";
import { dice, idFrom } from "./dice.ts";

test("the same words always give the same throws, and other words give others", () => {
  const throws = (words: string): number[] => Array.from({ length: 50 }, dice(words).throw);
  expect(throws("one")).toEqual(throws("one"));
  expect(throws("one")).not.toEqual(throws("two"));
});

test("a die falls on every side about as often", () => {
  const chance = dice("fair");
  const sides = Array.from({ length: 6 }, () => 0);
  for (let index = 0; index < 60_000; index++) sides[chance.below(6)]! += 1;
  for (const count of sides) expect(Math.abs(count - 10_000)).toBeLessThan(400);
});

test("drawing some gives different ones, and never more than there are", () => {
  expect(new Set(dice("draw").some([1, 2, 3, 4, 5], 4)).size).toBe(4);
  expect(dice("draw").some([1, 2], 9).sort()).toEqual([1, 2]);
});

test("a code always has the same id, a well-formed uuid of version 8", () => {
  expect(idFrom("ENG")).toBe(idFrom("ENG"));
  expect(idFrom("ENG")).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(new Set(Array.from({ length: 2_000 }, (_, index) => idFrom(`GP-${index}`))).size).toBe(2_000);
});

test("shares add up to the total, keep the minimum and give nothing where there is no weight", () => {
  expect(apportion(10, [1, 1, 1])).toEqual([4, 3, 3]);
  expect(apportion(10, [100, 1, 0], 2)).toEqual([8, 2, 0]);
  expect(() => apportion(1, [1, 1], 1)).toThrow("too few");
});
