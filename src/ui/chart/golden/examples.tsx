import { analyse, funnel, pareto, type AnalysisOptions, type Reading, type Series } from "@throughline/spc";
import type { ReactNode } from "react";
import type { SpcChartOptions } from "../chart-options.ts";
import { FunnelChart } from "../funnel-chart.tsx";
import { ParetoChart } from "../pareto-chart.tsx";
import { SmallMultiples } from "../small-multiples.tsx";
import { Sparkline } from "../sparkline.tsx";
import { SpcChart } from "../spc-chart.tsx";

/** Park and Miller's generator (1988): invented numbers, the same ones every time. */
function dice(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

function around(seed: number, count: number, [middle, width]: readonly [number, number]): number[] {
  const roll = dice(seed);
  return Array.from({ length: count }, () => middle + width * (roll() + roll() + roll() - 1.5));
}

function rounded(values: readonly number[], decimals = 1): number[] {
  return values.map((value) => Math.round(value * 10 ** decimals) / 10 ** decimals);
}

export function monthsFrom(year: number, month: number, count: number): string[] {
  return Array.from({ length: count }, (_, i) => {
    const date = new Date(Date.UTC(year, month - 1 + i, 1));
    return date.toISOString().slice(0, 10);
  });
}

function weeksFrom(start: string, count: number, step = 7): string[] {
  const from = Date.parse(`${start}T00:00:00Z`);
  return Array.from({ length: count }, (_, i) =>
    new Date(from + i * step * 86_400_000).toISOString().slice(0, 10),
  );
}

const invented = "Source: invented numbers, for trying out charts.";

function chart(
  series: Series,
  options: AnalysisOptions,
  rest: Omit<SpcChartOptions, "analysis" | "id">,
): ReactNode {
  return <SpcChart {...rest} id="chart" analysis={analyse(series, options)} />;
}

const falls = rounded([...around(11, 18, [6.4, 1.5]), ...around(12, 12, [4.6, 1.3])]);
const fallsMonths = monthsFrom(2023, 4, 30);

function improving(width?: number): ReactNode {
  return chart(
    { chart: "xmr", x: fallsMonths, values: falls },
    { improvement: "decrease", target: 5, baseline: { first: 18 } },
    {
      title: "Falls on Ward 7",
      subtitle: "Falls per 1,000 occupied bed days, each month",
      targetName: "Aim",
      provenance: invented,
      ...(width && { width }),
      annotations: [
        { at: "2024-09-16", text: "bay tagging", kind: "test" },
        { at: "2024-12-02", text: "hourly rounds", kind: "test" },
      ],
    },
  );
}

function phases(): ReactNode {
  const values: Reading[] = rounded([
    ...around(21, 24, [41, 7]),
    ...around(22, 16, [33, 6]),
    ...around(23, 8, [28, 6]),
  ]);
  values[9] = 71;
  values[30] = null;
  values[31] = "not-applicable";
  return chart(
    { chart: "xmr", x: weeksFrom("2025-04-07", 48), values },
    {
      improvement: "decrease",
      exclude: [{ at: 9, reason: "Flood" }],
      phases: [
        { from: 24, name: "Triage nurse" },
        { from: 40, name: "Second triage nurse" },
      ],
      target: {
        steps: [
          { from: "2025-04-07", value: 40 },
          { from: "2025-10-06", value: 30 },
        ],
      },
    },
    {
      title: "Minutes from arrival to first assessment",
      subtitle: "Median of each week",
      unit: { words: "minutes" },
      provenance: invented,
      annotations: [
        { at: "2025-06-09", text: "Flood in the department", kind: "event" },
        { at: "2025-09-22", text: "triage nurse at the door", kind: "test" },
        { at: "2025-10-20", text: "Winter plan begins", kind: "event" },
      ],
    },
  );
}

function percentage(): ReactNode {
  const roll = dice(31);
  const denominators = Array.from({ length: 36 }, () => Math.round(60 + roll() * 240));
  const numerators = denominators.map((n, i) =>
    Math.round(n * (0.82 + 0.08 * (roll() - 0.5) + (i > 27 ? 0.09 : 0))),
  );
  return chart(
    { chart: "p", x: monthsFrom(2023, 4, 36), numerators, denominators },
    { improvement: "increase", multiplier: 100, target: 95 },
    {
      title: "Patients who had a falls assessment within 6 hours",
      unit: { suffix: "%" },
      provenance: invented,
      targetName: "Target",
    },
  );
}

function concern(): ReactNode {
  const values = rounded([...around(41, 20, [88, 4]), ...around(42, 9, [81, 4])]);
  return chart(
    { chart: "xmr", x: monthsFrom(2024, 1, 29), values },
    { improvement: "increase", target: 95, rules: "making-data-count-2023", baseline: { first: 20 } },
    {
      title: "Discharge letters sent within 24 hours",
      unit: { suffix: "%" },
      provenance: invented,
      years: "calendar",
    },
  );
}

function neutral(): ReactNode {
  return chart(
    {
      chart: "c",
      x: weeksFrom("2026-01-01", 28, 1),
      values: rounded(around(51, 28, [31, 14]), 0).map((value, i) => (i === 22 ? 62 : value)),
    },
    {},
    { title: "Calls to the ward each day", unit: { words: "calls" }, provenance: invented },
  );
}

function runChart(): ReactNode {
  return chart(
    { chart: "run", x: monthsFrom(2026, 1, 9), values: [12, 14, 9, 15, 11, 13, 10, 8, 9] },
    { improvement: "decrease" },
    { title: "Days to answer a complaint", unit: { words: "days" }, provenance: invented },
  );
}

function rareEvents(): ReactNode {
  const roll = dice(61);
  let day = Date.parse("2022-01-10T00:00:00Z");
  const x: string[] = [];
  const values: number[] = [];
  for (let i = 0; i < 24; i += 1) {
    const gap = Math.max(1, Math.round(-Math.log(roll()) * (i < 16 ? 30 : 95)));
    day += gap * 86_400_000;
    x.push(new Date(day).toISOString().slice(0, 10));
    values.push(gap);
  }
  return chart(
    { chart: "t", x, values },
    { improvement: "increase" },
    { title: "Days between line infections", unit: { words: "days" }, provenance: invented },
  );
}

function spreadBeside(): ReactNode {
  return chart(
    { chart: "xmr", x: monthsFrom(2022, 4, 48), values: rounded(around(71, 48, [120, 40]), 0) },
    { improvement: "neutral" },
    {
      title: "Referrals received",
      subtitle: "Each month",
      unit: { words: "referrals" },
      provenance: invented,
      histogram: true,
      axis: { startAtZero: true },
    },
  );
}

function movingRange(): ReactNode {
  return chart(
    { chart: "mr", x: fallsMonths, values: falls },
    {},
    {
      title: "Falls on Ward 7: moving ranges",
      subtitle: "From each month to the next",
      provenance: invented,
      plotHeight: 180,
    },
  );
}

function multiples(): ReactNode {
  const wards = ["Ward 1", "Ward 2", "Ward 3", "Ward 4", "Maternity", "Emergency department"];
  const charts = wards.map((title, i) => ({
    title,
    analysis: analyse(
      {
        chart: "xmr",
        x: monthsFrom(2024, 4, 24),
        values: rounded([
          ...around(80 + i, 14, [6, 2]),
          ...around(90 + i, 10, [6 - i * 0.5 + (i === 5 ? 5 : 0), 2]),
        ]),
      },
      { improvement: "decrease", target: 5, baseline: { first: 14 } },
    ),
  }));
  return <SmallMultiples id="wards" charts={charts} sharedAxis startAtZero />;
}

function sparkline(): ReactNode {
  const analysis = analyse(
    { chart: "xmr", x: fallsMonths, values: falls },
    { improvement: "decrease", target: 5, baseline: { first: 18 } },
  );
  return <Sparkline analysis={analysis} title="Falls on Ward 7" />;
}

function funnelOfPractices(): ReactNode {
  const roll = dice(101);
  const denominators = Array.from({ length: 26 }, () => Math.round(40 + roll() ** 2 * 1_900));
  const numerators = denominators.map((n, i) =>
    Math.round(n * (0.12 + (roll() - 0.5) * 0.03 + (i % 9 === 4 ? 0.05 : i % 9 === 7 ? -0.05 : 0))),
  );
  const names = denominators.map((_, i) => `Practice ${i + 1}`);
  return (
    <FunnelChart
      id="funnel"
      title="Emergency readmissions within 30 days, by practice"
      description="A funnel of 26 practices."
      funnel={funnel(
        { kind: "proportion", names, numerators, denominators },
        { multiplier: 100, overdispersion: "none" },
      )}
      improvement="decrease"
      unit={{ suffix: "%" }}
      denominatorName="Discharges in the year"
      provenance={`Limits of 95% and 99.8%, without adjustment for over-dispersion. ${invented}`}
    />
  );
}

function paretoOfReasons(): ReactNode {
  const reasons = pareto([
    { name: "Lid not closed", value: 62 },
    { name: "No label", value: 41 },
    { name: "Wrong bin", value: 23 },
    { name: "Overfilled", value: 12 },
    { name: "Left on the trolley", value: 7 },
    { name: "Other", value: 5 },
  ]);
  return (
    <ParetoChart
      id="pareto"
      title="Why sharps bins failed the audit"
      description="Two reasons make up 69% of 150 failures."
      pareto={reasons}
      provenance={invented}
    />
  );
}

function allEqual(): ReactNode {
  return chart(
    { chart: "xmr", x: monthsFrom(2024, 4, 20), values: Array.from({ length: 20 }, () => 100) },
    { improvement: "increase", target: 100 },
    { title: "Theatres with a signed checklist", unit: { suffix: "%" }, provenance: invented },
  );
}

/** A drawing for each thing that a chart can show, by the name of its golden file. */
export const examples: Readonly<Record<string, () => ReactNode>> = {
  improving: () => improving(),
  "improving-narrow": () => improving(360),
  phases,
  percentage,
  concern,
  neutral,
  "run-chart": runChart,
  "rare-events": rareEvents,
  "spread-beside": spreadBeside,
  "moving-range": movingRange,
  multiples,
  sparkline,
  funnel: funnelOfPractices,
  pareto: paretoOfReasons,
  "all-equal": allEqual,
};
