import { counted } from "#ui/counted.ts";
import type { Belief } from "#ui/diagram/belief.ts";

/** What somebody believed of a link on a day, and why. */
export type BeliefHeld = { belief: Belief; reason: string; tested: number; by: string | null; at: Date };

export const beliefHints: Readonly<Record<Belief, string>> = {
  doubted: "What was tried speaks against it",
  hunch: "We think so, and nothing bears it out yet",
  some: "Others found it, or our own tests begin to show it",
  strong: "Our own tests and numbers bear it out",
};

/** Whether it was said before anything was tested, or after. */
export function testedWords(tested: number): string {
  return tested === 0 ? "Before testing" : `After ${counted(tested, "test")}`;
}
