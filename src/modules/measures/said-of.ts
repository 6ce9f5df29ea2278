import { narrate, type Analysis, type Narrative } from "@throughline/spc";
import { saidPeriods } from "#ui/chart/said-periods.ts";
import type { DefinitionText } from "./definition.ts";
import { valueSayer } from "./unit.ts";

/** What a chart says, as people read it: "5.6% in October 2024", where the package writes numbers and days. */
export function saidOf(analysis: Analysis, measure: string, definition: DefinitionText): Narrative {
  const narrative = narrate(analysis, { measure, say: valueSayer(analysis, definition) });
  const said = saidPeriods(narrative, definition.frequency);
  const counted = (sentence: string): string =>
    sentence.replace(/\d{4,}(?= earlier signals)/, (count) => Number(count).toLocaleString("en-GB"));
  return { ...said, long: said.long.map(counted) };
}
