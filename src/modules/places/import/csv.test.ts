import { expect, test } from "vitest";
import { BrokenCsv, csvCell, parseCsv } from "./csv.ts";

test.each([
  [
    "plain",
    "a,b\nc,d",
    [
      ["a", "b"],
      ["c", "d"],
    ],
  ],
  [
    "windows line ends and one at the end",
    "a,b\r\nc,d\r\n",
    [
      ["a", "b"],
      ["c", "d"],
    ],
  ],
  ["a byte order mark", "\uFEFFa,b", [["a", "b"]]],
  ["quotes, commas and doubled quotes", '"a,1","b ""x"""', [["a,1", 'b "x"']]],
  ["a line end inside quotes", '"a\r\nb",c', [["a\r\nb", "c"]]],
  ["empty cells", ",,\n", [["", "", ""]]],
  ["an empty last cell without a line end", "a,", [["a", ""]]],
  ["empty lines", "a\n\n\nb\n", [["a"], ["b"]]],
  ["nothing", "", []],
])("%s", (_, text, cells) => {
  expect(parseCsv(text).map((record) => record.cells)).toEqual(cells);
});

test("a record knows the line on which it begins", () => {
  expect(parseCsv('a\n"b\nc"\n\nd').map((record) => record.line)).toEqual([1, 2, 5]);
});

test.each([
  ['a,"b', 1],
  ['a\n"b"c,d', 2],
  ['a\nb"c', 2],
])("%j is refused on line %d", (text, line) => {
  expect(() => parseCsv(text)).toThrow(BrokenCsv);
  try {
    parseCsv(text);
  } catch (error) {
    expect((error as BrokenCsv).line).toBe(line);
  }
});

test("a cell cannot become a formula, and comes back as it was", () => {
  expect(csvCell("=1+1")).toBe("'=1+1");
  expect(parseCsv(csvCell('say "a,\nb"'))[0]!.cells).toEqual(['say "a,\nb"']);
});

test("200,000 cells are read in well under a second", () => {
  const text = `${Array.from({ length: 20 }, (_, index) => `"cell ${index}"`).join(",")}\n`.repeat(10_000);
  const began = performance.now();
  expect(parseCsv(text)).toHaveLength(10_000);
  expect(performance.now() - began).toBeLessThan(1_000);
});
