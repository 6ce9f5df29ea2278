import { expect, test } from "vitest";
import { History } from "./history.ts";

const change = (box: string, before: string, after: string) => ({ box, before, after });

test("a step is undone whole, the last box first, and done again as it was", () => {
  const history = new History<string>();
  history.add([change("a", "", "1"), change("b", "", "2")]);
  expect(history.undo()).toEqual([
    { box: "b", value: "" },
    { box: "a", value: "" },
  ]);
  expect(history.undo()).toEqual([]);
  expect(history.redo()).toEqual([
    { box: "a", value: "1" },
    { box: "b", value: "2" },
  ]);
});

test("what changed nothing is no step, and a new step ends what could be done again", () => {
  const history = new History<string>();
  history.add([change("a", "1", "1")]);
  expect(history.undo()).toEqual([]);
  history.add([change("a", "1", "2")]);
  history.undo();
  history.add([change("a", "1", "3")]);
  expect(history.redo()).toEqual([]);
  expect(history.undo()).toEqual([{ box: "a", value: "1" }]);
});
