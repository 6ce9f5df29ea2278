import { type RuleScope, side } from "./rule.ts";

/** Runs about the centre, points on it and points that take no part left out first. */
export interface Runs {
  readonly useful: number;
  readonly longest: number;
  readonly crossings: number;
  /** Side on which the longest run lies; 0 when runs on both sides are equally long. */
  readonly longestSide: -1 | 0 | 1;
  /** Indexes of the last of the longest runs. */
  readonly longestRun: readonly number[];
}

export function countRuns(scope: RuleScope): Runs {
  let useful = 0;
  let crossings = 0;
  let previous = 0;
  let run: number[] = [];
  let longestRun: number[] = [];
  let longestSide: -1 | 0 | 1 = 0;
  let sideOfLongest = 0;
  for (let i = scope.start; i < scope.end; i += 1) {
    const here = scope.inRuns[i] === 1 ? side(scope.value[i]!, scope.centre[i]!) : 0;
    if (here === 0) continue;
    useful += 1;
    if (here === previous) run.push(i);
    else {
      if (previous !== 0) crossings += 1;
      run = [i];
    }
    previous = here;
    if (run.length < longestRun.length || run === longestRun) continue;
    const tied = run.length === longestRun.length && sideOfLongest !== here;
    longestSide = tied ? 0 : here;
    sideOfLongest = here;
    longestRun = run;
  }
  return { useful, longest: longestRun.length, crossings, longestSide, longestRun: [...longestRun] };
}
