import type { MiddlewareHandler } from "hono";
import { isPerson, type Person } from "#platform/actor.ts";
import { TooMany } from "#platform/problem.ts";
import type { Env, Services } from "../env.ts";

const mostForAnyone = 8;

/**
 * So many requests of one person may be under way here at once, and never so many that they hold every connection
 * to the database: what one person asks for is slow for that person alone.
 */
export function limitAtOnce({ config, demonstration, metrics }: Services): MiddlewareHandler<Env> {
  const most = Math.min(mostForAnyone, Math.floor((config.DATABASE_POOL * 2) / 3));
  // In a demonstration many visitors are the same person.
  const whose = (actor: Person): string => (demonstration ? actor.sessionId : actor.id);
  const underWay = new Map<string, number>();
  return async (c, next) => {
    const actor = c.get("actor");
    if (!isPerson(actor)) return next();
    const key = whose(actor);
    const count = underWay.get(key) ?? 0;
    if (count >= most) {
      metrics.refusals.inc({ reason: "at-once" });
      throw new TooMany(
        "You have many requests under way at once. Wait for them to finish, then try again.",
        2,
      );
    }
    underWay.set(key, count + 1);
    try {
      await next();
    } finally {
      const left = underWay.get(key)! - 1;
      if (left > 0) underWay.set(key, left);
      else underWay.delete(key);
    }
  };
}
