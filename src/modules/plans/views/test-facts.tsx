import type { ReactNode } from "react";
import { isoDayInWords } from "#platform/moments.ts";
import { Words } from "#ui/words.tsx";
import { SummaryList } from "#ui/nhs/summary-list.tsx";
import { outcomeLabels, scaleLabels, type PlanTest } from "../plan-test.ts";

/** What was planned, row by row; what was left out is not shown. */
export function TestPlanFacts({ test }: { test: PlanTest }): ReactNode {
  return (
    <SummaryList
      rows={[
        fact("Change idea", test.node),
        fact("Question", test.question),
        fact("Prediction", test.prediction || "None was written down"),
        fact("What we measure", test.willMeasure),
        test.seriesId !== null && {
          key: "Drawn on",
          value: { html: <a href={`/series/${test.seriesId}`}>{test.series ?? "A measure"}</a> },
        },
        fact("When", testDays(test)),
        fact("Where", test.place),
        fact("How many", scaleWords(test)),
        fact("Who", test.who),
      ]}
    />
  );
}

export function TestStudyFacts({ test }: { test: PlanTest }): ReactNode {
  const { study } = test;
  if (!study) return null;
  return (
    <SummaryList
      rows={[
        fact("What happened", study.happened),
        fact("Against the prediction", outcomeLabels[study.outcome]),
        fact("Surprises", study.surprises),
        study.figure !== null && fact(test.willMeasure || "The number", study.figure.toLocaleString("en-GB")),
        fact("Note for the chart", study.chartNote),
        fact("Studied before its last day because", study.earlyReason),
      ]}
    />
  );
}

function fact(key: string, value: string | null) {
  return value
    ? { key: { html: <Words>{key}</Words> }, value: { html: <span className="tl-lines">{value}</span> } }
    : null;
}

export function testDays({ startsOn, endsOn }: Pick<PlanTest, "startsOn" | "endsOn">): string {
  return startsOn === endsOn
    ? isoDayInWords(startsOn)
    : `${isoDayInWords(startsOn)} to ${isoDayInWords(endsOn)}`;
}

export function scaleWords({ scale, howMany }: Pick<PlanTest, "scale" | "howMany">): string {
  return howMany === null ? scaleLabels[scale] : `${scaleLabels[scale]} (${howMany.toLocaleString("en-GB")})`;
}
