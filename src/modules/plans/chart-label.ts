import { decisionLabels, type PlanTest } from "./plan-test.ts";

const most = 120;

/** What stands on a chart at the day of a test: short, because charts are narrow. */
export function chartLabel(test: Pick<PlanTest, "change" | "cycle" | "decision" | "study">): string {
  const said = test.study?.chartNote || test.change;
  const short = said.length > most ? `${said.slice(0, most - 1).trimEnd()}…` : said;
  const decided = test.decision ? ` (${decisionLabels[test.decision].toLowerCase()})` : "";
  return `Test ${test.cycle}: ${short}${decided}`;
}
