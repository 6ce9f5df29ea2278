import { Invalid, type FieldProblem } from "#platform/problem.ts";
import { figureProblem } from "#ui/figures/figure-problem.ts";
import { readNumber } from "#ui/figures/read-number.ts";
import { hasDenominator, type DefinitionText } from "./definition.ts";
import type { Figure } from "./point.ts";

/** One figure as it was typed or pressed. */
export type TypedFigure = { state: string; first: string; second: string };

type Asked = Pick<DefinitionText, "form" | "unit">;

/** The figure that was typed, or what is wrong with it, at the field it was typed in. */
export function figureTyped(asked: Asked, typed: TypedFigure): Figure {
  const state = typed.state || "number";
  if (state === "missing" || state === "not-applicable") return without(state);
  if (state !== "number") throw new Invalid([{ field: "first", message: "Say whether there is a number" }]);
  const first = numberAt("first", typed.first, asked);
  if (!hasDenominator(asked)) {
    const figure: Figure = { state, value: first, numerator: null, denominator: null };
    return checked(asked, figure, "first");
  }
  const second = numberAt("second", typed.second, { unit: "" });
  return checked(asked, { state, value: null, numerator: first, denominator: second }, "second");
}

function without(state: "missing" | "not-applicable"): Figure {
  return { state, value: null, numerator: null, denominator: null };
}

function numberAt(field: string, text: string, { unit }: Pick<Asked, "unit">): number {
  const read = readNumber(text);
  if (read.kind === "number" && (!read.percent || unit === "%")) return read.value;
  const problem: FieldProblem = { field, message: complaint(text, read) };
  throw new Invalid([problem]);
}

function complaint(text: string, read: ReturnType<typeof readNumber>): string {
  if (text.trim() === "") return "Enter the number, or say that there is none";
  if (read.kind === "wrong") return read.because;
  if (read.kind === "number") return `“${text.trim()}” is a percentage: enter the number itself`;
  return "Enter a number, or press the button for a figure that is missing or not applicable";
}

function checked(asked: Asked, figure: Figure, field: string): Figure {
  const message = figure.state === "number" ? figureProblem(asked.form, figure) : undefined;
  if (message) throw new Invalid([{ field: figure.numerator === null ? "first" : field, message }]);
  return figure;
}
