import fc from "fast-check";
import { expect, test } from "vitest";
import { parseCsv } from "./csv.ts";
import { csvCell, withFormulaSigns, withoutFormula, writeCsv } from "./write-csv.ts";

test.each([
  ["=1+1", "'=1+1"],
  ["+44 20 7946 0000", "'+44 20 7946 0000"],
  ["-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["\t=1", "'\t=1"],
  ["\tplain", "'\tplain"],
  ["\r=1", "'\r'=1"],
  ["\n=1", "'\n'=1"],
  [" =1", "' =1"],
  ["\u00A0=1", "'\u00A0=1"],
  ["\u200B=1", "'\u200B=1"],
  ["\uFEFF=1", "'\uFEFF=1"],
  ["＝1+1", "'＝1+1"],
  ["＋1", "'＋1"],
  ["－1", "'－1"],
  ["＠A1", "'＠A1"],
  ["fine\n=1+1", "fine\n'=1+1"],
  ["fine\r\n=1+1\r\n-x", "fine\r\n'=1+1\r\n'-x"],
  ["'=1", "''=1"],
  ["-5", "-5"],
  ["-5.25%", "-5.25%"],
  ["-1e-7", "-1e-7"],
  ["-5+cmd", "'-5+cmd"],
  ["–5", "–5"],
  ["it's", "it's"],
])("%j is written as %j", (text, written) => {
  expect(withoutFormula(text)).toBe(written);
  expect(withFormulaSigns(written)).toBe(text);
});

test("whatever is written comes back, and no line of it begins a formula", () => {
  const piece = fc.constantFrom(
    "=",
    "+",
    "-",
    "@",
    "'",
    "\t",
    "\r",
    "\n",
    " ",
    "\u00A0",
    '"',
    ",",
    ";",
    "a",
    "1",
    "＝",
  );
  const cell = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(""));
  fc.assert(
    fc.property(fc.array(cell, { minLength: 2, maxLength: 4 }), (cells) => {
      const [record] = parseCsv(writeCsv([cells]));
      expect(record!.cells.map(withFormulaSigns)).toEqual(cells);
      const lines = record!.cells
        .filter((text) => !/^-\d+$/.test(text))
        .flatMap((text) => text.split(/[\r\n]/));
      expect(lines.filter((line) => /^[\s\u00A0]*[=+\-@＝]/.test(line))).toEqual([]);
    }),
    { numRuns: 2_000 },
  );
});

test.each([
  [-3, "-3"],
  [1e21, "1e+21"],
  [Number.NaN, ""],
  [null, ""],
  [undefined, ""],
  [true, "TRUE"],
  ['say "a"', '"say ""a"""'],
  ["a;b", '"a;b"'],
])("%j is the cell %s", (value, written) => {
  expect(csvCell(value)).toBe(written);
});

test("a file has Excel's mark and line ends", () => {
  expect(
    writeCsv([
      ["a", 1],
      ["b", null],
    ]),
  ).toBe("\uFEFFa,1\r\nb,\r\n");
});
