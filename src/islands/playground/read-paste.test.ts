import { describe, expect, it } from "vitest";
import { processorTime } from "#tests/setup/processor-time.ts";
import { mostRows, readPaste } from "./read-paste.ts";

const tabbed = (rows: readonly (readonly string[])[]) => rows.map((row) => row.join("\t")).join("\n");

function dates(...cells: string[]): readonly unknown[] {
  return readPaste(tabbed(cells.map((cell, i) => [cell, String(10 + i)]))).x;
}

describe("dates in every form that is usual here", () => {
  it.each([
    ["2024-04-01", "2024-05-01"],
    ["01/04/2024", "01/05/2024"],
    ["1/4/24", "1/5/24"],
    ["01.04.2024", "01.05.2024"],
    ["01-04-2024", "01-05-2024"],
    ["01/04/2024 00:00", "01/05/2024 00:00"],
    ["2024-04-01T00:00:00", "2024-05-01T00:00:00"],
    ["Mon 01/04/2024", "Wed 01/05/2024"],
    ["Monday, 1 April 2024", "Wednesday, 1 May 2024"],
    ["w/c 01/04/2024", "w/c 01/05/2024"],
    ["1 April 2024", "1 May 2024"],
    ["1st April 2024", "1st May 2024"],
    ["1 Apr 24", "1 May 24"],
    ["01-Apr-24", "01-May-24"],
    ["01-Apr-2024", "01-May-2024"],
    ["April 1, 2024", "May 1, 2024"],
    ["Apr-24", "May-24"],
    ["Apr 24", "May 24"],
    ["Apr '24", "May '24"],
    ["APR-2024", "MAY-2024"],
    ["April 2024", "May 2024"],
    ["2024-04", "2024-05"],
    ["04/2024", "05/2024"],
    ["2024 Apr", "2024 May"],
    ["45383", "45413"],
  ])("%s", (first, second) => {
    expect(dates(first, second)).toEqual(["2024-04-01", "2024-05-01"]);
  });

  it("reads quarters and years of the NHS", () => {
    expect(dates("Q1 2024/25", "Q2 2024/25", "Q4 2024/25")).toEqual([
      "2024-04-01",
      "2024-07-01",
      "2025-01-01",
    ]);
    expect(dates("2024/25 Q1", "2024/25 Q2")).toEqual(["2024-04-01", "2024-07-01"]);
    expect(dates("2022/23", "2023/24", "2024/25")).toEqual(["2022-04-01", "2023-04-01", "2024-04-01"]);
    expect(dates("2022-23", "2023-24")).toEqual(["2022-04-01", "2023-04-01"]);
  });

  it("says so when a day could be a month, and reads American dates only when nothing else is possible", () => {
    expect(readPaste("03/04/2024\t1\n04/04/2024\t2").notes.join(" ")).toContain("day first");
    expect(readPaste("25/04/2024\t1\n03/05/2024\t2").notes.join(" ")).not.toContain("day first");
    const american = readPaste("04/01/2024\t1\n04/15/2024\t2");
    expect(american.x).toEqual(["2024-04-01", "2024-04-15"]);
    expect(american.notes.join(" ")).toContain("American");
  });

  it("names the row of a date that does not exist", () => {
    const { problems } = readPaste("Month\tFalls\n01/04/2024\t1\n31/04/2024\t2\n01/05/2024\t3");
    expect(problems).toEqual([
      { field: "data", message: expect.stringContaining("Row 3: “31/04/2024” is not a date") },
    ]);
  });
});

describe("numbers in every form that Excel gives", () => {
  it.each([
    ["1,234", 1234],
    ["1,234,567.5", 1234567.5],
    ["£1,234.50", 1234.5],
    ["95%", 95],
    ["95.4 %", 95.4],
    ["-3", -3],
    ["−3", -3],
    ["(12)", -12],
    ["+4", 4],
    [".5", 0.5],
    ["1e3", 1000],
    [" 7 ", 7],
    ["0", 0],
  ])("%s", (cell, value) => {
    expect(
      readPaste(
        tabbed([
          ["Apr-24", cell],
          ["May-24", cell],
        ]),
      ).values,
    ).toEqual([value, value]);
  });

  it.each(["", "-", "–", "null", "no data", "*", "<5", "#DIV/0!", "#N/A"])("%j is missing, not 0", (cell) => {
    expect(
      readPaste(
        tabbed([
          ["Apr-24", "1"],
          ["May-24", cell],
          ["Jun-24", "2"],
        ]),
      ).values,
    ).toEqual([1, null, 2]);
  });

  it.each(["n/a", "N/A", "not applicable"])("%s is not applicable, which is not missing", (cell) => {
    expect(
      readPaste(
        tabbed([
          ["Apr-24", "1"],
          ["May-24", cell],
          ["Jun-24", "2"],
        ]),
      ).values,
    ).toEqual([1, "not-applicable", 2]);
  });

  it.each([
    ["twelve", "Row 2: “twelve” is not a number"],
    ["1e308", "Row 2: “1e308” is too large for a chart"],
    ["12,5", "Row 2: “12,5” has a comma where a point may be meant: write 12.5 or 125"],
    ["12 falls", "Row 2: “12 falls” is not a number"],
  ])("%s is a problem with its row", (cell, message) => {
    const { problems } = readPaste(
      tabbed([
        ["Apr-24", "1"],
        ["May-24", cell],
        ["Jun-24", "2"],
        ["Jul-24", "2"],
      ]),
    );
    expect(problems).toEqual([{ field: "data", message }]);
  });

  it("remembers that values are percentages", () => {
    expect(readPaste("Apr-24\t95%\nMay-24\t96%").percent).toBe(true);
  });
});

