import type { Context } from "#platform/perform.ts";
import { paging, type Paging } from "#platform/paging.ts";
import { Forbidden } from "#platform/problem.ts";
import { keyOf } from "../item.ts";
import { responsibleWords } from "../owners.ts";
import type { Pack } from "../pack/pack.ts";
import { mayReport, maySeeFramework } from "../policy.ts";
import { ownersOf } from "../progress.ts";
import type { Count } from "../count.ts";
import { listCounts } from "../store/counts.ts";
import type { PledgeAnswer } from "../pledge-answer.ts";
import { countAnswers, listAnswers } from "../store/pledges.ts";
import { idsOf } from "./commitment-to-report.ts";
import { frameworkProgress, type Progress } from "./framework-progress.ts";

type Pledge = Pack["pledges"][number];

export type PledgeSeen = {
  key: string;
  pledge: Pledge;
  responsible: string;
  measures: { key: string; measure: Pledge["measures"][number]; counts: Count[] }[];
  /** Those of the page that is shown, and how many there are. */
  answers: PledgeAnswer[];
  paging: Paging;
  can: { answer: boolean };
};

export type PledgesPage = { progress: Progress; pledges: PledgeSeen[] };

/** The pledge whose older answers are asked for, and which page of them. */
export type AskedAnswers = { of: string; page: number };

const answersOnPage = 20;

export async function pledgesPage(context: Context, key: string, asked?: AskedAnswers): Promise<PledgesPage> {
  if (!maySeeFramework(context.actor)) throw new Forbidden();
  const progress = await frameworkProgress(context, key);
  const { framework, owners, keeperIds } = progress;
  const { pack } = framework.content;
  const keys = pack.pledges.flatMap((pledge) => pledge.measures.map(({ id }) => keyOf("pledge", id)));
  const counts = await listCounts(context.db, framework.id, keys);
  const totals = await countAnswers(context.db, framework.id);
  const parts = pack.pledges.map(({ id }) => {
    const own = keyOf("pledge", id);
    const page = asked?.of === own ? asked.page : 1;
    return { key: own, paging: paging(totals.get(own) ?? 0, page, answersOnPage) };
  });
  const answers = await listAnswers(context.db, framework.id, parts);
  const pledges = pack.pledges.map((pledge, at): PledgeSeen => {
    const ownerIds = idsOf(ownersOf(pledge.bodies, pack, owners));
    const { key: own, paging: shown } = parts[at]!;
    return {
      key: own,
      pledge,
      responsible: responsibleWords(pledge.bodies, pack.bodies),
      measures: pledge.measures.map((measure) => {
        const measureKey = keyOf("pledge", measure.id);
        return { key: measureKey, measure, counts: counts.filter((count) => count.key === measureKey) };
      }),
      answers: answers.filter((answer) => answer.key === own),
      paging: shown,
      can: { answer: mayReport(context.actor, { ownerIds, keeperIds }) },
    };
  });
  return { progress, pledges };
}
