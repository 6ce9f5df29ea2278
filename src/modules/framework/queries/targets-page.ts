import type { Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import { keyOf } from "../item.ts";
import type { Pack } from "../pack/pack.ts";
import { mayReport, maySeeFramework } from "../policy.ts";
import type { Promised } from "../progress.ts";
import type { Count } from "../count.ts";
import { listCounts } from "../store/counts.ts";
import { idsOf } from "./commitment-to-report.ts";
import { frameworkProgress, type Progress } from "./framework-progress.ts";

export type TargetSeen = {
  key: string;
  target: Pack["targets"][number];
  promised: Promised | undefined;
  counts: Count[];
  can: { count: boolean };
};

export type TargetsPage = { progress: Progress; targets: TargetSeen[] };

export async function targetsPage(context: Context, key: string): Promise<TargetsPage> {
  if (!maySeeFramework(context.actor)) throw new Forbidden();
  const progress = await frameworkProgress(context, key);
  const { framework, promised, keeperIds } = progress;
  const { targets } = framework.content.pack;
  const keys = targets.map(({ id }) => keyOf("target", id));
  const counts = await listCounts(context.db, framework.id, keys);
  return {
    progress,
    targets: targets.map((target) => {
      const own = keyOf("target", target.id);
      const action = promised.find((one) => one.id === target.action);
      const ownerIds = idsOf(action?.owners ?? []);
      return {
        key: own,
        target,
        promised: action,
        counts: counts.filter((count) => count.key === own),
        can: { count: mayReport(context.actor, { ownerIds, keeperIds }) },
      };
    }),
  };
}
