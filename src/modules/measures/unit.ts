import type { Analysis } from "@throughline/spc";
import { decimalsOfFigure, figureSayer, withUnit, type Unit } from "#ui/chart/number-words.ts";
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
  const own = hasDenominator(definition) || Math.abs(value) >= 100 ? 0 : Math.min(2, decimalsTyped(value));
  return withPounds(withUnit(value, Math.max(own, decimalsOfFigure(value)), unitOf(definition)), definition);
}

/** Values of a measure as its chart says them: in words, on its lines and in its table alike. */
export function valueSayer(
  { points }: Pick<Analysis, "points">,
  definition: Measured,
): (value: number) => string {
  const say = figureSayer(points, unitOf(definition));
  return (value) => withPounds(say(value), definition);
}

function withPounds(words: string, { unit }: Measured): string {
  return unit.startsWith("£") ? words.replace(/\d/, "£$&") + unit.slice(1) : words;
}

function decimalsTyped(value: number): number {
  return String(value).split(".")[1]?.length ?? 0;
}
