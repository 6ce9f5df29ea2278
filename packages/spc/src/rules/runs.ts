import { type RuleScope, side } from "./rule.ts";

/** Runs about the centre, points on it and points that take no part left out first. */
export interface Runs {
  readonly useful: number;
  readonly longest: number;
  readonly crossings: number;
  /** First and last point and side of the longest run; of the last one, where several are as long. */
  readonly longestFrom: number;
  readonly longestTo: number;
  readonly longestSide: -1 | 1;
}

export function countRuns(scope: RuleScope): Runs {
  let useful = 0;
  let crossings = 0;
  let longest = 0;
  let longestFrom = 0;
  let longestTo = 0;
  let longestSide: -1 | 1 = 1;
  let previous = 0;
  let length = 0;
  let from = 0;
  for (let i = scope.start; i < scope.end; i += 1) {
    const here = scope.inRuns[i] === 1 ? side(scope.value[i]!, scope.centre[i]!) : 0;
    if (here === 0) continue;
    useful += 1;
    if (here !== previous) {
      if (previous !== 0) crossings += 1;
      length = 0;
      from = i;
    }
    length += 1;
    previous = here;
    if (length < longest) continue;
    longest = length;
    longestFrom = from;
    longestTo = i;
    longestSide = here;
  }
  return { useful, longest, crossings, longestFrom, longestTo, longestSide };
}
