import type { Analysis } from "@throughline/spc";
import type { DefinitionText, Point, View } from "#modules/measures/index.ts";
import type { GroupRole } from "#modules/people/index.ts";
import type { Visibility } from "#platform/sight.ts";
import type { Belief, LinkRow, NodeSeen } from "../diagram/diagram.ts";
import type { PlanSeen, Stage } from "../plan.ts";
import type { PlanTest } from "../plan-test.ts";

/** A measure of the plan with its numbers, as far as whoever asks may see it. */
export type RecordMeasure = {
  id: string;
  name: string;
  split: string;
  place: string;
  /** The nodes that it hangs on; none where it is about the whole. */
  nodes: readonly string[];
  /** Whether the plan's own team keeps it. */
  isOwn: boolean;
  visibility: Visibility;
  definition: DefinitionText;
  view: View;
  points: readonly Point[];
  annotations: readonly { on: string; label: string }[];
  analysis: Analysis;
};

export type RecordTask = {
  text: string;
  note: string;
  owner: string | null;
  dueOn: string | null;
  doneOn: string | null;
};

export type RecordDecision = { what: string; why: string; decidedBy: string; decidedOn: string };

/** Somebody of the team: only what the team's own page says of them, and nothing that is private. */
export type RecordMember = {
  name: string;
  role: GroupRole;
  place: string | null;
  since: string;
  until: string | null;
};

export type RecordStage = { stage: Stage; on: string; reason: string };

/** How sure the team was of a link on a day, without who said so. */
export type RecordBelief = {
  child: string;
  parent: string;
  belief: Belief;
  reason: string;
  tested: number;
  on: string;
};

/** All that a plan has to show, as whoever asks sees it: what every paper and every file is made of. */
export type PlanRecord = {
  plan: PlanSeen;
  nodes: readonly NodeSeen[];
  links: readonly LinkRow[];
  /** Of every link as it stands now, the oldest first. */
  beliefs: readonly RecordBelief[];
  /** Ramp after ramp, each from its first cycle on; the ramps in the order in which they began. */
  tests: readonly PlanTest[];
  measures: readonly RecordMeasure[];
  stages: readonly RecordStage[];
  tasks: readonly RecordTask[];
  decisions: readonly RecordDecision[];
  team: readonly RecordMember[];
  at: Date;
  today: string;
};

export function rampsOf({ tests }: Pick<PlanRecord, "tests">): PlanTest[][] {
  return [...Map.groupBy(tests, (test) => test.rampId).values()];
}

/** What was learned from tests, the newest first, each thing once. */
export function lessonsOf({ tests }: Pick<PlanRecord, "tests">): PlanTest[] {
  const seen = new Set<string>();
  return tests
    .filter((test) => test.learning !== "")
    .toSorted((a, b) => b.startsOn.localeCompare(a.startsOn))
    .filter((test) => !seen.has(test.learning) && seen.add(test.learning));
}

const kindOrder = ["outcome", "process", "balancing"];

/** Those that have numbers, the outcome first. */
export function shownMeasures({ measures }: Pick<PlanRecord, "measures">): RecordMeasure[] {
  return measures
    .filter((measure) => measure.analysis.points.some((point) => point.value !== null))
    .toSorted((a, b) => kindOrder.indexOf(a.definition.kind) - kindOrder.indexOf(b.definition.kind));
}
