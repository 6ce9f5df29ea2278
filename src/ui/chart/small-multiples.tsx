import type { Analysis } from "@throughline/spc";
import type { ReactNode } from "react";
import type { Unit } from "./number-words.ts";
import { SpcChart } from "./spc-chart.tsx";
import { valueAxis } from "./value-axis.ts";

export interface SmallMultiplesProps {
  /** Unique on the page. */
  readonly id: string;
  readonly charts: readonly { readonly title: string; readonly analysis: Analysis; readonly href?: string }[];
  readonly unit?: Unit;
  /** One vertical axis for all, so that heights can be compared; else each its own. */
  readonly sharedAxis?: boolean;
  readonly startAtZero?: boolean;
}

/** The same measure in many places, side by side and in the order given: it ranks nobody. */
export function SmallMultiples({
  id,
  charts,
  unit,
  sharedAxis = false,
  startAtZero,
}: SmallMultiplesProps): ReactNode {
  const shared = sharedAxis
    ? valueAxis(
        charts.flatMap(({ analysis }) => heights(analysis)),
        { startAtZero },
        3,
      )
    : undefined;
  const axis = shared ? { from: shared.from, to: shared.to } : { startAtZero };
  return (
    <ul className="tl-multiples">
      {charts.map(({ title, analysis, href }, i) => {
        const chart = (
          <SpcChart
            id={`${id}-${i + 1}`}
            analysis={analysis}
            title={title}
            unit={unit}
            dress="compact"
            axis={axis}
          />
        );
        return <li key={title}>{href ? <a href={href}>{chart}</a> : chart}</li>;
      })}
    </ul>
  );
}

function heights({ points }: Analysis): (number | null)[] {
  return points.flatMap((point) => [point.value, point.lower, point.upper, point.target]);
}
