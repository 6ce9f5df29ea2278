import type { ReactNode } from "react";
import type { SpcChartOptions } from "./chart-options.ts";
import { SpcChart } from "./spc-chart.tsx";

/** Drawn for a wide and for a narrow place; the style sheet shows the one that can be read there. */
export function ResponsiveChart(options: Omit<SpcChartOptions, "width">): ReactNode {
  return (
    <div className="tl-responsive-chart">
      <div className="tl-responsive-chart__wide">
        <SpcChart {...options} width={options.histogram ? 960 : 880} />
      </div>
      <div className="tl-responsive-chart__narrow">
        <SpcChart {...options} id={`${options.id}-narrow`} width={360} histogram={false} />
      </div>
    </div>
  );
}
