import { FaultyPack, foundPlans, loadPacks } from "#modules/framework/index.ts";
import type { Services } from "#web/env.ts";

/** What lies in content/frameworks and is not in the database yet. A faulty pack keeps nobody from working. */
export async function loadFrameworks(services: Services, report: (line: string) => void): Promise<void> {
  const { db, jobs, clock, log } = services;
  try {
    await loadPacks({ db, jobs, at: clock() });
  } catch (error) {
    if (!(error instanceof FaultyPack)) throw error;
    log.error({ faults: error.faults }, "a framework pack was not loaded");
    report(error.message);
  }
  await foundPlans({ db, jobs, at: clock() });
}
