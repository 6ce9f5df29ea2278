import type { Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import { keyOf } from "../item.ts";
import { responsibleWords } from "../owners.ts";
import type { Pack } from "../pack/pack.ts";
import { mayReport, maySeeFramework } from "../policy.ts";
import { ownersOf } from "../progress.ts";
import type { Count } from "../count.ts";
import { listCounts } from "../store/counts.ts";
import type { PledgeAnswer } from "../pledge-answer.ts";
import { listAnswers } from "../store/pledges.ts";
import { idsOf } from "./commitment-to-report.ts";
import { frameworkProgress, type Progress } from "./framework-progress.ts";

type Pledge = Pack["pledges"][number];

export type PledgeSeen = {
  key: string;
  pledge: Pledge;
  responsible: string;
  measures: { key: string; measure: Pledge["measures"][number]; counts: Count[] }[];
  answers: PledgeAnswer[];
  can: { answer: boolean };
};

export type PledgesPage = { progress: Progress; pledges: PledgeSeen[] };

export async function pledgesPage(context: Context, key: string): Promise<PledgesPage> {
  if (!maySeeFramework(context.actor)) throw new Forbidden();
  const progress = await frameworkProgress(context, key);
  const { framework, owners, keeperIds } = progress;
  const { pack } = framework.content;
  const keys = pack.pledges.flatMap((pledge) => pledge.measures.map(({ id }) => keyOf("pledge", id)));
  const counts = await listCounts(context.db, framework.id, keys);
  const answers = await listAnswers(context.db, framework.id);
  const pledges = pack.pledges.map((pledge): PledgeSeen => {
    const ownerIds = idsOf(ownersOf(pledge.bodies, pack, owners));
    const own = keyOf("pledge", pledge.id);
    return {
      key: own,
      pledge,
      responsible: responsibleWords(pledge.bodies, pack.bodies),
      measures: pledge.measures.map((measure) => {
        const measureKey = keyOf("pledge", measure.id);
        return { key: measureKey, measure, counts: counts.filter((count) => count.key === measureKey) };
      }),
      answers: answers.filter((answer) => answer.key === own),
      can: { answer: mayReport(context.actor, { ownerIds, keeperIds }) },
    };
  });
  return { progress, pledges };
}
