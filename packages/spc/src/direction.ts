import type { Direction } from "./analysis.ts";
import { HIGH, LOW } from "./rules/rule.ts";

/**
 * Which way a marked point went. At the apex shared by a rise and a fall the newer one, that follows, decides;
 * rules without a side mark both and have no direction.
 */
export function directionOf(mark: number, value: Float64Array, index: number, kind: string): Direction {
  if (mark === HIGH) return "high";
  if (mark === LOW) return "low";
  if (kind === "trend") return (value[index + 1] ?? Number.NaN) > value[index]! ? "high" : "low";
  return "none";
}
