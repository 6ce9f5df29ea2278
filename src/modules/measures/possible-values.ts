import type { Possible } from "../../islands/playground/within-possible.ts";
import type { DefinitionText } from "./definition.ts";
import type { StoredPoint } from "./point.ts";

/** Between what a measure must lie, whatever is done: a share within the whole, a count and a wait at zero or above. */
export function possibleValues(
  { form, multiplier, unit }: Pick<DefinitionText, "form" | "multiplier" | "unit">,
  points: readonly Pick<StoredPoint, "value">[],
): Possible {
  if (form === "proportion") return { low: 0, high: multiplier };
  if (form !== "value") return { low: 0, high: null };
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]));
  // A plain number says by its past whether it is such a share, or a change that may go either way.
  const isShare = unit === "%" && values.every((value) => value >= 0 && value <= 100);
  if (isShare) return { low: 0, high: 100 };
  return { low: neverNegative.test(unit) ? 0 : null, high: null };
}

const neverNegative = /^(minutes?|hours?|days?|weeks?|months?|people|patients|staff)\b/i;
