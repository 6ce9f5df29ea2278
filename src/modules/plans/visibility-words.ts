import type { Visibility } from "#platform/sight.ts";

/** Who sees a plan, each in a sentence: all that it says, its tests and its talk among it. */
export const visibilityHints: Record<Visibility, string> = {
  team: "Only the people in its team, whatever organisation they come from.",
  organisation: "The team, and everybody who works in one of the team’s organisations.",
  network:
    "As before, and everybody in the same local systems, networks and other areas that these organisations sit in.",
  "signed-in": "Everybody with an account here, in any organisation.",
  public: "Everybody on the internet, without an account. Notes of patient partners stay private.",
};
