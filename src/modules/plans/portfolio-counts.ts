import type { PlanState, Priority } from "./plan-line.ts";

/** How many plans are in sight, how many in each state, and whose priority they are. */
export type PortfolioCounts = Record<PlanState, number> &
  Record<Priority, number> & {
    total: number;
    going: number;
    ended: number;
    lasting: number;
    withPartner: number;
  };

/** A portfolio as somebody wants to come back to it. */
export type SavedView = { id: string; name: string; query: string };
