import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { readMethod } from "./method.ts";
import { methodOf, methods } from "./methods.ts";

test("every file of the library is offered, and every method has its file", () => {
  const files = readdirSync("content/methods").map((name) => name.replace(".json", ""));
  expect(files.sort()).toEqual(methods.map(({ key }) => key).sort());
  expect(methods).toHaveLength(8);
  expect(methodOf("lean-a3")?.name).toBe("Lean A3");
  expect(methodOf("no-such")).toBeUndefined();
});

test("a heading is no question, and no text stands twice in one method", () => {
  for (const { key, name, steps, nodes } of methods) {
    expect([name, ...steps.map((step) => step.name)].join(" "), key).not.toContain("?");
    const texts = JSON.stringify(nodes).match(/"text":"[^"]+"/g)!;
    expect(new Set(texts).size, key).toBe(texts.length);
  }
});

test.each([
  ["a missing part", "lean-a3", {}, /inShort|key/],
  ["another key than its name", "other", methods[0], /its key must be other/],
  ["a part that nobody reads", "lean-a3", { ...methods[1], colour: "red" }, /colour|Unrecognized/],
])("%s is refused with its place", (_, name, content, message) => {
  expect(() => readMethod(name, content)).toThrow(message);
});
