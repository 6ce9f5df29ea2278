import { hasDenominator, type DefinitionText } from "./definition.ts";

/** How values of a measure are written: what stands straight after the number, and what is said once beside it. */
export function unitOf(definition: Pick<DefinitionText, "form" | "multiplier" | "unit" | "denominator">): {
  suffix?: string;
  words?: string;
} {
  const { form, multiplier, unit } = definition;
  if (!hasDenominator(definition)) return unit === "%" ? { suffix: "%" } : unit === "" ? {} : { words: unit };
  if (form === "proportion" && multiplier === 100) return { suffix: "%" };
  return { words: unit || `per ${multiplier.toLocaleString("en-GB")} ${definition.denominator}` };
}
