import type { NamedRule, RuleSet, RuleSetId } from "./rule-set.ts";

const outside: NamedRule = {
  id: "outside-limits",
  name: "a point outside the limits",
  rule: { kind: "outside-limits", reach: 3 },
};

function shift(length: number, onCentre: "breaks" | "skipped"): NamedRule {
  return {
    id: "shift",
    name: `${length} points in a row on one side of the centre`,
    rule: { kind: "shift", length, onCentre },
  };
}

function trend(length: number, ties: "break" | "skipped"): NamedRule {
  return {
    id: "trend",
    name: `${length} points in a row all rising or all falling`,
    rule: { kind: "trend", length, ties },
  };
}

function twoInThree(outsideCounts: boolean, others: "same-side" | "anywhere"): NamedRule {
  return {
    id: "two-in-three",
    name: "2 of 3 points in a row near or past the same limit",
    rule: {
      kind: "zone",
      count: 2,
      window: 3,
      reach: 2,
      outsideCounts,
      others,
      shortWindows: false,
      marks: "offenders",
    },
  };
}

const fourInFive: NamedRule = {
  id: "four-in-five",
  name: "4 of 5 points in a row more than one sigma out on the same side",
  rule: {
    kind: "zone",
    count: 4,
    window: 5,
    reach: 1,
    outsideCounts: true,
    others: "anywhere",
    shortWindows: false,
    marks: "offenders",
  },
};

const fifteenNear: NamedRule = {
  id: "hugging",
  name: "15 points in a row within one sigma of the centre",
  rule: { kind: "hugging", length: 15, reach: 1 },
};

function runs(method: "anhoej" | "bestbox" | "cutbox"): NamedRule {
  return {
    id: "unusual-runs",
    name: "runs unusually long or crossings unusually few",
    rule: { kind: "unusual-runs", method },
  };
}

/** What a set is called, its version, where it comes from, and its rules. */
type Entry = readonly [name: string, version: string, source: string, ...rules: NamedRule[]];

function setOf(id: RuleSetId, [name, version, source, ...rules]: Entry): RuleSet {
  return { id, version, name, source, rules };
}

/** Every rule set by its id. Parameters are data: a caller may state a set of its own in the same form. */
export const ruleSets: Readonly<Record<RuleSetId, RuleSet>> = {
  "making-data-count": setOf("making-data-count", [
    "Making Data Count",
    "2019",
    "NHS England, Making Data Count, as NHSRplotthedots 0.2 computes it",
    outside,
    trend(7, "break"),
    twoInThree(false, "same-side"),
    shift(7, "breaks"),
  ]),
  "making-data-count-2023": setOf("making-data-count-2023", [
    "Making Data Count (2023)",
    "2023-11",
    "NHS England, Making Data Count, November 2023: points beyond the limits count in two of three",
    outside,
    trend(7, "break"),
    twoInThree(true, "same-side"),
    shift(7, "breaks"),
  ]),
  provost: setOf("provost", [
    "Provost and Murray’s five rules",
    "2011",
    "Provost and Murray, The Health Care Data Guide (2011), chapter 4",
    outside,
    shift(8, "skipped"),
    trend(6, "skipped"),
    twoInThree(true, "anywhere"),
    fifteenNear,
  ]),
  anhoej: setOf("anhoej", [
    "Anhøj",
    "2014",
    "Anhøj and Olesen, PLoS ONE 9(11): e113825 (2014)",
    outside,
    runs("anhoej"),
  ]),
  "anhoej-bestbox": setOf("anhoej-bestbox", [
    "Anhøj, best box",
    "2020",
    "Anhøj and Wentzel-Larsen, PLoS ONE 15(6): e0233920 (2020)",
    outside,
    runs("bestbox"),
  ]),
  "anhoej-cutbox": setOf("anhoej-cutbox", [
    "Anhøj, cut box",
    "2020",
    "Anhøj and Wentzel-Larsen, PLoS ONE 15(6): e0233920 (2020)",
    outside,
    runs("cutbox"),
  ]),
  "western-electric": setOf("western-electric", [
    "Western Electric",
    "1956",
    "Western Electric, Statistical Quality Control Handbook (1956)",
    outside,
    twoInThree(true, "anywhere"),
    fourInFive,
    shift(8, "breaks"),
  ]),
  nelson: setOf("nelson", [
    "Nelson’s eight tests",
    "1984",
    "Nelson, Journal of Quality Technology 16(4): 237–239 (1984)",
    outside,
    shift(9, "breaks"),
    trend(6, "break"),
    {
      id: "alternating",
      name: "14 points in a row up and down by turns",
      rule: { kind: "alternating", length: 14 },
    },
    twoInThree(true, "anywhere"),
    fourInFive,
    fifteenNear,
    {
      id: "avoiding",
      name: "8 points in a row more than one sigma out, on both sides",
      rule: { kind: "avoiding", length: 8, reach: 1 },
    },
  ]),
  "ihi-run-chart": setOf("ihi-run-chart", [
    "IHI run chart rules",
    "2011",
    "Perla, Provost and Murray, BMJ Quality & Safety 20: 46–51 (2011)",
    shift(6, "skipped"),
    trend(5, "skipped"),
    {
      id: "number-of-runs",
      name: "too many or too few runs about the median",
      rule: { kind: "number-of-runs" },
    },
  ]),
};
