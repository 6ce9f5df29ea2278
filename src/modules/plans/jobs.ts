import type { JobKind } from "#platform/jobs.ts";
import type { Services } from "#web/env.ts";
import { sendDigests } from "./commands/send-digests.ts";

/** Once a week, on Monday morning: what moved in the plans that each person follows. */
export function plansJobs({ config, db, clock, secret }: Services): JobKind<never>[] {
  const desk = { baseUrl: config.BASE_URL.replace(/\/$/, ""), secret };
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
