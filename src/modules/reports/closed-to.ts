import type { SeriesAsOf } from "#modules/measures/index.ts";
import { visibilities, type Visibility } from "#platform/sight.ts";
import type { ReportSeen } from "./report.ts";
import { seriesTitle } from "./series-title.ts";

export type Closed = { id: string; name: string };

/** A number measured for improvement goes no further than its team lets it: these would, in this report. */
export function closedTo(
  { audience }: Pick<ReportSeen, "audience">,
  series: readonly SeriesAsOf[],
): Closed[] {
  return series
    .filter((one) => reach(one.visibility) < reach(audience))
    .map((one) => ({ id: one.id, name: `${seriesTitle(one)} (${one.body.name})` }));
}

const reach = (visibility: Visibility): number => visibilities.indexOf(visibility);
