import type { Reading } from "@throughline/spc";

/** What one cell holds: a number, nothing, "not applicable", or something that has to be put right. */
export type NumberCell =
  | { readonly kind: "number"; readonly value: number; readonly percent: boolean }
  | { readonly kind: "missing"; readonly because: "blank" | "dash" | "suppressed" | "excel-error" }
  | { readonly kind: "not-applicable" }
  | { readonly kind: "wrong"; readonly because: string };

const notApplicable = new Set(["n/a", "na", "not applicable", "n.a.", "n.a"]);
const dashes = new Set([
  "-",
  "–",
  "—",
  "..",
  ".",
  "null",
  "none",
  "no data",
  "missing",
  "nan",
  "not available",
]);
const excelErrors = /^#(n\/a|div\/0!|value!|ref!|name\?|num!|null!)$/i;
const plain = /^(?:\d+(?:\.\d*)?|\.\d+|\d{1,3}(?:,\d{3})+(?:\.\d*)?)$/;
const scientific = /^\d+(?:\.\d+)?e[+-]?\d+$/i;

/** Larger numbers than these are a slip of the keyboard, and arithmetic on them is no longer exact. */
const largest = 1e12;

export function readNumber(cell: string): NumberCell {
  const text = cell.replaceAll(/[\s ]+/g, " ").trim();
  const word = text.toLowerCase();
  if (text === "") return { kind: "missing", because: "blank" };
  if (excelErrors.test(text))
    return word === "#n/a"
      ? { kind: "missing", because: "blank" }
      : { kind: "missing", because: "excel-error" };
  if (notApplicable.has(word)) return { kind: "not-applicable" };
  if (dashes.has(word)) return { kind: "missing", because: "dash" };
  if (/^(\*+|c|<\s*\d+)$/i.test(text)) return { kind: "missing", because: "suppressed" };
  return readDigits(text);
}

function readDigits(text: string): NumberCell {
  const percent = text.endsWith("%");
  const brackets = /^\((.*)\)$/.exec(text);
  const bare = (brackets?.[1] ?? text)
    .replace(/%$/, "")
    .replaceAll(/[£$€\s]/g, "")
    .replace(/^[−–]/, "-");
  const negative = brackets !== null || bare.startsWith("-");
  const digits = bare.replace(/^[-+]/, "");
  if (!plain.test(digits) && !scientific.test(digits))
    return { kind: "wrong", because: complaint(text, digits) };
  const size = Number(digits.replaceAll(",", ""));
  if (!(size <= largest)) return { kind: "wrong", because: `“${shortened(text)}” is too large for a chart` };
  return { kind: "number", value: negative ? -size : size, percent };
}

function complaint(text: string, digits: string): string {
  const comma = /^(\d+),(\d{1,2})$/.exec(digits);
  if (comma)
    return `“${shortened(text)}” has a comma where a point may be meant: write ${comma[1]}.${comma[2]} or ${comma[1]}${comma[2]}`;
  return `“${shortened(text)}” is not a number`;
}

export function shortened(text: string): string {
  return text.length > 24 ? `${text.slice(0, 23)}…` : text;
}

export function readingOf(cell: NumberCell): Reading {
  if (cell.kind === "number") return cell.value;
  return cell.kind === "not-applicable" ? "not-applicable" : null;
}
