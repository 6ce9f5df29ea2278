import { analyse, type Analysis } from "@throughline/spc";
import { monthOf, monthsBetween } from "./months.ts";
import type { PredictionRow } from "./store/tests.ts";

export type MonthOfPredictions = {
  month: string;
  studied: number;
  cameTrue: number;
  partly: number;
  no: number;
};

/** How predictions turned out, month by month; months without a study have their row too. */
export function predictionMonths(rows: readonly PredictionRow[]): MonthOfPredictions[] {
  const predicted = rows.filter((row) => row.outcome !== "not-predicted");
  const first = predicted[0];
  const last = predicted.at(-1);
  if (!first || !last) return [];
  const byMonth = Map.groupBy(predicted, (row) => monthOf(row.studiedAt));
  return monthsBetween(monthOf(first.studiedAt), monthOf(last.studiedAt)).map((month) => {
    const studied = byMonth.get(month) ?? [];
    const count = (outcome: PredictionRow["outcome"]) =>
      studied.filter((row) => row.outcome === outcome).length;
    return {
      month,
      studied: studied.length,
      cameTrue: count("came-true"),
      partly: count("partly"),
      no: count("no"),
    };
  });
}

/** A run chart of the share that came true. It is no target: a team that is always right tests too little. */
export function predictionChart(months: readonly MonthOfPredictions[]): Analysis | null {
  const shares = months.map(({ studied, cameTrue }) => (studied === 0 ? null : (100 * cameTrue) / studied));
  if (shares.filter((share) => share !== null).length < 2) return null;
  return analyse(
    { chart: "run", x: months.map(({ month }) => month), values: shares },
    { rules: "anhoej", improvement: "neutral" },
  );
}
