import type { Hono } from "hono";
import type { Context } from "#platform/perform.ts";
import { NotFound } from "#platform/problem.ts";
import type { Env } from "./env.ts";
import { liveStream, type Watched } from "./live-stream.ts";

/**
 * What can be watched, by the first word of its topic: each throws when the thing is not in this actor's sight, and
 * may answer how far it has come. A module hands its own to src/app.ts.
 */
export type LiveKinds = Readonly<
  Record<string, (context: Context, id: string) => Promise<string | number | undefined>>
>;

const mostWatched = 20;
const topicShape = /^([a-z][a-z-]*):([\w-]{1,80})$/;

/** One stream for all that a page shows: /live?watch=plan:…&watch=series:…  */
export function mountLive(app: Hono<Env>, kinds: LiveKinds): void {
  app.get("/live", async (c) => {
    const topics = [...new Set(c.req.queries("watch"))].slice(0, mostWatched);
    const watched = topics.flatMap((topic) => watchedIn(kinds, topic));
    if (watched.length === 0) throw new NotFound();
    return liveStream(c, watched);
  });
}

function watchedIn(kinds: LiveKinds, topic: string): Watched[] {
  const [, kind = "", id = ""] = topicShape.exec(topic) ?? [];
  const look = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  return look ? [{ topic, recheck: (context) => look(context, id) }] : [];
}
