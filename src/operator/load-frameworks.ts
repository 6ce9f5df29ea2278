import { foundPlans, loadPacks } from "#modules/framework/index.ts";
import type { Services } from "#web/env.ts";

/** What lies in content/frameworks and is not in the database yet. A faulty pack keeps nobody from working. */
export async function loadFrameworks(services: Services, report: (line: string) => void): Promise<void> {
  const { db, jobs, clock, log } = services;
  for (const { message, faults } of await loadPacks({ db, jobs, at: clock() })) {
    log.error({ faults }, message);
    report(message);
  }
  await foundPlans({ db, jobs, at: clock() });
}
