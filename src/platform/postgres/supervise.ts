import { existsSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Log } from "../log.ts";
import { messageOf } from "./failure.ts";
import { startServer, stopServer, type Server, type ServerPlan } from "./server.ts";

/** Keeps the server running until it is told to stop. */
export type Supervisor = { restarts: () => number; stop: () => Promise<void> };

const watchMilliseconds = 100;
const longestPause = 2_000;

export function supervise(plan: ServerPlan, first: Server, log: Log): Supervisor {
  const ending = new AbortController();
  let server = first;
  let restarts = 0;

  const watch = async (): Promise<void> => {
    while (await sleep(watchMilliseconds, ending.signal)) {
      if (!isServing(plan, server)) await bringBack();
    }
  };

  const bringBack = async (): Promise<void> => {
    const since = Date.now();
    for (let wait = 100; ; wait = Math.min(wait * 2, longestPause)) {
      try {
        server = await startServer(plan, ending.signal);
        restarts++;
        log.warn(
          { restarts, milliseconds: Date.now() - since },
          "The database had stopped and was started again.",
        );
        return;
      } catch (error) {
        if (ending.signal.aborted) return;
        log.error({ reason: messageOf(error) }, "The database has stopped and cannot be started yet.");
        await sleep(wait, ending.signal);
      }
    }
  };

  const watching = watch();
  const end = async (): Promise<void> => {
    ending.abort();
    // A start that is under way may be replaying for minutes: stopping the server ends that too.
    await stopServer(plan.place.dataPath);
    await watching;
    await stopServer(plan.place.dataPath);
  };
  let ended: Promise<void> | undefined;
  return { restarts: () => restarts, stop: () => (ended ??= end()) };
}

/** False when it is time to end. Waiting alone does not keep the program alive. */
const sleep = (milliseconds: number, signal: AbortSignal): Promise<boolean> =>
  pause(milliseconds, true, { ref: false, signal }).catch(() => false);

/** Also a server whose socket was swept away, as by a cleaner of /tmp, serves nobody. */
function isServing(plan: ServerPlan, server: Server): boolean {
  return server.isAlive() && existsSync(path.join(plan.socketDir, `.s.PGSQL.${plan.port}`));
}
