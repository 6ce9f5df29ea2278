import type { ReactNode } from "react";
import { counted } from "#ui/counted.ts";
import { SpcChart } from "#ui/chart/spc-chart.tsx";
import { measureChart, measureSays } from "../exports/measure-chart.ts";
import { testDates, testsSentence } from "../exports/plan-facts.ts";
import { shownMeasures } from "../exports/plan-record.ts";
import type { RecordAt } from "../exports/record-at.ts";
import { outcomeLabels, stateOf } from "../plan-test.ts";
import type { PlanFrame } from "../workspace-part.ts";

type ThenProps = { record: RecordAt; frame: Pick<PlanFrame, "words" | "isPlain"> };

const mostTests = 6;

/** The tests that had begun by a day, the newest first. */
export function TestsThen({ record, frame: { words, isPlain } }: ThenProps): ReactNode {
  const { tests, today } = record;
  const newest = tests.toSorted((a, b) => b.startsOn.localeCompare(a.startsOn)).slice(0, mostTests);
  return (
    <section aria-labelledby="tests-then">
      <h2 id="tests-then" className="nhsuk-heading-m">
        {words.tests} by then
      </h2>
      <p>{isPlain ? `${counted(tests.length, words.test)}.` : testsSentence(record)}</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {newest.map((test) => (
          <li key={test.id}>
            <a href={`/plans/${test.planId}/tests/${test.id}`}>{test.change}</a>, {testDates(test)}:{" "}
            {words.states[stateOf(test, today)]}
            {test.study ? `. ${outcomeLabels[test.study.outcome]}` : ""}
          </li>
        ))}
      </ul>
      {tests.length > mostTests ? <p>The {mostTests} newest are shown.</p> : null}
    </section>
  );
}

export const mostCharts = 2;

/** What the charts showed on a day, with the signals that could be seen then. */
export function ChartsThen({ record, frame: { words } }: ThenProps): ReactNode {
  const shown = shownMeasures(record).slice(0, mostCharts);
  return (
    <section aria-labelledby="charts-then">
      <h2 id="charts-then" className="nhsuk-heading-m">
        {words.measures} by then
      </h2>
      {shown.length === 0 ? <p>There were no numbers yet that you can see.</p> : null}
      {shown.length > 0 ? (
        <ul className="tl-multiples">
          {shown.map((measure) => (
            <li key={measure.id}>
              <SpcChart {...measureChart(measure)} dress="compact" />
              <p className="tl-multiples__purpose">{measureSays(measure).short}</p>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
