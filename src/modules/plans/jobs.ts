import type { JobKind } from "#platform/jobs.ts";
import type { Services } from "#web/env.ts";
import { dropOldImports } from "./commands/drop-old-imports.ts";
import { sendDigests, type MovedAbove } from "./commands/send-digests.ts";
import { tellOfPlans } from "./commands/tell-of-plans.ts";
import { createPlans } from "./plans-services.ts";
import { mailDesk } from "./mail-desk.ts";

/** Once a week what moved in the plans that each person follows; each hour what the clock brings and takes. */
export function plansJobs(services: Services, movedAbove: MovedAbove): JobKind<never>[] {
  const { db, clock } = services;
  const desk = mailDesk(services);
  return [
    {
      name: "send-digests",
      every: "0 7 * * 1",
      work: async () => {
        await sendDigests(db, desk, clock(), movedAbove);
      },
    },
    {
      name: "tell-of-plans",
      every: "41 * * * *",
      work: () => tellOfPlans(db, createPlans(services), clock()),
    },
    {
      name: "drop-old-imports",
      every: "23 * * * *",
      work: () => dropOldImports(db, clock()),
    },
  ];
}
