import { setTimeout as pause } from "node:timers/promises";
import type { Services } from "#web/env.ts";
import type { Worker } from "../worker.ts";
import type { Listening } from "./listen.ts";
import type { Ground } from "./open-ground.ts";

type Running = { ground: Ground; services: Services; web: Listening | undefined; worker: Worker | undefined };

/**
 * On a signal: say "not ready", let the load balancer see it, finish what is under way, then stop the
 * database. A terminal's Ctrl-C does not wait for a load balancer that is not there.
 */
export function stopOnSignal(running: Running): void {
  let stopping = false;
  const stop = async (drainSeconds: number): Promise<void> => {
    if (stopping) return;
    stopping = true;
    running.services.ready.accepting = false;
    const late = setTimeout(() => process.exit(1), (drainSeconds + 25) * 1000);
    late.unref();
    if (running.web) await pause(drainSeconds * 1000);
    await running.web?.close();
    await running.worker?.stop();
    await running.services.jobs.stop();
    await running.ground.close();
    process.exit(0);
  };
  process.on("SIGTERM", () => void stop(running.services.config.DRAIN_SECONDS));
  process.on("SIGINT", () => void stop(0));
}
