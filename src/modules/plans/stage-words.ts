import type { Stage } from "./plan.ts";

export const stageHints: Record<Stage, string> = {
  idea: "Somebody wants it better, and says so",
  "set-up": "The team, the aim and the first numbers come together",
  testing: "Changes are tried, small at first",
  implementing: "What worked becomes how it is done",
  sustaining: "It is how it is done, and somebody looks whether it stays so",
  closed: "It has reached its end. You are asked how it stands after 3, 6 and 12 months",
  stopped: "It does not go on. What you learned is what others come for, and worth as much as a success",
};
