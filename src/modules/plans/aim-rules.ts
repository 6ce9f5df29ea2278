import type { Aim } from "./plan.ts";

/** What a sentence says of an aim, and what it does not say yet. */
export type AimRead = { aim: Aim; missing: AimPart[] };
export type AimPart = "what" | "howMuch" | "byWhen" | "forWhom";

/** Of the projects that ended: how many there are, and how many met an aim that had a number. */
export type AimsMet = { ended: number; met: number };

/** Asked one by one, each with an example; nothing waits for the answer. */
export const aimQuestions: Record<AimPart, { name: string; missing: string }> = {
  what: { name: "What", missing: "Say what should become better, such as “falls at night”." },
  howMuch: {
    name: "How much",
    missing: "Say how much, from where to where, such as “from 15% to 50%” or “from 12 to 6 a month”.",
  },
  byWhen: { name: "By when", missing: "Say by when, such as “by the end of March 2027”." },
  forWhom: { name: "For whom", missing: "Say for whom, such as “for people over 65 on Heron Ward”." },
};

const words = [
  "zero",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
];
const number = `(?:\\d[\\d,]*(?:\\.\\d+)?|${words.join("|")}|none)`;
const percent = "\\s?(?:%|per ?cent)";
const bound =
  "(?:at least|at most|fewer than|less than|more than|below|under|above|over|no more than|about|around)";
/** What a number counts ends where another part of the sentence begins. */
const boundary = "(?:by|for|in|on|at|within|before|from|to|and|among|until)\\b";
const unitEnd = `(?=\\s+${boundary}|[,.;]|$)`;
const unit = `(?:${percent}|\\s+(?!${boundary})(?:[a-z][\\w'’/-]*)(?:\\s+(?:a|an|per|each|every|[a-z][\\w'’/-]*)){0,4}?${unitEnd})?`;

const fromTo = new RegExp(
  `\\bfrom\\s+${bound}?\\s*(${number})(${unit})\\s+(?:down |up )?to\\s+${bound}?\\s*(${number})(${unit})`,
  "i",
);
const onlyTo = new RegExp(`\\bto\\s+${bound}?\\s*(${number})(${unit})`, "i");

