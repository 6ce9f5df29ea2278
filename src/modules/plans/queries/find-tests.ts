import { paging, type Paging } from "#platform/paging.ts";
import type { Context } from "#platform/perform.ts";
import { Forbidden, NotFound } from "#platform/problem.ts";
import { findBodyByCode } from "#modules/places/index.ts";
import { decisions, scales, type Decision, type Scale } from "../plan-test.ts";
import { maySeePlan } from "../policy.ts";
import { soughtWords } from "../sought-words.ts";
import { mendWords, mostCompared, readTopics, searchTests, type FoundTest } from "../store/find-tests.ts";

export type { FoundTest };

/** As it stands in the address of the page: everything typed, nothing trusted. */
export type TestsAsked = {
  q: string;
  result: string;
  scale: string;
  topic: string;
  place: string;
  page: number;
};

export type FoundTests = {
  rows: FoundTest[];
  paging: Paging;
  /** There are more than were compared. */
  isMore: boolean;
  /** What was looked for instead of what was typed, where nothing held that. */
  mended: string | null;
  topics: string[];
  narrowed: {
    result?: Decision | "surprising";
    scale?: Scale;
    topic?: string;
    place?: { code: string; name: string };
  };
};

const rowsOnPage = 20;

/** What others tried: the tests of every plan in sight, those that failed like all others. */
export async function findTests(context: Context, asked: TestsAsked): Promise<FoundTests> {
  if (!maySeePlan(context.actor)) throw new Forbidden();
  const { db } = context;
  const decision = decisions.find((one) => one === asked.result);
  const surprising = asked.result === "surprising";
  const scale = scales.find((one) => one === asked.scale);
  const topics = await readTopics(db, context);
  const topic = topics.find((one) => one === asked.topic);
  const place = await placeNamed(context, asked.place);
  const words = soughtWords(asked.q);
  const sought = { words, decision, surprising, scale, topic, placeId: place?.id };
  const narrowed = {
    ...(decision && { result: decision }),
    ...(surprising && { result: "surprising" as const }),
    ...(scale && { scale }),
    ...(topic && { topic }),
    ...(place && { place: { code: place.code, name: place.name } }),
  };
  const found = await search(context, sought, asked.page);
  if (found.rows.length > 0 || words.length === 0) return { ...found, mended: null, topics, narrowed };
  const mended = await mendWords(db, words);
  const again =
    mended.join(" ") === words.join(" ") ? found : await search(context, { ...sought, words: mended }, 1);
  // A word of plans out of sight is never said: only what was found is named.
  return { ...again, mended: again.rows.length > 0 ? mended.join(" ") : null, topics, narrowed };
}

async function search(context: Context, sought: Parameters<typeof searchTests>[2], asked: number) {
  const wanted = paging(mostCompared, asked, rowsOnPage);
  const { rows, total } = await searchTests(context.db, context, sought, wanted);
  return { rows, paging: paging(total, asked, rowsOnPage), isMore: total >= mostCompared };
}

async function placeNamed(context: Context, code: string) {
  if (!/^[A-Z0-9][A-Z0-9-]*$/.test(code)) return undefined;
  return findBodyByCode(context, code).catch((error: unknown) => {
    if (error instanceof NotFound) return undefined;
    throw error;
  });
}
