import { expect, test } from "vitest";
import type { Asked } from "#ui/figures/read-figures.ts";
import { planPaste } from "./plan-paste.ts";

const falls: Asked = { form: "count", frequency: "month", unit: "falls", today: "2026-11-24" };
const daily: Asked = { ...falls, frequency: "day" };

test("one value is left to the box", () => {
  expect(planPaste("4", falls)).toEqual({ kind: "plain" });
  expect(planPaste("4\n", falls)).toEqual({ kind: "plain" });
});

test("numbers without dates fill the boxes from here on", () => {
  expect(planPaste("4\n5\nn/a", falls)).toEqual({ kind: "fill", rows: [["4"], ["5"], ["n/a"]] });
  expect(planPaste("18\t20\n19\t22", { ...falls, form: "proportion" })).toEqual({
    kind: "fill",
    rows: [
      ["18", "20"],
      ["19", "22"],
    ],
  });
});

test("rows go to the periods that they name, and what is wrong in a number goes along to be put right", () => {
  expect(planPaste("Apr-26\t1,204\nMay-26\tfive\nJun-26\t–", falls)).toMatchObject({
    kind: "put",
    rows: [
      { period: "2026-04-01", first: "1204" },
      { period: "2026-05-01", first: "five" },
      { period: "2026-06-01", first: "missing" },
    ],
    left: [],
  });
});

test("rows without a place are named and left out", () => {
  expect(planPaste("Apr-26\t4\nsome day\t5\nApr-26\t6\nApr-27\t7\nJun-26\t8", falls)).toMatchObject({
    kind: "put",
    rows: [{ period: "2026-04-01" }, { period: "2026-06-01" }],
    left: [
      { row: 2, message: expect.stringContaining("is not a date") as string },
      { row: 3, message: expect.stringContaining("there twice") as string },
      { row: 4, message: expect.stringContaining("has not begun") as string },
    ],
  });
});

test("a date that could be two is asked about first, and then put", () => {
  expect(planPaste("03/04/2026\t4\n05/06/2026\t5", daily)).toMatchObject({
    kind: "ask",
    question: { cell: "03/04/2026" },
  });
  expect(planPaste("03/04/2026\t4\n05/06/2026\t5", daily, { order: "month-first" })).toMatchObject({
    kind: "put",
    rows: [{ period: "2026-03-04" }, { period: "2026-05-06" }],
  });
});

test("too much for a sheet is refused with what to do instead", () => {
  const text = Array.from({ length: 700 }, (_, at) => {
    const day = new Date(Date.UTC(2024, 0, 1 + at)).toISOString().slice(0, 10);
    return `${day}\t${at}`;
  }).join("\n");
  expect(planPaste(text, daily)).toMatchObject({
    kind: "refused",
    message: expect.stringContaining("upload the file instead") as string,
  });
});
