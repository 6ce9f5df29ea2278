import type { PlanLine } from "./plan-line.ts";
import { hasEnded } from "./plan.ts";

/** Why a plan counts as stuck: what its stage calls for and when that last happened. */
export function quietReasons(line: PlanLine, before: Date): string[] {
  const { stage, lastEditAt, lastTestAt, lastDataAt, stageSince } = line;
  const isQuiet = (at: Date | null): boolean => (at ?? stageSince) < before;
  if (hasEnded({ stage })) return [];
  if (stage === "sustaining") return isQuiet(lastDataAt) ? ["no data"] : [];
  const reasons = isQuiet(lastEditAt) ? ["no edit"] : [];
  if (stage === "idea" || stage === "set-up") return reasons;
  return [
    ...(isQuiet(lastDataAt) ? ["no data"] : []),
    ...(isQuiet(lastTestAt) ? ["no test"] : []),
    ...reasons,
  ];
}
