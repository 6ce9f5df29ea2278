import { type Marks, markOf, type RuleScope, side } from "./rule.ts";

interface Shift {
  readonly length: number;
  readonly onCentre: "breaks" | "skipped";
}

/** So many points in a row strictly on one side of the centre: all of them and each further one are marked. */
export function markShift(scope: RuleScope, { length, onCentre }: Shift, marks: Marks): void {
  let direction = 0;
  let run: number[] = [];
  for (let i = scope.start; i < scope.end; i += 1) {
    const here = scope.inRuns[i] === 1 ? side(scope.value[i]!, scope.centre[i]!) : Number.NaN;
    if (here === 0 && onCentre === "skipped") continue;
    if (here !== direction || here === 0) {
      run = [];
      direction = here;
    }
    if (direction !== 1 && direction !== -1) continue;
    run.push(i);
    if (run.length === length) for (const point of run) marks[point]! |= markOf(direction);
    else if (run.length > length) marks[i]! |= markOf(direction);
  }
}
