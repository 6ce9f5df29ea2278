import type { Analysis, AssuranceKind, VariationKind } from "@throughline/spc";
import type { Visibility } from "#platform/sight.ts";
import type { View } from "./analysis.ts";
import type { DefinitionText, Purpose } from "./definition.ts";
import type { PointColumns } from "./store/point-columns.ts";

/** A series as it stands in a list: what it is, where, and what its last analysis found. */
export type SeriesLine = {
  id: string;
  definitionId: string;
  definitionVersion: number;
  definition: DefinitionText;
  split: string;
  wholeId: string | null;
  body: { id: string; code: string; name: string };
  visibility: Visibility;
  purpose: Purpose;
  points: number;
  firstPeriod: string | null;
  lastPeriod: string | null;
  lastValue: number | null;
  variation: VariationKind | null;
  assurance: AssuranceKind | null;
  sentence: string;
  signalFrom: string | null;
  signalMeaning: "improvement" | "concern" | "neutral" | null;
  closedAt: Date | null;
  revision: number;
};

/** The same with its numbers and how they are looked at. */
export type DrawnLine = SeriesLine & { view: View; columns: PointColumns };

/** What a list of charts is drawn from. */
export type SeriesCard = SeriesLine & { name: string; analysis: Analysis };
