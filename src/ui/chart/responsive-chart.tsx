import type { ReactNode } from "react";
import type { SpcChartOptions } from "./chart-options.ts";
import { SpcChart } from "./spc-chart.tsx";

type Drawn = Omit<SpcChartOptions, "width">;

/** For a wide and for a narrow place. */
export function drawingsOf(options: Drawn): [wide: SpcChartOptions, narrow: SpcChartOptions] {
  return [
    { ...options, width: options.histogram ? 960 : 880 },
    { ...options, id: `${options.id}-narrow`, width: 360, histogram: false },
  ];
}

/** Drawn for a wide and for a narrow place; the style sheet shows the one that can be read there. */
export function ResponsiveChart(options: Drawn): ReactNode {
  const [wide, narrow] = drawingsOf(options);
  return (
    <div className="tl-responsive-chart">
      <div className="tl-responsive-chart__wide">
        <SpcChart {...wide} />
      </div>
      <div className="tl-responsive-chart__narrow">
        <SpcChart {...narrow} />
      </div>
    </div>
  );
}
