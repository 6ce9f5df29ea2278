import { expect, test } from "vitest";
import { lyingType } from "./lying-type.ts";

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

test.each([
  ["a workbook", "tests.xlsx", "PK\u0003\u0004\u0000", undefined],
  ["a workbook with another name", "tests.csv", "PK\u0003\u0004\u0000", undefined],
  ["text", "tests.csv", "What is tried\r\nCaf\u00e9\t1\n", undefined],
  ["text in UTF-16", "tests.txt", "\u00ff\u00feW\u0000h\u0000", undefined],
  ["nothing", "tests.csv", "", undefined],
  ["text that is called a workbook", "tests.xlsx", "What is tried\nA leaf", "no workbook"],
  ["a picture that is called a workbook", "tests.xlsx", "\u0089PNG\r\n\u001a\n\u0000", "no workbook"],
  ["a picture that is called a list", "tests.csv", "\u0089PNG\r\n\u001a\n\u0000", "neither"],
])("%s: %s", (_, name, content, problem) => {
  if (problem === undefined) expect(lyingType(name, bytes(content))).toBeUndefined();
  else expect(lyingType(name, bytes(content))).toContain(problem);
});
