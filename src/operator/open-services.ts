import { createJobs } from "#platform/jobs.ts";
import { createLive } from "#platform/live.ts";
import { measureKeeping, type Metrics } from "#platform/metrics.ts";
import { systemClock } from "#platform/clock.ts";
import { readFact } from "#platform/facts.ts";
import { isWithoutAdministrator, listPersonas } from "#modules/people/index.ts";
import type { Services } from "#web/env.ts";
import { readAssets } from "#web/assets.ts";
import { navigation } from "../app.ts";
import { jobKinds } from "../worker.ts";
import { programSecret, type Ground } from "./open-ground.ts";

/** With what is said to whoever started it: read before anybody is let in, so that a connection lost then ends nothing. */
export type Opened = {
  services: Services;
  personas: Awaited<ReturnType<typeof listPersonas>>;
  isWithoutAdministrator: boolean;
};

export async function openServices(ground: Ground, metrics: Metrics): Promise<Opened> {
  const { config, log, database } = ground;
  const { db, pool } = database;
  const jobs = createJobs(pool, log);
  const seeded = (await readFact(db, "demonstration")) !== undefined;
  const services: Services = {
    config,
    db,
    jobs,
    live: createLive({ connection: ground.app, log }),
    log,
    clock: systemClock,
    assets: await readAssets(),
    navigation,
    metrics,
    ...(ground.keeping && { keeping: ground.keeping }),
    demonstration: config.DEMONSTRATION && seeded,
    secret: await programSecret(config, db),
    ready: { accepting: true },
  };
  if (ground.keeping) measureKeeping(metrics, ground.keeping);
  await jobs.prepare(jobKinds(ground, services));
  return {
    services,
    personas: await listPersonas(db),
    isWithoutAdministrator: await isWithoutAdministrator(db, services.clock()),
  };
}
