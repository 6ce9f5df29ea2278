import { expect, test } from "vitest";
import { templateChanges } from "./template-changes.ts";
import { topicOf, topics } from "./topics.ts";

test.each(topics)("$name brings drivers of every level, each text once", ({ nodes }) => {
  const changes = templateChanges({ nodes }, "aim", new Set());
  const added = changes.flatMap((change) => (change.do === "add" ? [change] : []));
  expect(new Set(added.map(({ kind }) => kind))).toEqual(new Set(["primary", "secondary", "idea"]));
  expect(new Set(added.map(({ text }) => text)).size).toBe(added.length);
});

test("what stands there already is left as it is", () => {
  const falls = topicOf("falls")!;
  const there = new Set(falls.nodes.map(({ text }) => text.toLowerCase()));
  expect(templateChanges(falls, "aim", there)).toEqual([]);
});