const monthNames = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];
const month = monthNames.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)})?`).join("|");

/** Reads an aim out of a sentence by fixed rules. What it cannot read stays in what is to be improved. */
export function readAim(sentence: string, today: string): AimRead {
  const text = sentence.replaceAll(/\s+/g, " ").trim();
  const amount = amountIn(text);
  const when = dateIn(amount.rest, today);
  const whom = whomIn(when.rest);
  const what = tidy(whom.rest);
  const aim: Aim = {
    text,
    what,
    from: amount.from,
    to: amount.to,
    unit: amount.unit,
    by: when.by,
    forWhom: whom.forWhom,
  };
  return { aim, missing: missingIn(aim) };
}

/** What would make it an aim that one can tell was met. */
export function missingIn(aim: Aim): AimPart[] {
  const missing: AimPart[] = [];
  if (aim.what === "" && aim.text === "") missing.push("what");
  if (aim.to === null || aim.from === null) missing.push("howMuch");
  if (aim.by === null) missing.push("byWhen");
  if (aim.forWhom === "") missing.push("forWhom");
  return missing;
}

type Amount = { from: number | null; to: number | null; unit: string; rest: string };

function amountIn(text: string): Amount {
  const both = fromTo.exec(text);
  if (both) {
    const [all, from, fromUnit, to, toUnit] = both;
    return {
      from: numberOf(from!),
      to: numberOf(to!),
      unit: unitOf(toUnit || fromUnit),
      rest: text.replace(all, " "),
    };
  }
  const one = onlyTo.exec(text);
  if (!one) return { from: null, to: null, unit: "", rest: text };
  return { from: null, to: numberOf(one[1]!), unit: unitOf(one[2]), rest: text.replace(one[0], " ") };
}

function numberOf(text: string): number {
  const word = words.indexOf(text.toLowerCase());
  if (text.toLowerCase() === "none") return 0;
  return word >= 0 ? word : Number(text.replaceAll(",", ""));
}

function unitOf(text: string | undefined): string {
  const unit = (text ?? "").trim();
  return /^(%|per ?cent)$/i.test(unit) ? "%" : unit;
}

type When = { by: string | null; rest: string };

const dates: readonly [RegExp, (found: RegExpExecArray, today: string) => string | null][] = [
  [
    new RegExp(
      `\\b(?:by|before|until)\\s+(?:the\\s+)?(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?(${month})\\.?(?:\\s+(\\d{4}))?`,
      "i",
    ),
    ([, day, name, year], today) => dayOf(Number(day), monthOf(name!), year, today),
  ],
  [
    /\b(?:by|before|until)\s+(\d{1,2})[/.](\d{1,2})[/.](\d{4})/i,
    ([, day, monthNumber, year], today) => dayOf(Number(day), Number(monthNumber), year, today),
  ],
  [
    /\b(?:by|before|until)\s+(\d{4})-(\d{2})-(\d{2})/i,
    ([, y, m, d], today) => dayOf(Number(d), Number(m), y, today),
  ],
  [
    new RegExp(`\\b(?:by|before|until)\\s+(?:the\\s+end\\s+of\\s+)?(${month})\\.?(?:\\s+(\\d{4}))?`, "i"),
    ([, name, year], today) => dayOf(31, monthOf(name!), year, today),
  ],
  [/\b(?:by|before)\s+christmas(?:\s+(\d{4}))?/i, ([, year], today) => dayOf(25, 12, year, today)],
  [
    /\b(?:by|before)\s+(?:the\s+end\s+of\s+)?(spring|summer|autumn|winter)(?:\s+(\d{4}))?/i,
    ([, season, year], today) =>
      dayOf(31, { spring: 5, summer: 8, autumn: 11, winter: 2 }[season!.toLowerCase()]!, year, today),
  ],
  [/\b(?:by|before)\s+the\s+end\s+of\s+(?:the|this)\s+year/i, (_, today) => `${today.slice(0, 4)}-12-31`],
  [/\b(?:by|before)\s+(?:the\s+end\s+of\s+)?(20\d{2})\b/i, ([, year]) => `${year}-12-31`],
  [
    new RegExp(
      `\\b(?:within|in|over)\\s+(?:the\\s+next\\s+)?(${number}|a)\\s+(day|week|month|year)s?\\b`,
      "i",
    ),
    ([, count, step], today) =>
      later(today, count!.toLowerCase() === "a" ? 1 : numberOf(count!), step!.toLowerCase()),
  ],
  [
    /\b(?:within|in|over)\s+the\s+next\s+(week|month|year)\b/i,
    ([, step], today) => later(today, 1, step!.toLowerCase()),
  ],
];

function dateIn(text: string, today: string): When {
  for (const [pattern, dated] of dates) {
    const found = pattern.exec(text);
    const by = found && dated(found, today);
    if (found && by) return { by, rest: text.replace(found[0], " ") };
  }
  return { by: null, rest: text };
}

function monthOf(name: string): number {
  return monthNames.findIndex((one) => one.startsWith(name.slice(0, 3).toLowerCase())) + 1;
}

/** Without a year it is the next one there is; a day that its month has not is the month's last. */
function dayOf(day: number, monthNumber: number, year: string | undefined, today: string): string | null {
  if (monthNumber < 1 || monthNumber > 12 || day < 1 || day > 31) return null;
  const inYear = (y: number): string => {
    const last = new Date(Date.UTC(y, monthNumber, 0)).getUTCDate();
    return `${y}-${String(monthNumber).padStart(2, "0")}-${String(Math.min(day, last)).padStart(2, "0")}`;
  };
  if (year) return inYear(Number(year));
  const thisYear = inYear(Number(today.slice(0, 4)));
  return thisYear >= today ? thisYear : inYear(Number(today.slice(0, 4)) + 1);
}

function later(today: string, count: number, step: string): string | null {
  if (count < 1 || count > 500) return null;
  const date = new Date(`${today}T00:00:00Z`);
  if (step === "day") date.setUTCDate(date.getUTCDate() + count);
  else if (step === "week") date.setUTCDate(date.getUTCDate() + 7 * count);
  else {
    const day = date.getUTCDate();
    date.setUTCDate(1);
    date.setUTCMonth(date.getUTCMonth() + (step === "month" ? count : 12 * count));
    const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
    date.setUTCDate(Math.min(day, last));
  }
  return date.toISOString().slice(0, 10);
}

/** The last of several: "the wait for a test, for people over 65". What is waited for is nobody. */
const whom =
  /(?<!\b(?:waits?|waiting|times?|looking|need|needs)\s)\b(?:for|among|amongst)\s+((?!\d|example\b|instance\b)(?:(?!\b(?:for|among|amongst)\b)[^,.;])+?)(?=\s+(?:by|from|to|within|until)\s|[,.;]|\s*$)/i;

function whomIn(text: string): { forWhom: string; rest: string } {
  const found = whom.exec(text);
  return found
    ? { forWhom: found[1]!.trim(), rest: text.replace(found[0], " ") }
    : { forWhom: "", rest: text };
}

/** Without how one says that one wants it, and without what was left over where something was taken out. */
function tidy(text: string): string {
  return text
    .replaceAll(/\s+/g, " ")
    .replaceAll(/\s+([,.;])/g, "$1")
    .replace(
      /^(?:we|i)(?:\s+(?:want|would like|aim|plan|hope|need|are going|intend))?\s+to\s+(?:have\s+)?/i,
      "",
    )
    .replace(/^(?:we|i)\s+want\s+/i, "")
    .replaceAll(/^[\s,.;]+|[\s,.;]+$/g, "")
    .trim();
}

/** The aim in one line, such as a list or a poster shows it. */
export function howMuch({ from, to, unit }: Pick<Aim, "from" | "to" | "unit">): string {
  if (to === null) return "";
  const said = (value: number): string => `${value.toLocaleString("en-GB")}${unit === "%" ? "%" : ""}`;
  const after = unit === "%" || unit === "" ? "" : ` ${unit}`;
  return from === null ? `to ${said(to)}${after}` : `from ${said(from)} to ${said(to)}${after}`;
}
