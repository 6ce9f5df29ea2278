import type { Analysis } from "@throughline/spc";
import type { Possible } from "../../islands/playground/within-possible.ts";

/**
 * A limit that lies beyond what the measure can be is what the arithmetic gives, and it stays, so that anybody can
 * check it; what it can and cannot show is said beside it.
 */
export function limitsBeyond(
  { points }: Pick<Analysis, "points">,
  { low, high }: Possible,
  say: (value: number) => string,
): string | null {
  const newest = points.findLast(({ lower, upper }) => lower !== null && upper !== null);
  if (!newest) return null;
  const { lower, upper } = newest;
  const beyond: { side: string; limit: number; end: string }[] = [];
  if (low !== null && lower! < low) beyond.push({ side: "lower", limit: lower!, end: `below ${say(low)}` });
  if (high !== null && upper! > high)
    beyond.push({ side: "upper", limit: upper!, end: `above ${say(high)}` });
  if (beyond.length === 0) return null;
  const isBoth = beyond.length === 2;
  const limits = beyond.map(({ limit }) => say(limit)).join(" and ");
  return [
    isBoth ? `The limits are reckoned as ${limits}` : `The ${beyond[0]!.side} limit is reckoned as ${limits}`,
    `, and no number of this measure can be ${beyond.map(({ end }) => end).join(" or ")}. `,
    `So no single number can be a signal${isBoth ? "" : " on that side"}; a run of numbers still can. `,
    "The line stays where the arithmetic puts it, so that anybody can check it.",
  ].join("");
}
