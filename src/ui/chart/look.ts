import type { Analysis, Direction, Meaning, Point } from "@throughline/spc";
import type { MarkName } from "./palette.ts";
import type { Letter, Shape } from "./shapes.ts";

/** How a point looks: told apart by shape, by colour and, where it is a signal, by a letter. */
export interface Look {
  readonly name: MarkName;
  readonly shape: Shape;
  readonly letter: Letter;
  /** For the key. */
  readonly words: string;
}

const excluded: Look = { name: "excluded", shape: "crossed", letter: null, words: "Left out, with a reason" };
const common: Look = { name: "common", shape: "circle", letter: null, words: "Common cause" };
const unusual: Look = { name: "neutral", shape: "hexagon", letter: null, words: "Unusual" };
const high: Look = { name: "neutral", shape: "hexagon", letter: "H", words: "Unusually high" };
const low: Look = { name: "neutral", shape: "hexagon", letter: "L", words: "Unusually low" };
const improvement = {
  high: { name: "improvement", shape: "triangle-up", letter: "H", words: "Improvement, high" },
  low: { name: "improvement", shape: "triangle-down", letter: "L", words: "Improvement, low" },
  none: { name: "improvement", shape: "triangle-up", letter: null, words: "Improvement" },
} satisfies Record<Direction, Look>;
const concern = {
  high: { name: "concern", shape: "square", letter: "H", words: "Concern, high" },
  low: { name: "concern", shape: "diamond", letter: "L", words: "Concern, low" },
  none: { name: "concern", shape: "square", letter: null, words: "Concern" },
} satisfies Record<Direction, Look>;

/** Every look there is, in the order of the key. */
export const looks: readonly Look[] = [
  common,
  ...Object.values(improvement),
  ...Object.values(concern),
  high,
  low,
  unusual,
  excluded,
];

export function lookOf(point: Pick<Point, "excluded" | "meaning" | "signal">): Look {
  if (point.excluded !== null) return excluded;
  return lookOfMeaning(point.meaning, point.signal?.direction ?? "none");
}

/** What a look says on this chart: where there are too few points, nobody can say that chance made them. */
export function lookWords(look: Look, { variation, phases }: Pick<Analysis, "variation" | "phases">): string {
  const tooFew = variation.kind === "too-few-points" && phases.length === 1;
  return look === common && tooFew ? "Too few points to say" : look.words;
}

export function lookOfMeaning(meaning: Meaning, direction: Direction): Look {
  switch (meaning) {
    case "common-cause":
      return common;
    case "improvement":
      return improvement[direction];
    case "concern":
      return concern[direction];
    case "high":
      return high;
    case "low":
      return low;
    case "unusual":
      return unusual;
  }
}
