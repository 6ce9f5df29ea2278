import { expect, test } from "vitest";
import { odsLine } from "#tests/ods-line.ts";
import { readFile } from "./read-file.ts";

test("a line of epraccur is a GP practice below its commissioner", () => {
  expect(readFile(odsLine({}))).toEqual({
    format: "ods",
    leftOut: 0,
    problems: [],
    rows: [
      {
        line: 1,
        code: "A81001",
        name: "THE ELMS",
        kind: "gp-practice",
        parentCode: "00K",
        address: "1 High Street",
        town: "Tallowgate",
        postcode: "QX1 2AB",
        contactPhone: "01632 960101",
        openedOn: "1974-04-01",
        closedOn: undefined,
      },
    ],
  });
});

test.each([
  ["GP PRACTICE", "gp-practice"],
  ["8|4", "gp-practice"],
  ["14", "care-home"],
])("prescribing setting %s is a %s", (setting, kind) => {
  expect(readFile(odsLine({ 25: setting })).rows[0]!.kind).toBe(kind);
});

test("a prescribing centre in a prison is left out and counted", () => {
  expect(readFile(odsLine({ 25: "25" }))).toMatchObject({ rows: [], leftOut: 1, problems: [] });
});

test.each([
  [{ 10: "19740231" }, "The open date 19740231 is not a date"],
  [{ 11: "soon" }, "The close date soon is not a date"],
  [{ 12: "C" }, "The status says closed, and there is no close date"],
])("%j is a problem on its line", (given, message) => {
  expect(readFile(`${odsLine({})}\n${odsLine({ 0: "A81002", ...given })}`).problems).toEqual([
    { line: 2, message },
  ]);
});

test("a line of too few columns is a problem", () => {
  expect(readFile("A81001,THE ELMS").problems[0]!.message).toContain("There are 2 columns here");
});

test("our own file has headings in any order, and what it does not have stays as it is", () => {
  const [row] = readFile("name,code,parent_code,kind,area_codes\nElms,a1,s1,GP-Practice,n1 n2").rows;
  expect(row).toMatchObject({
    line: 2,
    code: "A1",
    name: "Elms",
    parentCode: "S1",
    kind: "gp-practice",
    areaCodes: ["N1", "N2"],
  });
  expect(row).not.toHaveProperty("town");
});

test.each([
  ["code,name,kind", "The column parent_code is missing"],
  ["code,name,kind,parent_code,nmae", "There is no column called nmae"],
  ["code,name,kind,parent_code,code", "The column code is there twice"],
  ["code,name,kind,parent_code\nA1,Elms", "There are 2 columns here and 4 headings"],
  [
    "code,name,kind,parent_code,opened_on\nA1,Elms,gp-practice,S1,1/4/2016",
    "1/4/2016 under opened_on is not a date like 2015-04-01",
  ],
  ['code,name\n"A1', "A quotation mark is opened here and not closed before the next comma"],
])("%j is refused", (text, message) => {
  expect(readFile(text).problems.map((problem) => problem.message)).toContain(message);
});

test("too many lines are refused as a whole", () => {
  const file = readFile(`${odsLine({})}\n`.repeat(20_001));
  expect(file).toMatchObject({ rows: [], problems: [{ line: 0 }] });
});
