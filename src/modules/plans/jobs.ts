import type { JobKind } from "#platform/jobs.ts";
import type { Services } from "#web/env.ts";
import { sendDigests } from "./commands/send-digests.ts";
import { mailDesk } from "./mail-desk.ts";

/** Once a week, on Monday morning: what moved in the plans that each person follows. */
export function plansJobs(services: Services): JobKind<never>[] {
  const { db, clock } = services;
  const desk = mailDesk(services);
  return [
    {
      name: "send-digests",
      every: "0 7 * * 1",
      work: async () => {
        await sendDigests(db, desk, clock());
      },
    },
  ];
}
