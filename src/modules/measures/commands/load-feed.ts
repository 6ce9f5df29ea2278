import { randomUUID } from "node:crypto";
import { isPerson, type Person } from "#platform/actor.ts";
import { isId } from "#platform/id.ts";
import { perform, type Context } from "#platform/perform.ts";
import { Forbidden, Invalid, NotFound, type FieldProblem } from "#platform/problem.ts";
import { startGroup } from "#modules/people/index.ts";
import { typedBody } from "#modules/places/index.ts";
import { namesNumbers, unnamedNumbers, type FeedLayout } from "../feed-layout.ts";
import { mayLoadFeeds } from "../policy.ts";
import { feedFor } from "../queries/feeds.ts";
import type { FeedFault, FeedRow } from "../read-feed.ts";
import {
  dropLoad,
  isUnsaid,
  isWrong,
  judgeLoad,
  mapKnownCodes,
  mergeLoad,
  withoutHurry,
  type Merged,
  type Rows,
  type Stage,
} from "../store/feed-rows.ts";
import { insertFeed, mapCodes, mapMeasures } from "../store/feeds.ts";
import { reckonAll } from "./reckon-all.ts";

function loader({ actor }: Context): Person {
  if (!isPerson(actor) || !mayLoadFeeds(actor)) throw new Forbidden();
  return actor;
}

/** A published file that comes every month: its columns are said once. */
export async function startFeed(
  context: Context,
  { name, layout }: { name: string; layout: FeedLayout },
): Promise<string> {
  const { id: by } = loader(context);
  const { at } = context;
  if (!namesNumbers(layout)) throw new Invalid([{ field: "value", message: unnamedNumbers }]);
  return perform(context, async (tx) => {
    const groupId = await startGroup(tx, { userId: by, at });
    const id = await insertFeed(tx, { name, layout, groupId, by, at });
    if (!id) throw new Invalid([{ field: "name", message: "There is a feed of this name already" }]);
    return { result: id, did: { action: "start-feed", kind: "feed", id } };
  });
}

const mostFaults = 20;

/** Puts a file aside to be looked at. Where a line cannot be read nothing of it is kept. */
export async function stageFeed(
  context: Context,
  feedId: string,
  { read, stage }: { read: (layout: FeedLayout) => Rows<FeedRow | FeedFault>; stage: Stage },
): Promise<string> {
  loader(context);
  const feed = await feedFor(context, feedId);
  const loadId = randomUUID();
  try {
    const faults: FeedFault[] = [];
    await stage(loadId, goodRows(read(feed.layout), faults));
    if (faults.length > 0) throw new Invalid(faults.map(({ message }) => ({ field: "file", message })));
  } catch (error) {
    await dropLoad(context.db, loadId);
    throw error;
  }
  await perform(context, async (tx) => {
    await mapKnownCodes(tx, { id: loadId, feedId, at: context.at });
    return {
      result: null,
      did: { action: "stage-feed", kind: "feed", id: feedId, detail: { load: loadId } },
    };
  });
  return loadId;
}

async function* goodRows(read: Rows<FeedRow | FeedFault>, faults: FeedFault[]): AsyncGenerator<FeedRow> {
  for await (const one of read) {
    if (faults.length === mostFaults) return;
    if ("message" in one) faults.push(one);
    else if (faults.length === 0) yield one;
  }
}

export type MappingSaid = {
  /** By code: what somebody typed for it, nothing for nobody here. */
  codes: Readonly<Record<string, string>>;
  measures: Readonly<Record<string, string | null>>;
};

/** Which code is which body, and which measure which definition: said once and kept. */
export async function sayMapping(context: Context, feedId: string, said: MappingSaid): Promise<void> {
  loader(context);
  const feed = await feedFor(context, feedId);
  const codes: { code: string; bodyId: string | null }[] = [];
  const problems: FieldProblem[] = [];
  for (const [code, typed] of Object.entries(said.codes)) {
    const body = typed === "" ? null : await bodyOrProblem(context, code, typed);
    if (body && "message" in body) problems.push(body);
    else codes.push({ code, bodyId: body?.id ?? null });
  }
  if (problems.length > 0) throw new Invalid(problems);
  const measures = Object.entries(said.measures).map(([measure, definitionId]) => ({
    measure,
    definitionId,
  }));
  await perform(context, async (tx) => {
    await mapCodes(tx, feed.id, codes);
    await mapMeasures(tx, feed.id, measures);
    const detail = { codes: codes.length, measures: measures.length };
    return { result: null, did: { action: "map-feed", kind: "feed", id: feed.id, detail } };
  });
}

async function bodyOrProblem(
  context: Context,
  code: string,
  typed: string,
): Promise<{ id: string } | FieldProblem> {
  try {
    return await typedBody(context, typed, "codes");
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    return { field: "codes", message: `${code}: ${error.message}` };
  }
}

/** All of a file that was looked at, or nothing of it. */
export async function confirmLoad(context: Context, feedId: string, loadId: string): Promise<Merged> {
  const { id: by } = loader(context);
  const feed = await feedFor(context, feedId);
  if (!isId(loadId)) throw new NotFound();
  const load = { id: loadId, feedId: feed.id, at: context.at };
  const merged = await perform(context, async (tx) => {
    await withoutHurry(tx, load.id);
    const judged = await judgeLoad(tx, load);
    if (judged.rows === 0) throw new NotFound();
    if (isUnsaid(judged) || isWrong(judged))
      throw new Invalid([
        { field: "file", message: "Something in the file is still to be put right: nothing was loaded" },
      ]);
    const done = await mergeLoad(tx, load, { groupId: feed.groupId, by });
    await dropLoad(tx, load.id);
    return { result: done, did: { action: "load-feed", kind: "feed", id: feed.id, detail: done } };
  });
  await reckonAll(context.db, { onlyUnreckoned: true });
  return merged;
}
