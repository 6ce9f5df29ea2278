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

const MDC_2019: RuleSet = {
  id: "making-data-count",
  version: "2019",
  name: "Making Data Count",
  source: "NHS England, Making Data Count, as NHSRplotthedots 0.2 computes it",
  rules: [outside, trend(7, "break"), twoInThree(false, "same-side"), shift(7, "breaks")],
};

/** Every rule set by its id. Parameters are data: a caller may state a set of its own in the same form. */
export const ruleSets: Readonly<Record<RuleSetId, RuleSet>> = {
  "making-data-count": MDC_2019,
  "making-data-count-2023": {
    ...MDC_2019,
    id: "making-data-count-2023",
    version: "2023-11",
    name: "Making Data Count (2023)",
    source: "NHS England, Making Data Count, November 2023: points beyond the limits count in two of three",
    rules: [outside, trend(7, "break"), twoInThree(true, "same-side"), shift(7, "breaks")],
  },
  provost: {
    id: "provost",
    version: "2011",
    name: "Provost and Murray’s five rules",
    source: "Provost and Murray, The Health Care Data Guide (2011), chapter 4",
    rules: [outside, shift(8, "skipped"), trend(6, "skipped"), twoInThree(true, "anywhere"), fifteenNear],
  },
  anhoej: {
    id: "anhoej",
    version: "2014",
    name: "Anhøj",
    source: "Anhøj and Olesen, PLoS ONE 9(11): e113825 (2014)",
    rules: [outside, runs("anhoej")],
  },
  "anhoej-bestbox": {
    id: "anhoej-bestbox",
    version: "2020",
    name: "Anhøj, best box",
    source: "Anhøj and Wentzel-Larsen, PLoS ONE 15(6): e0233920 (2020)",
    rules: [outside, runs("bestbox")],
  },
  "anhoej-cutbox": {
    id: "anhoej-cutbox",
    version: "2020",
    name: "Anhøj, cut box",
    source: "Anhøj and Wentzel-Larsen, PLoS ONE 15(6): e0233920 (2020)",
    rules: [outside, runs("cutbox")],
  },
  "western-electric": {
    id: "western-electric",
    version: "1956",
    name: "Western Electric",
    source: "Western Electric, Statistical Quality Control Handbook (1956)",
    rules: [outside, twoInThree(true, "anywhere"), fourInFive, shift(8, "breaks")],
  },
  nelson: {
    id: "nelson",
    version: "1984",
    name: "Nelson’s eight tests",
    source: "Nelson, Journal of Quality Technology 16(4): 237–239 (1984)",
    rules: [
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
    ],
  },
  "ihi-run-chart": {
    id: "ihi-run-chart",
    version: "2011",
    name: "IHI run chart rules",
    source: "Perla, Provost and Murray, BMJ Quality & Safety 20: 46–51 (2011)",
    rules: [
      shift(6, "skipped"),
      trend(5, "skipped"),
      {
        id: "number-of-runs",
        name: "too many or too few runs about the median",
        rule: { kind: "number-of-runs" },
      },
    ],
  },
};
