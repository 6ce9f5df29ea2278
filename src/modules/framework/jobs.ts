import type { JobKind } from "#platform/jobs.ts";
import type { Services } from "#web/env.ts";
import { reckonAllLines } from "./commands/reckon-all-lines.ts";

/** What serves each node of a framework is counted away from whoever waits: work and its signals move all day. */
export function frameworkJobs({ db, clock }: Services): JobKind<never>[] {
  return [{ name: "reckon-lines", every: "*/10 * * * *", work: () => reckonAllLines(db, clock()) }];
}
