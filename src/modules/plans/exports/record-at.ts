import { analyseSeries, type View } from "#modules/measures/index.ts";
import { dayOf } from "#platform/day.ts";
import type { PlanTest } from "../plan-test.ts";
import type { PlanRecord, RecordMeasure } from "./plan-record.ts";

/** What had been tried and counted by the end of a day, as far as it was known then. */
export type RecordAt = Pick<PlanRecord, "tests" | "measures" | "today">;

export function recordAt({ tests, measures }: RecordAt, day: string): RecordAt {
  const begun = tests.filter(({ startsOn }) => startsOn <= day);
  return {
    today: day,
    tests: begun.map((test) => testAt(test, day)),
    measures: measures.map((measure) => measureAt(measure, day)),
  };
}

function testAt(test: PlanTest, day: string): PlanTest {
  const isBy = (at: Date | null): boolean => at !== null && dayOf(at) <= day;
  return {
    ...test,
    ...(!isBy(test.studiedAt) && { study: null, studiedAt: null, studiedBy: null }),
    ...(!isBy(test.decidedAt) && { decision: null, learning: "", decidedAt: null, decidedBy: null }),
  };
}

/** Its signals are those that could be seen then: they are reckoned from the numbers up to that day alone. */
function measureAt(measure: RecordMeasure, day: string): RecordMeasure {
  const points = measure.points.filter(({ period }) => period <= day);
  const view = viewAt(measure.view, day);
  return {
    ...measure,
    points,
    view,
    annotations: measure.annotations.filter(({ on }) => on <= day),
    analysis: analyseSeries(measure.definition, points, view),
  };
}

/** Without what was said of later numbers. */
function viewAt(view: View, day: string): View {
  const { phases, exclude, baseline, targets, ...options } = view.options;
  const isKnown = baseline !== undefined && ("first" in baseline || baseline.to <= day);
  return {
    ...view,
    options: {
      ...options,
      ...(isKnown && { baseline }),
      ...(phases && { phases: phases.filter(({ from }) => from <= day) }),
      ...(exclude && { exclude: exclude.filter(({ at }) => at <= day) }),
      ...(targets && { targets: targets.filter(({ from }) => from <= day) }),
    },
  };
}
