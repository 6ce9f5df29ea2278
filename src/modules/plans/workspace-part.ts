import type { ReactNode } from "react";
import type { Context } from "#platform/perform.ts";
import type { PlanSeen } from "./plan.ts";
import type { PlanWords } from "./plan-words.ts";

/** A plan as its pages show it: with the words for its parts that the reader chose. */
export type PlanFrame = { plan: PlanSeen; words: PlanWords; isPlain: boolean };

/** Where on the overview a part stands. The order is that of the page. */
export const workspaceSlots = ["diagram", "charts", "latest-test", "next-action", "help"] as const;

/**
 * A part of the overview. It draws itself finished when there is nothing yet, with a worked example and the first
 * step, and null only where it has no place in this plan. The whole page may ask the database 12 times.
 */
export type WorkspacePart = {
  slot: (typeof workspaceSlots)[number];
  draw(context: Context, frame: PlanFrame): Promise<ReactNode | null>;
};
