import { describe, expect, it } from "vitest";
import { examples } from "./examples.ts";
import { formFromFragment, shareFragment } from "./share-link.ts";
import { studyCsv, workingCsv } from "../../modules/playground/study-csv.ts";
import { studyOf } from "./study.ts";
import { emptyForm, formFromWords, formToWords, readForm, type StudyForm } from "./study-form.ts";

function study(data: string, rest: Partial<StudyForm> = {}) {
  return studyOf({ ...emptyForm, data, ...rest });
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const year = (values: readonly (string | number)[]) =>
  values.map((value, i) => `${months[i % 12]}-${24 + Math.floor(i / 12)}\t${value}`).join("\n");
const twoYears = Array.from({ length: 24 }, (_, i) => 50 + ((i * 7) % 11));

describe("a study of a paste", () => {
  it.each(Object.entries(examples))("draws the example %s without a problem", (_key, example) => {
    const { problems, drawn } = studyOf(example.form);
    expect(problems).toEqual([]);
    expect(drawn!.narrative.short).not.toBe("");
    expect(drawn!.opinions.length).toBeGreaterThan(5);
    expect(drawn!.working.length).toBeGreaterThan(3);
    expect([...drawn!.narrative.long, drawn!.narrative.short].join(" ")).not.toMatch(/\d{4}-\d\d-\d\d/);
  });

  it("proposes a chart with its reason, and lets the person choose", () => {
    expect(study(year(twoYears)).drawn).toMatchObject({ asProposed: true, proposal: { chart: "xmr" } });
    expect(study(year(twoYears.slice(0, 9))).drawn!.proposal).toMatchObject({
      chart: "run",
      reason: expect.stringContaining("9 points"),
    });
    expect(study(year(twoYears), { chart: "c" }).drawn).toMatchObject({
      asProposed: false,
      analysis: { chart: "c" },
    });
    const ratio = year(twoYears.map((value) => `${value}\t${value + 30}`));
    expect(study(ratio).drawn).toMatchObject({
      analysis: { chart: expect.stringMatching(/^p/) },
      unit: { suffix: "%" },
    });
    expect(study(ratio, { chart: "c" }).drawn!.notes.join(" ")).toContain(
      "cannot be drawn from these columns",
    );
  });

  it("shows a month without a row as a gap", () => {
    const data = year(twoYears)
      .split("\n")
      .filter((_, i) => i !== 5)
      .join("\n");
    const { drawn } = study(data);
    expect(drawn!.analysis.points).toHaveLength(24);
    expect(drawn!.analysis.points[5]).toMatchObject({ state: "missing", value: null });
    expect(drawn!.notes.join(" ")).toContain("No row for 06/2024");
    expect(study(data, { gaps: "" }).drawn!.analysis.points).toHaveLength(23);
  });

  it("takes phases, a baseline, points to leave out, tests and a target that changes", () => {
    const { drawn, problems } = study(year(twoYears), {
      phases: "1 January 2025, New pathway",
      baseline: "12",
      exclusions: "March 2024: Flood",
      notes: "1 June 2024, Test: checklist\n2024-09-01 Winter plan",
      target: "50; from January 2025: 55",
      improvement: "increase",
    });
    expect(problems).toEqual([]);
    expect(drawn!.analysis.phases.map((phase) => phase.name)).toEqual([null, "New pathway"]);
    expect(drawn!.analysis.points[2]!.excluded).toBe("Flood");
    expect(drawn!.analysis.points.map((point) => point.target)).toEqual([
      ...Array.from({ length: 12 }, () => 50),
      ...Array.from({ length: 12 }, () => 55),
    ]);
    expect(drawn!.annotations).toEqual([
      { at: "2024-06-01", kind: "test", text: "checklist" },
      { at: "2024-09-01", kind: "event", text: "Winter plan" },
    ]);
    expect(drawn!.change).not.toBeNull();
  });

  it("places by number where there are no dates", () => {
    const { drawn, problems } = study(twoYears.join("\n"), {
      exclusions: "3, broken scales",
      phases: "13 After",
    });
    expect(problems).toEqual([]);
    expect(drawn!.analysis.points[2]!.excluded).toBe("broken scales");
    expect(drawn!.analysis.phases[1]).toMatchObject({ from: 12, name: "After" });
  });

  it.each([
    ["one row", "Apr-24\t5", {}, "data", /There is 1 point/],
    ["no number", "Apr-24\t\nMay-24\t", {}, "data", /no column of numbers|no number/],
    [
      "only zero denominators",
      "Apr-24\t1\t0\nMay-24\t2\t0\nJun-24\t3\t0",
      { shape: "ratio" },
      "data",
      /Every denominator is 0/,
    ],
    ["a target in words", year(twoYears), { target: "high" }, "target", /not a target/],
    ["a phase without a date", year(twoYears), { phases: "New pathway" }, "phases", /must begin with a date/],
    [
      "a phase after the end",
      year(twoYears),
      { phases: "1 January 2030, x" },
      "phases",
      /after the last point/,
    ],
    [
      "a point that is not there",
      year(twoYears),
      { exclusions: "1 January 2030, x" },
      "exclusions",
      /no point on/,
    ],
    ["a baseline in words", year(twoYears), { baseline: "all" }, "baseline", /whole number/],
    ["an axis upside down", year(twoYears), { from: "9", to: "1" }, "to", /must be above/],
  ] as const)("says what is wrong and where: %s", (...[, data, rest, field, message]) => {
    const { problems, drawn } = study(data, rest);
    expect(drawn).toBeNull();
    expect(problems[0]).toMatchObject({ field, message: expect.stringMatching(message) });
  });

  it("draws what is strange but possible", () => {
    expect(study(year(twoYears.map(() => 100))).drawn).not.toBeNull();
    expect(
      study(year(twoYears.map((value, i) => (i === 4 ? `3\t0` : `${value}\t90`)))).drawn!.notes.join(" "),
    ).toContain("1 denominator is 0");
    expect(study(year(twoYears.map((value) => -value))).drawn).not.toBeNull();
    expect(
      study(year(twoYears), { chart: "nonsense", rules: "nonsense", multiplier: "-1", shape: "?" }).drawn,
    ).not.toBeNull();
  });

  it("refuses by name what a chart cannot be drawn from", () => {
    const { problems } = study(year(twoYears.map((value, i) => (i === 3 ? 0 : value))), { chart: "t" });
    expect(problems[0]?.message ?? "drawn").not.toMatch(/undefined|NaN/);
  });
});

describe("a link that holds the data", () => {
  it("brings back every field", async () => {
    const { form } = examples["waits"]!;
    const fragment = await shareFragment(form);
    expect(fragment).toMatch(/^z[\w-]+$/);
    expect(fragment.length).toBeLessThan(900);
    expect(await formFromFragment(`#${fragment}`)).toEqual(form);
    expect(formFromWords(formToWords(form))).toEqual(form);
  });

  it.each(["", "#", "#maincontent", "#z!!!", "#zAAAA", "#p", `#z${"A".repeat(5_000)}`])(
    "does not fall over %j",
    async (fragment) => {
      expect(await formFromFragment(fragment)).toSatisfy((form) => form === null || typeof form === "object");
    },
  );
});

describe("a form that was sent", () => {
  it("tells an empty box from a form that was never filled in", () => {
    expect(readForm(undefined).screen).toBe("on");
    expect(readForm(new FormData()).screen).toBe("");
    expect(readForm(new FormData()).rules).toBe("making-data-count");
  });
});

describe("a file for a spreadsheet", () => {
  it("has every point and every line of the working", () => {
    const { drawn } = studyOf(examples["waits"]!.form);
    expect(studyCsv(drawn!).trimEnd().split("\r\n")).toHaveLength(drawn!.analysis.points.length + 1);
    expect(workingCsv(drawn!)).toContain(drawn!.fingerprint);
    const evil = study(year(twoYears), { exclusions: "March 2024, =HYPERLINK(1)" });
    expect(studyCsv(evil.drawn!)).toContain("'=HYPERLINK(1)");
  });
});
