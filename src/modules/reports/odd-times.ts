import type { FieldProblem } from "#platform/problem.ts";
import type { ReportText } from "./store/reports.ts";

type Times = Pick<ReportText, "minutesMet" | "minutesOnImprovement">;

/** Both times of the board are said or neither, and no more went to improvement than there was. */
export function oddTimes({ minutesMet, minutesOnImprovement }: Times): FieldProblem[] {
  const field = minutesMet === null ? "minutesMet" : "minutesOnImprovement";
  if ((minutesMet === null) !== (minutesOnImprovement === null))
    return [{ field, message: "Enter both times, or neither" }];
  if (minutesMet !== null && minutesOnImprovement! > minutesMet)
    return [{ field, message: "This must not be more than the time for which the board met" }];
  return [];
}
