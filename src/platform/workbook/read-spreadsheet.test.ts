import { expect, test } from "vitest";
import { rawWorkbook } from "#tests/setup/raw-workbook.ts";
import { cellText } from "./cell.ts";
import { readSpreadsheet } from "./read-spreadsheet.ts";

test.each([
  ["CSV", new TextEncoder().encode("month;value\n\nApr-26;=1")],
  [
    "a workbook",
    rawWorkbook({
      sheets: [
        {
          name: "One",
          xml: '<row r="1"><c t="inlineStr"><is><t>month</t></is></c><c t="inlineStr"><is><t>value</t></is></c></row><row r="3"><c t="inlineStr"><is><t>Apr-26</t></is></c><c t="inlineStr"><is><t>=1</t></is></c></row>',
        },
      ],
    }),
  ],
])("%s is sheets of cells", async (_, bytes) => {
  const { sheets } = await readSpreadsheet(bytes);
  expect(sheets[0]!.rows.map(({ row, cells }) => [row, ...cells.map(cellText)])).toEqual([
    [1, "month", "value"],
    [3, "Apr-26", "=1"],
  ]);
});

test("limits hold for both", async () => {
  const limits = { rows: 1 };
  const csv = new TextEncoder().encode("a\nb");
  await expect(readSpreadsheet(csv, limits)).rejects.toThrow("The selected file has more than 1 rows");
  const workbook = rawWorkbook({ sheets: [{ name: "One", xml: "<row/><row/>" }] });
  await expect(readSpreadsheet(workbook, limits)).rejects.toThrow("has more than 1 rows");
});
