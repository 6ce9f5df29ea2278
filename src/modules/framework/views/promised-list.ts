import { listOf, type List } from "#platform/list-file.ts";
import type { Pack } from "../pack/pack.ts";
import { itemPath } from "../paths.ts";
import type { Promised } from "../progress.ts";
import { standings } from "../standing.ts";
import { outcomeWords } from "./promised-table.tsx";
import { sourceWords } from "./source-line.tsx";

/** The promised actions of a page, with all that stands around each. */
export function promisedList(promised: readonly Promised[], pack: Pack): List {
  const { key } = pack.framework;
  return listOf<Promised>({
    name: `${key}-actions`,
    rows: promised,
    columns: {
      title: ["Detailed action", (one) => one.title],
      number: ["Number", (one) => one.id],
      condition: ["Condition", (one) => one.condition.title],
      action: ["Proposed action", (one) => one.action.title],
      description: ["Description", (one) => one.detail.text],
      outcome: ["Intended outcome", (one) => outcomeWords(one, pack)],
      horizon: ["By when", (one) => one.horizon],
      due: ["Due", (one) => one.due],
      responsible: ["Responsible", (one) => one.responsible],
      stage: ["Stage", (one) => one.stageName],
      standing: ["How it stands", (one) => standings[one.standing]],
      evidence: ["Evidence", (one) => one.state.evidence],
      source: ["Source", (one) => sourceWords(one.detail.source, pack)],
      address: ["Address", (one) => itemPath(key, one.key)],
    },
  });
}
