import { paging, type AskedPage, type Paging } from "#platform/paging.ts";
import type { Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import { mayLoadFeeds, maySeeDefinitions } from "../policy.ts";
import { findShared, readTopics, type DefinitionSearch, type FoundDefinition } from "../store/definitions.ts";

export type FoundDefinitions = {
  rows: FoundDefinition[];
  topics: string[];
  paging: Paging;
  can: { loadFeeds: boolean };
};

export const definitionsOnPage = 25;
/** Nobody turns pages further than this. */
const mostFound = 10_000;

/** The shared catalogue, searched. */
export async function findDefinitions(
  { db, actor }: Context,
  search: DefinitionSearch,
  page: AskedPage,
): Promise<FoundDefinitions> {
  if (!maySeeDefinitions(actor)) throw new Forbidden();
  const wanted = paging(mostFound, page, definitionsOnPage);
  const [found, topics] = await Promise.all([
    findShared(db, search, { limit: wanted.size, offset: wanted.offset }),
    readTopics(db),
  ]);
  const can = { loadFeeds: mayLoadFeeds(actor) };
  return {
    rows: found.rows,
    topics: topics.map(({ topic }) => topic),
    paging: paging(found.total, page, definitionsOnPage),
    can,
  };
}
