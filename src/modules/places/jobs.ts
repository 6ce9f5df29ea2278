import type { JobKind } from "#platform/jobs.ts";
import type { Services } from "#web/env.ts";
import { countAnew } from "./store/below.ts";

export function placesJobs({ db }: Services): JobKind<never>[] {
  return [{ name: "count-bodies-anew", every: "47 * * * *", work: () => countAnew(db) }];
}
