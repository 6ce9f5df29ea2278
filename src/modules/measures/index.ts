export { startSeriesFor, type SeriesStart } from "./commands/start-series.ts";
export type { DefinitionText } from "./definition.ts";
export { seriesInSight } from "./queries/series-in-sight.ts";
export { seriesName, type SeriesSeen } from "./series.ts";
export type { Verdict } from "./store/series.ts";
export { verdictFor } from "./verdict.ts";
