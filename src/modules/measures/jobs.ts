import type { JobKind } from "#platform/jobs.ts";
import type { Services } from "#web/env.ts";
import { reckonAfterUpgrade } from "./commands/reckon-after-upgrade.ts";
import { remindCollectors } from "./commands/remind-collectors.ts";
import { remindsNow } from "./due.ts";

export function measuresJobs({ config, db, clock, secret }: Services): JobKind<never>[] {
  return [
    {
      name: "reckon-after-upgrade",
      every: "*/5 * * * *",
      async work() {
        await reckonAfterUpgrade(db);
      },
    },
    {
      name: "remind-collectors",
      every: "2 * * * *",
      async work() {
        if (remindsNow(clock())) await remindCollectors(db, { baseUrl: config.BASE_URL, secret }, clock());
      },
    },
  ];
}
