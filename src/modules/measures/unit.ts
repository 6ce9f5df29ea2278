import { plainFigure, type Unit } from "#ui/chart/number-words.ts";
import { hasDenominator, type DefinitionText } from "./definition.ts";

type Measured = Pick<DefinitionText, "form" | "multiplier" | "unit" | "denominator">;

/** How values of a measure are written: what stands straight after the number, and what is said once beside it. */
export function unitOf(definition: Measured): Unit {
  const { form, multiplier, unit } = definition;
  if (!hasDenominator(definition)) return unit === "%" ? { suffix: "%" } : unit === "" ? {} : { words: unit };
  if (form === "proportion" && multiplier === 100) return { suffix: "%" };
  return { words: unit || `per ${multiplier.toLocaleString("en-GB")} ${definition.denominator}` };
}

/** The unit alone, as it heads a column or an axis; nothing where a number says all. */
export function unitText(definition: Measured): string {
  const { suffix, words } = unitOf(definition);
  return suffix ?? words ?? "";
}

/** A value as a sentence or a table has it: "4.2%", "£627 thousand", "12.5". */
export function valueWords(value: number, definition: Measured): string {
  const { unit } = definition;
  if (!unit.startsWith("£")) return plainFigure(value, unitOf(definition));
  return plainFigure(value).replace(/\d/, "£$&") + unit.slice(1);
}
