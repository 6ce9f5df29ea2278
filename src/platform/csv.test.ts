import { expect, test } from "vitest";
import { processorTime } from "#tests/setup/processor-time.ts";
import { BrokenCsv, parseCsv, readCsv } from "./csv.ts";
import { UnreadableFile } from "./unreadable-file.ts";

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

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, order: "le" | "be") => {
  const bytes = Buffer.from(text, "utf16le");
  return new Uint8Array(order === "le" ? bytes : bytes.swap16());
};

test.each([
  ["UTF-8", utf8("a;b\né;€"), "utf-8"],
  ["UTF-8 with its mark", utf8("\uFEFFa;b\né;€"), "utf-8"],
  ["UTF-16 with its mark", utf16("\uFEFFa;b\né;€", "le"), "utf-16le"],
  ["UTF-16 the other way round", utf16("\uFEFFa;b\né;€", "be"), "utf-16be"],
  ["UTF-16 without a mark", utf16("a;b\né;€", "le"), "utf-16le"],
  ["Windows-1252", new Uint8Array([0x61, 0x3b, 0x62, 0x0a, 0xe9, 0x3b, 0x80]), "windows-1252"],
])("%s is read as what it is", (_, bytes, encoding) => {
  const file = readCsv(bytes);
  expect(file.encoding).toBe(encoding);
  expect(file.records.map((record) => record.cells)).toEqual([
    ["a", "b"],
    ["é", "€"],
  ]);
});

test.each([
  ["a,b;c\n1,2", ","],
  ["name;value\nx;1,5\ny;2,75", ";"],
  ["a\tb,c\n1\t2,3,4", "\t"],
  ['"one, two";b\n1;2', ";"],
  ["sep=;\na;b", ";"],
  ["one column\nonly", ","],
])("%j is separated by %j", (text, delimiter) => {
  expect(readCsv(utf8(text)).delimiter).toBe(delimiter);
});

test("Excel's line that names the separator is no row", () => {
  expect(readCsv(utf8("sep=;\r\na;b\r\n")).records).toEqual([{ line: 2, cells: ["a", "b"] }]);
});

test("an inch mark in cells that were copied from a spreadsheet is a letter", () => {
  const [record] = parseCsv('5" nail\t"a\tb"\t"x" y', "\t");
  expect(record!.cells).toEqual(['5" nail', "a\tb", '"x" y']);
});

test.each([
  ["nothing", new Uint8Array(), "The selected file is empty"],
  ["blank lines", utf8(" \n\n"), "The selected file is empty"],
  ["a workbook", utf8("PK\u0003\u0004\u0000"), "not a text file"],
  ["a picture", new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0x1f, 0x8b, 0x01, 0x90]), "not a text file"],
  [
    "an open quotation",
    utf8('a,b\n"c,d'),
    "Line 2: a quotation mark is opened here and not closed before the next comma",
  ],
  ["too many rows", utf8("a\n".repeat(11)), "The selected file has more than 10 rows"],
  [
    "too many columns",
    utf8(`a\n${",".repeat(32_767)}`),
    "Line 2 has 32,768 columns, and a file may have 1,000",
  ],
  ["a cell too long", utf8(`a\n${"x".repeat(40_000)}`), "Line 2 has a cell of more than 32,767 characters"],
])("%s is refused in one sentence", (_, bytes, sentence) => {
  expect(() => readCsv(bytes, { rows: 10 })).toThrow(UnreadableFile);
  expect(() => readCsv(bytes, { rows: 10 })).toThrow(sentence);
});

test("200,000 cells are read in well under a second", () => {
  const text = `${Array.from({ length: 20 }, (_, index) => `"cell ${index}"`).join(",")}\n`.repeat(10_000);
  expect(processorTime(() => expect(parseCsv(text)).toHaveLength(10_000))).toBeLessThan(1_000);
});
