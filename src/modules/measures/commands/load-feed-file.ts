import type { ClientBase } from "pg";
import type { Context } from "#platform/perform.ts";
import { csvPieces } from "#platform/csv-pieces.ts";
import { Forbidden, NotFound } from "#platform/problem.ts";
import { mayLoadFeeds } from "../policy.ts";
import { readLongFeed } from "../read-feed.ts";
import {
  dropLoad,
  isUnsaid,
  isWrong,
  judgeLong,
  keepUnsaid,
  stageByCopy,
  type LoadJudged,
  type Merged,
} from "../store/feed-rows.ts";
import { readFeedBy } from "../store/feeds.ts";
import { confirmLoad, stageFeed } from "./load-feed.ts";

/** A file as it is read, into the feed of this name; looked at only, where it is to be tried first. */
export type FeedFile = { feed: string; texts: AsyncIterable<string>; onlyLook: boolean };

export type FileLooked = {
  judged: LoadJudged;
  /** Nothing where something stands against it, or where it was only looked at. */
  merged: Merged | null;
  /** Where what nobody has said before can be said. */
  askedAt: string | null;
};

/** A file of any length, for an operator's command: all of it or nothing, in the name of an administrator. */
export async function loadFeedFile(
  context: Context,
  { feed: name, texts, onlyLook }: FeedFile,
  client: ClientBase,
): Promise<FileLooked> {
  const { db, actor, at } = context;
  if (!mayLoadFeeds(actor)) throw new Forbidden();
  const feed = await readFeedBy(db, { name });
  if (!feed) throw new NotFound();
  const id = await stageFeed(context, feed.id, {
    read: (layout) => readLongFeed(csvPieces(texts), layout),
    stage: stageByCopy(client),
  });
  const load = { id, feedId: feed.id, at };
  const judged = await judgeLong(db, load);
  if (isUnsaid(judged)) {
    await keepUnsaid(db, load);
    return { judged, merged: null, askedAt: `/measures/feeds/${feed.id}/loads/${id}` };
  }
  if (!onlyLook && !isWrong(judged))
    return { judged, merged: await confirmLoad(context, feed.id, id), askedAt: null };
  await dropLoad(db, id);
  return { judged, merged: null, askedAt: null };
}
