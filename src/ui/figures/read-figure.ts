import { asksTwo, figureProblem, type Form } from "./figure-problem.ts";
import { readNumber } from "./read-number.ts";

/** A number; the knowledge that there is none; or nothing to measure. */
export type ReadFigure =
  | { state: "number"; value: number; numerator: null; denominator: null }
  | { state: "number"; value: null; numerator: number; denominator: number }
  | { state: "missing" | "not-applicable"; value: null; numerator: null; denominator: null };

export type FigureFault = { cell: "first" | "second"; message: string };

type Asked = { form: Form; unit: string };
type Typed = { first: string; second: string };

/** What the cells of one figure say. Null when they say nothing, which is not the same as missing. */
export function readFigure(asked: Asked, typed: Typed): ReadFigure | FigureFault | null {
  return asksTwo(asked.form) ? readPair(asked, typed) : readOne(asked, typed.first);
}

/** How a figure stands in its cells, so that it is read as it was. */
export function cellsOf(figure: ReadFigure): Typed {
  if (figure.state === "missing") return { first: "missing", second: "" };
  if (figure.state === "not-applicable") return { first: "n/a", second: "" };
  return figure.value === null
    ? { first: String(figure.numerator), second: String(figure.denominator) }
    : { first: String(figure.value), second: "" };
}

function readOne(asked: Asked, text: string): ReadFigure | FigureFault | null {
  const read = readCell(text, asked.unit);
  if (read.kind === "blank") return null;
  if (read.kind === "wrong") return { cell: "first", message: read.message };
  if (read.kind !== "number") return without(read.kind);
  const figure: ReadFigure = { state: "number", value: read.value, numerator: null, denominator: null };
  const message = figureProblem(asked.form, figure);
  return message ? { cell: "first", message } : figure;
}

function readPair(asked: Asked, typed: Typed): ReadFigure | FigureFault | null {
  const [first, second] = [readCell(typed.first, ""), readCell(typed.second, "")];
  if (first.kind === "wrong") return { cell: "first", message: first.message };
  if (second.kind === "wrong") return { cell: "second", message: second.message };
  if (first.kind === "number" && second.kind === "number") {
    const figure: ReadFigure = {
      state: "number",
      value: null,
      numerator: first.value,
      denominator: second.value,
    };
    const message = figureProblem(asked.form, figure);
    return message ? { cell: second.value === 0 ? "second" : "first", message } : figure;
  }
  const words = [first.kind, second.kind].filter((kind) => kind !== "blank");
  if (words.length === 0) return null;
  if (words.includes("number"))
    return {
      cell: first.kind === "number" ? "second" : "first",
      message: "Give 2 numbers: how many, and out of how many",
    };
  return without(words[0] as "missing" | "not-applicable");
}

type Cell =
  | { kind: "blank" | "missing" | "not-applicable" }
  | { kind: "number"; value: number }
  | { kind: "wrong"; message: string };

function readCell(text: string, unit: string): Cell {
  if (text.trim() === "") return { kind: "blank" };
  const read = readNumber(text);
  if (read.kind === "wrong") return { kind: "wrong", message: read.because };
  if (read.kind !== "number") return { kind: read.kind };
  if (read.percent && unit !== "%")
    return { kind: "wrong", message: `“${text.trim()}” is a percentage: enter the number itself` };
  return { kind: "number", value: read.value };
}

function without(state: "missing" | "not-applicable"): ReadFigure {
  return { state, value: null, numerator: null, denominator: null };
}
