import { appendFile } from "node:fs/promises";
import { resolve } from "node:path";
import { auditHeads } from "#platform/audit.ts";
import type { JobKind } from "#platform/jobs.ts";
import { frameworkJobs, movedNodes } from "#modules/framework/index.ts";
import { peopleJobs } from "#modules/people/index.ts";
import { measuresJobs } from "#modules/measures/index.ts";
import { placesJobs } from "#modules/places/index.ts";
import { plansJobs } from "#modules/plans/index.ts";
import type { Services } from "#web/env.ts";
import { anchorFileIn } from "./operator/anchor-file.ts";
import type { Ground } from "./operator/open-ground.ts";

/** Everything that is done in the background: a line a module. */
export function jobKinds(ground: Ground, services: Services): JobKind<never>[] {
  return [
    anchorAudit(ground),
    ...placesJobs(services),
    ...peopleJobs(services),
    ...plansJobs(services, movedNodes),
    ...measuresJobs(services),
    ...frameworkJobs(services),
  ];
}

/** What is done by the clock may be overdue when there was no worker for a while, so it is also done at once. */
export async function startWorker(ground: Ground, services: Services): Promise<void> {
  const kinds = jobKinds(ground, services);
  await services.db.transaction().execute(async (tx) => {
    for (const { name, every } of kinds) if (every) await services.jobs.enqueue(tx, name, {});
  });
  await services.jobs.work(kinds);
}

/** The audit's heads, written every hour outside the database, so that a tail cut off there is seen here. */
function anchorAudit(ground: Ground): JobKind<never> {
  return {
    name: "anchor-audit",
    every: "7 * * * *",
    async work() {
      const heads = await auditHeads(ground.database.db, new Date(Date.now() - 2 * 3_600_000));
      if (heads.length > 0)
        await appendFile(
          anchorFileIn(resolve(ground.config.DATA_DIR)),
          `${JSON.stringify({ at: new Date(), heads })}\n`,
        );
    },
  };
}
