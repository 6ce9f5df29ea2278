import type { SeriesCard } from "#modules/measures/index.ts";
import type { PlanSeen } from "./plan.ts";

/** What a measure is called in a plan: where others count it, their name follows. */
export function measureTitle({ body }: Pick<PlanSeen, "body">): (card: SeriesCard) => string {
  return (card) => (card.body.id === body.id ? card.name : `${card.name}, ${card.body.name}`);
}
