import { Invalid } from "#platform/problem.ts";
import { hasDenominator, type DefinitionText } from "./definition.ts";

/** What each half of a whole is asked for with. */
export const halves = {
  denominator: "Say what the denominator is: out of how many of what",
  authority: "Name the law or contract that asks for a measure for judgement",
};

/** The database would refuse these too; here they are said where they can be mended. */
export function refuseHalfDefined(text: DefinitionText): void {
  if (hasDenominator(text) !== (text.denominator !== ""))
    throw new Invalid([{ field: "denominator", message: halves.denominator }]);
  if ((text.purpose === "judgement") !== (text.authority !== ""))
    throw new Invalid([{ field: "authority", message: halves.authority }]);
}
