import { describe, expect, test } from "vitest";
import { z } from "zod";
import { defineForm, isoDate, notPatientData } from "./form.ts";

const form = defineForm({
  name: { kind: "text", label: "Name", schema: z.string().min(2, "Enter a name") },
  opened: { kind: "date", label: "Opened on", schema: z.iso.date("Enter a real date") },
  kinds: {
    kind: "choices",
    label: "Kinds",
    options: [],
    schema: z.array(z.string()).min(1, "Choose a kind"),
  },
  note: { kind: "long-text", label: "Note", schema: z.string() },
});

function sent(fields: [string, string][]): FormData {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return data;
}

const whole: [string, string][] = [
  ["name", " Ward 4 "],
  ["opened-day", "1"],
  ["opened-month", "4"],
  ["opened-year", "2026"],
  ["kinds", "a"],
  ["kinds", "b"],
  ["note", "Quiet\nat night"],
  ["_version", "3"],
];

describe("a form", () => {
  test("gives values as its fields say", () => {
    expect(form.read(sent(whole))).toMatchObject({
      ok: true,
      version: 3,
      values: { name: "Ward 4", opened: "2026-04-01", kinds: ["a", "b"], note: "Quiet\nat night" },
    });
  });

  test("keeps every character that was typed when something is wrong", () => {
    const read = form.read(
      sent(whole.map(([name, value]) => [name, name === "opened-month" ? "13" : value])),
    );
    expect(read).toMatchObject({
      ok: false,
      problems: [{ field: "opened", message: "Enter a real date" }],
      typed: { name: " Ward 4 ", opened: ["1", "13", "2026"], kinds: ["a", "b"], note: "Quiet\nat night" },
    });
  });

  test("says every problem at once, in the order of the page", () => {
    const read = form.read(undefined);
    expect(!read.ok && read.problems.map((problem) => problem.field)).toEqual(["name", "opened", "kinds"]);
  });

  test("says with them what the fields do not say alone, and of a wrong field only what it says itself", () => {
    const { name, opened, note } = form.fields;
    const dated = defineForm({ name, opened, note }, ({ name: called, opened: from, note: said }) => [
      ...(said === called ? [{ field: "note", message: "Say more than the name" }] : []),
      ...(from === undefined || from > "2026" ? [{ field: "opened", message: "Too late" }] : []),
    ]);
    const problems = (fields: [string, string][]) => {
      const read = dated.read(sent(fields));
      return read.ok ? [] : read.problems.map(({ message }) => message);
    };
    const [, ...unnamed] = whole;
    expect(problems(whole)).toEqual(["Too late"]);
    expect(
      problems([
        ["name", "Ward"],
        ["note", "Ward"],
      ]),
    ).toEqual(["Enter a real date", "Say more than the name"]);
    expect(problems(unnamed)).toEqual(["Enter a name", "Too late"]);
  });

  test("asks about what looks like an NHS number, and lets it through when somebody says that it is not", () => {
    const withNumber: [string, string][] = [
      ...whole.filter(([name]) => name !== "note"),
      ["note", "Ask 943 476 5919"],
    ];
    const read = form.read(sent(withNumber));
    expect(read).toMatchObject({ ok: false, patientData: true, problems: [{ field: "note" }] });
    expect(form.read(sent([...withNumber, [notPatientData, "yes"]]))).toMatchObject({ ok: true });
  });
});

test.each([
  [["1", "4", "2026"], "2026-04-01"],
  [["29", "2", "2024"], "2024-02-29"],
  [["29", "2", "2025"], "?"],
  [["31", "4", "2026"], "?"],
  [["", "", ""], ""],
  [["1", "", "2026"], "?"],
  [["1", "4", "26"], "?"],
  [["1.5", "4", "2026"], "?"],
  [["one", "April", "2026"], "?"],
])("the three boxes %o are %s", (boxes, iso) => {
  expect(isoDate(boxes)).toBe(iso);
});