describe("tables as they come", () => {
  it("takes a header row and the names in it", () => {
    const pasted = readPaste("Month\tFalls\nApr-24\t3\nMay-24\t4");
    expect(pasted.names).toEqual({ x: "Month", value: "Falls", denominator: "" });
    expect(pasted.values).toEqual([3, 4]);
  });

  it("passes over a title above the header", () => {
    expect(readPaste("Ward 7 falls\t\n\t\nMonth\tFalls\nApr-24\t3\nMay-24\t4").names.value).toBe("Falls");
  });

  it("reads one column without dates", () => {
    expect(readPaste("3\n4\n5")).toMatchObject({ values: [3, 4, 5], x: [1, 2, 3], dated: false });
    expect(readPaste("Falls\n3\n4\n\n5")).toMatchObject({ values: [3, 4, null, 5] });
    expect(readPaste("1,234\n2,345\n999")).toMatchObject({ values: [1234, 2345, 999] });
  });

  it("reads a numerator and a denominator", () => {
    const pasted = readPaste("Month\tSent\tDischarges\nApr-24\t178\t212\nMay-24\t171\t198");
    expect(pasted).toMatchObject({ values: [178, 171], denominators: [212, 198] });
    expect(pasted.names.denominator).toBe("Discharges");
  });

  it("does not take a second measure for a denominator", () => {
    const pasted = readPaste("Month\tFalls\tPressure ulcers\nApr-24\t12\t3\nMay-24\t14\t2");
    expect(pasted.denominators).toBeNull();
    expect(pasted.notes.join(" ")).toContain("Not used: “Pressure ulcers”");
  });

  it("takes a column named target as the target", () => {
    expect(readPaste("Month\tPercent\tTarget\nApr-24\t91\t95\nMay-24\t92\t95")).toMatchObject({
      targets: [95, 95],
      denominators: null,
    });
  });

  it("turns a table that runs across", () => {
    const across = tabbed([
      ["Month", "Apr-24", "May-24", "Jun-24", "Jul-24", "Aug-24"],
      ["Falls", "3", "4", "5", "6", "7"],
    ]);
    expect(readPaste(across)).toMatchObject({ values: [3, 4, 5, 6, 7], names: { value: "Falls" } });
  });

  it.each([
    ["a CSV", "Month,Falls\nApr-24,3\nMay-24,4"],
    ["a CSV with quotes", 'Month,"Falls, all"\nApr-24,"3"\nMay-24,"4"'],
    ["semicolons", "Month;Falls\nApr-24;3\nMay-24;4"],
    ["spaces", "Apr-24 3\nMay-24 4"],
    ["wide spaces", "1 April 2024   3\n1 May 2024   4"],
    ["a mail's line ends and mark", "\uFEFFMonth\tFalls\r\nApr-24\t3\r\nMay-24\t4\r\n\r\n"],
    ["an empty first column", "\tApr-24\t3\n\tMay-24\t4"],
  ])("reads %s", (_name, text) => {
    expect(readPaste(text)).toMatchObject({ x: ["2024-04-01", "2024-05-01"], values: [3, 4], problems: [] });
  });

  it("keeps names that are no dates in their order", () => {
    expect(readPaste("Ward 9\t3\nWard 2\t4")).toMatchObject({ x: ["Ward 9", "Ward 2"], dated: false });
  });

  it("refuses what is too long, in a moment", () => {
    const long = "1\n".repeat(100_000);
    const refused = () => expect(readPaste(long).problems[0]!.message).toContain("100,001 rows");
    expect(processorTime(refused)).toBeLessThan(200);
    expect(readPaste("1\n".repeat(mostRows)).problems).toEqual([]);
  });

  it("lists some of many problems and counts the rest", () => {
    const { problems } = readPaste(
      tabbed(Array.from({ length: 60 }, (_, i) => [`${(i % 28) + 1}/04/2024`, i % 3 ? "x" : "1"])),
    );
    expect(problems).toHaveLength(9);
    expect(problems.at(-1)!.message).toMatch(/^There are 32 more problems/);
  });

  it.each(["", "   \n ", "Falls", "Month\tFalls", "\t\t\t", '"', "a,b\nc,d", "🙂\t🙃", "=1+1"])(
    "never throws: %j",
    (text) => {
      expect(readPaste(text).problems.length).toBeGreaterThan(0);
    },
  );
});
