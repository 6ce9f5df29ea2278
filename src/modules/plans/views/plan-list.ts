import { listOf, type Columns, type List } from "#platform/list-file.ts";
import type { Paging } from "#platform/paging.ts";
import { stageLabels } from "../plan.ts";
import { planKindRules } from "../plan-kinds.ts";
import type { PlanLine } from "../plan-line.ts";

const columns: Columns<PlanLine> = {
  title: ["Title", (line) => line.title],
  kind: ["Kind", (line) => planKindRules[line.kind].label],
  aim: ["Aim, its beginning", (line) => line.aim],
  stage: ["Stage", (line) => stageLabels[line.stage]],
  organisation: ["Organisation", (line) => line.bodyName],
  organisationCode: ["Its code", (line) => line.bodyCode],
  topics: ["Topics", (line) => line.topics],
  localPriority: ["Local priority", (line) => line.localPriority],
  nationalPriority: ["National priority", (line) => line.nationalPriority],
  hasPartner: ["With a patient or carer partner", (line) => line.hasPartner],
  improvingSince: ["Getting better since", (line) => line.improvingSince],
  learned: [
    "Learned, its beginning",
    (line) => (line.stage === "stopped" || line.stage === "closed" ? line.learned : null),
  ],
  lastChange: ["Last change", (line) => line.lastEditAt],
};

/** What only the pages say that show how the work is going. */
const goingColumns: Columns<PlanLine> = {
  hasLead: ["Somebody leads it", (line) => line.hasLead],
  helpWanted: ["Asks for", (line) => line.helpWanted],
  slippingSince: ["A measure moved the other way since", (line) => line.slippingSince],
  lastTest: ["Last test", (line) => line.lastTestAt],
  lastNumber: ["Last number", (line) => line.lastDataAt],
};

const address: Columns<PlanLine> = { address: ["Address", (line) => `/plans/${line.id}`] };

type Found = { rows: readonly PlanLine[]; paging: Paging };

export function planList({ rows, paging: { total } }: Found): List {
  return listOf({ name: "improvement-work", columns: { ...columns, ...address }, rows, total });
}

export function portfolioList({ rows, paging: { total } }: Found): List {
  return listOf({
    name: "how-the-work-is-going",
    columns: { ...columns, ...goingColumns, ...address },
    rows,
    total,
  });
}
