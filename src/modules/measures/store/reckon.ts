import type { Tx } from "#platform/database.ts";
import { analyseSeries } from "../analysis.ts";
import type { SeriesSeen } from "../series.ts";
import { verdictOf } from "../verdict.ts";
import { readPoints } from "./points.ts";
import { writeVerdict } from "./series.ts";
import { readView } from "./views.ts";

type Reckoned = Pick<SeriesSeen, "id" | "number" | "analysis" | "definition">;

/** Reckons a series again after its points or its view changed, inside the deed that changed them. */
export async function reckon(tx: Tx, series: Reckoned, pointsAt: Date | null): Promise<number> {
  const points = await readPoints(tx, series.number);
  const view = await readView(tx, series.id, series.analysis);
  const analysis = analyseSeries(series.definition, points, view);
  return writeVerdict(tx, series.id, verdictOf(analysis, series.definition), pointsAt);
}
