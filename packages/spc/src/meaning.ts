import type { Direction, Meaning, VariationKind } from "./analysis.ts";
import type { Improvement } from "./options.ts";

/** What a signal in this direction means, given which way is better. */
export function meaningOf(direction: Direction, improvement: Improvement): Meaning {
  if (direction === "none") return "unusual";
  if (improvement === "neutral") return direction;
  return (direction === "high") === (improvement === "increase") ? "improvement" : "concern";
}

export function variationOf(meaning: Meaning): VariationKind {
  switch (meaning) {
    case "improvement":
      return "improving";
    case "concern":
      return "worsening";
    default:
      return meaning;
  }
}
