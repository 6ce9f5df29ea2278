import type { DefinitionText, Point, View } from "#modules/measures/index.ts";
import type { GroupRole } from "#modules/people/index.ts";
import type { Visibility } from "#platform/sight.ts";

/** The parts that a board needs to see together: not performance alone. */
export const sections = ["quality", "access", "people", "burden", "money"] as const;
export type Section = (typeof sections)[number];

export const sectionLabels: Record<Section, string> = {
  quality: "Quality and safety",
  access: "Access and flow",
  people: "People and inclusion",
  burden: "Burden",
  money: "Money",
};

/** A report as somebody in whose sight it is finds it. */
export type ReportSeen = {
  id: string;
  title: string;
  period: string;
  introduction: string;
  patientStory: string;
  learningStory: string;
  /** How long the board met in that time, and how much of it went to improvement. */
  minutesMet: number | null;
  minutesOnImprovement: number | null;
  audience: Visibility;
  body: { id: string; code: string; name: string };
  previous: { id: string; title: string; period: string } | null;
  asOf: Date;
  frozenAt: Date | null;
  frozenBy: string | null;
  digest: string | null;
  version: number;
  standing: GroupRole | null;
};

/** What a board gave of its time, as a frozen report says it. */
export type BoardTime = { id: string; period: string; met: number; onImprovement: number };

/** A report as one line of a list. */
export type ReportRow = {
  id: string;
  title: string;
  period: string;
  asOf: Date;
  frozenAt: Date | null;
  bodyCode: string;
  bodyName: string;
  items: number;
};

export type Kept = "yes" | "partly" | "no";

/** One measure in a report, with what its author says of it and what somebody promises to do about it. */
export type ReportItem = {
  id: string;
  seriesId: string;
  section: Section;
  position: number;
  words: string;
  commitment: string;
  committedBy: { id: string; name: string } | null;
  dueOn: string | null;
  kept: Kept | null;
  keptNote: string;
  frozen: FrozenItem | null;
  version: number;
};

/** All that an item is drawn from. The statistics make the same picture of it on every machine, at any time. */
export type FrozenItem = {
  name: string;
  place: string;
  definition: DefinitionText;
  view: View;
  points: Point[];
  annotations: { on: string; label: string }[];
  /** The version of the statistics that the verdict was reckoned with. */
  statistics: string;
};
