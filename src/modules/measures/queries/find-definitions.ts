import { paging, type Paging } from "#platform/paging.ts";
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

/** The shared catalogue, searched. */
export async function findDefinitions(
  { db, actor }: Context,
  search: DefinitionSearch,
  page: number,
): Promise<FoundDefinitions> {
  if (!maySeeDefinitions(actor)) throw new Forbidden();
  const size = definitionsOnPage;
  const asked = Number.isInteger(page) && page >= 1 && page <= 400 ? page : 1;
  const [found, topics] = await Promise.all([
    findShared(db, search, { limit: size, offset: (asked - 1) * size }),
    readTopics(db),
  ]);
  const can = { loadFeeds: mayLoadFeeds(actor) };
  return {
    rows: found.rows,
    topics: topics.map(({ topic }) => topic),
    paging: paging(found.total, asked, size),
    can,
  };
}
