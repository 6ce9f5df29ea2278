import { isId } from "#platform/id.ts";
import { paging, type AskedPage, type Paging } from "#platform/paging.ts";
import type { Context } from "#platform/perform.ts";
import { Forbidden, NotFound } from "#platform/problem.ts";
import { mayLoadFeeds } from "../policy.ts";
import type { Choosable } from "../suggest-definition.ts";
import { isUnsaid, isWrong, judgeLoad, type LoadJudged } from "../store/feed-rows.ts";
import {
  countFeeds,
  listFeeds,
  listJudged,
  readFeedBy,
  readMapping,
  listBodiesMeant,
  type Feed,
  type FeedMapping,
  type SuggestedBody,
} from "../store/feeds.ts";

export type Feeds = { feeds: Feed[]; paging: Paging };

const feedsOnPage = 50;

export async function allFeeds({ db, actor }: Context, page: AskedPage): Promise<Feeds> {
  if (!mayLoadFeeds(actor)) throw new Forbidden();
  const shown = paging(await countFeeds(db), page, feedsOnPage);
  return { feeds: await listFeeds(db, shown), paging: shown };
}

export async function feedFor({ db, actor }: Context, id: string): Promise<Feed> {
  if (!mayLoadFeeds(actor)) throw new Forbidden();
  const feed = isId(id) ? await readFeedBy(db, { id }) : undefined;
  if (!feed) throw new NotFound();
  return feed;
}

export type FeedPage = { feed: Feed; mapping: FeedMapping };

export async function feedPage(context: Context, id: string): Promise<FeedPage> {
  const feed = await feedFor(context, id);
  return { feed, mapping: await readMapping(context.db, feed.id) };
}

export type LoadPage = {
  feed: Feed;
  loadId: string;
  judged: LoadJudged;
  isUnsaid: boolean;
  isWrong: boolean;
  definitions: readonly Choosable[];
  suggestedBodies: readonly SuggestedBody[];
};

/** What a file would do, and what stands against it. */
export async function loadPage(context: Context, id: string, loadId: string): Promise<LoadPage> {
  const feed = await feedFor(context, id);
  if (!isId(loadId)) throw new NotFound();
  const judged = await judgeLoad(context.db, { id: loadId, feedId: feed.id, at: context.at });
  if (judged.rows === 0) throw new NotFound();
  const [definitions, suggestedBodies] = await Promise.all([
    listJudged(context.db),
    listBodiesMeant(
      context.db,
      judged.unknownCodes.map(({ code }) => code),
    ),
  ]);
  return {
    feed,
    loadId,
    judged,
    isUnsaid: isUnsaid(judged),
    isWrong: isWrong(judged),
    definitions,
    suggestedBodies,
  };
}
