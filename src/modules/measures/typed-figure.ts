import type { FieldProblem } from "#platform/problem.ts";
import { readFigure } from "#ui/figures/read-figure.ts";
import type { DefinitionText } from "./definition.ts";
import type { Figure } from "./point.ts";

/** One figure as it was typed or pressed. */
export type TypedFigure = { state: string; first: string; second: string };

/** The figure that was typed, or what is wrong with it, at the field it was typed in. */
export function figureTyped(
  asked: Pick<DefinitionText, "form" | "unit">,
  typed: TypedFigure,
): Figure | FieldProblem {
  const { state } = typed;
  if (state === "missing" || state === "not-applicable")
    return { state, value: null, numerator: null, denominator: null };
  const read = readFigure(asked, typed);
  if (read === null) return { field: "first", message: "Enter the number, or say that there is none" };
  return "message" in read ? { field: read.cell, message: read.message } : read;
}
