import type { Context as HonoContext } from "hono";
import { visitor, type Actor } from "#platform/actor.ts";
import type { Clock } from "#platform/clock.ts";
import type { Config } from "#platform/config.ts";
import type { Db } from "#platform/database.ts";
import type { Jobs } from "#platform/jobs.ts";
import type { Keeping } from "#platform/keeping.ts";
import type { Live } from "#platform/live.ts";
import type { Log } from "#platform/log.ts";
import type { Metrics } from "#platform/metrics.ts";
import type { Context, Submission } from "#platform/perform.ts";
import type { Assets } from "./assets.ts";
import type { Recognised } from "./middleware/known-person.ts";
import type { NavigationItem } from "./navigation.ts";

/** What one running process has, made once at the start and handed to every request. */
export type Services = {
  config: Config;
  db: Db;
  jobs: Jobs;
  /** Who is told, here, of what is done on this database, wherever it is done. */
  live: Live;
  log: Log;
  clock: Clock;
  assets: Assets;
  navigation: readonly NavigationItem[];
  metrics: Metrics;
  /** How the archive and the daily backup go, where the program keeps them. */
  keeping?: Keeping;
  /** True while the seeded database stands open to visitors as its personas. */
  demonstration: boolean;
  /** The program's own secret, for signing what travels through a browser. */
  secret: string;
  /** Turned off when the process is told to stop, so that no new work is sent to it. */
  ready: { accepting: boolean };
};

export type Env = {
  Variables: {
    services: Services;
    actor: Actor;
    at: Date;
    requestId: string;
    submission?: Submission;
    form?: FormData;
    sessionEndsAt?: Date;
    /** Asked while an answer goes on: who this is now. That alone does not keep a session alive. */
    recogniseAgain: (at: Date) => Promise<Recognised>;
  };
};

export type Request = HonoContext<Env>;

/** The part of a request that the middle of the house may know. */
export function contextOf(c: Request): Context {
  const services = c.get("services");
  const submission = c.get("submission");
  return {
    db: services.db,
    jobs: services.jobs,
    actor: c.get("actor") ?? visitor,
    at: c.get("at"),
    requestId: c.get("requestId"),
    ...(submission && { submission }),
  };
}
