import { expect, test } from "vitest";
import { shortNames } from "./short-names.ts";

const short = (...names: string[]) => [...shortNames(names.map((name) => ({ code: name, name }))).values()];

test.each([
  [
    ["Kelmar Lakes Health Network", "Eskel Health Network"],
    ["Kelmar Lakes", "Eskel"],
  ],
  [
    ["Lowmarsh Network: cancer", "Highmarsh Network: cancer"],
    ["Lowmarsh", "Highmarsh"],
  ],
  [
    ["North", "South"],
    ["North", "South"],
  ],
  [
    ["Network", "Other Network"],
    ["Network", "Other Network"],
  ],
  [["Only Network"], ["Only Network"]],
  [[], []],
])("%j are %j for short", (names, expected) => {
  expect(short(...names)).toEqual(expected);
});
