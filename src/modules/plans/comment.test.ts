import { expect, test } from "vitest";
import { mentioned } from "./comment.ts";

const team = [
  { id: "1", name: "Asha Patel" },
  { id: "2", name: "Tom O’Neill" },
];

test.each([
  ["Can @asha patel look at this?", [], ["1"]],
  ["Can somebody look?", ["2"], ["2"]],
  ["@Asha Patel and @Tom O’Neill", ["1"], ["1", "2"]],
  ["Asha Patel said so", [], []],
  ["", ["of another team"], []],
])("%s with %j ticked asks for %j", (text, ticked, ids) =>
  expect(mentioned(text, ticked, team)).toEqual(ids),
);
