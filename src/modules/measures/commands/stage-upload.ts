import type { Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import { mayLoadFeeds } from "../policy.ts";
import { readFeed } from "../read-feed.ts";
import { stageByStatements } from "../store/feed-rows.ts";
import { stageFeed } from "./load-feed.ts";

/** A file that came through a page. */
export async function stageUpload(context: Context, feedId: string, text: string): Promise<string> {
  if (!mayLoadFeeds(context.actor)) throw new Forbidden();
  return stageFeed(context, feedId, {
    read: (layout) => readFeed(text, layout),
    stage: stageByStatements(context.db),
  });
}
