import type { PlanWords } from "./plan-words.ts";

/** The pages of a plan's workspace, in the order of its sub-navigation. */
export type PlanPart = { key: keyof PlanWords; path: string };

/** Each has its page in routes.ts; a part that is not mounted has no line here. */
export const planParts = [
  { key: "overview", path: "" },
  { key: "diagram", path: "/diagram" },
  { key: "tests", path: "/tests" },
  { key: "measures", path: "/measures" },
  { key: "tasks", path: "/tasks" },
  { key: "talk", path: "/discussion" },
  { key: "files", path: "/files" },
  { key: "team", path: "/team" },
  { key: "history", path: "/history" },
  { key: "share", path: "/share" },
] as const satisfies readonly PlanPart[];

export type PlanPartKey = (typeof planParts)[number]["key"];
