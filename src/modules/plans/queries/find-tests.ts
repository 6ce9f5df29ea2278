import { mostAtOnce, paging, type AskedPage, type Paging } from "#platform/paging.ts";
import type { Context } from "#platform/perform.ts";
import { Forbidden, NotFound } from "#platform/problem.ts";
import { findBodyByCode } from "#modules/places/index.ts";
import { decisions, scales, type Decision, type Scale } from "../plan-test.ts";
import { maySeePlan } from "../policy.ts";
import { soughtWords } from "../sought-words.ts";
import { listTopics } from "../store/find-plans.ts";
import {
  mendWords,
  mostCompared,
  searchTests,
  type FoundTest,
  type SoughtTests,
} from "../store/find-tests.ts";

export type { FoundTest };

/** As it stands in the address of the page: everything typed, nothing trusted. */
export type TestsAsked = {
  q: string;
  result: string;
  scale: string;
  topic: string;
  place: string;
  page: AskedPage;
};

export type FoundTests = {
  rows: FoundTest[];
  paging: Paging;
  /** There are more than were compared. */
  isMore: boolean;
  /** What was looked for instead of what was typed, where nothing held that. */
  mended: string | null;
  /** No test says it, but its plan does. */
  isAround?: boolean;
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
  const topics = await listTopics(db, context);
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
  return { ...(await likest(context, sought, asked.page)), topics, narrowed };
}

/**
 * By the words as they are; where nothing holds them as the beginnings of others; then with their slips mended; and at
 * last what was tried in work that is about them.
 */
async function likest(context: Context, sought: SoughtTests, page: AskedPage) {
  const { words } = sought;
  const found = await search(context, sought, page);
  if (found.rows.length > 0 || words.length === 0) return { ...found, mended: null };
  const begun = await search(context, { ...sought, asBeginnings: true }, page);
  if (begun.rows.length > 0) return { ...begun, mended: null };
  const meant = await mendWords(context.db, words);
  const isMended = meant.join(" ") !== words.join(" ");
  const again = isMended ? await search(context, { ...sought, words: meant }, page) : found;
  // A word of plans out of sight is never said: only what was found is named.
  const mended = isMended ? meant.join(" ") : null;
  if (again.rows.length > 0) return { ...again, mended };
  const around = await search(context, { ...sought, words: meant, ofPlans: true }, page);
  return around.rows.length > 0 ? { ...around, mended, isAround: true } : { ...found, mended: null };
}

async function search(context: Context, sought: SoughtTests, asked: AskedPage) {
  // One more than a file holds tells that it does not hold all.
  const most = asked === "all" ? mostAtOnce + 1 : mostCompared;
  const wanted = { ...paging(most, asked, rowsOnPage), most };
  const { rows, total } = await searchTests(context.db, context, sought, wanted);
  return { rows, paging: paging(total, asked, rowsOnPage), isMore: total >= most };
}

async function placeNamed(context: Context, code: string) {
  if (!/^[A-Z0-9][A-Z0-9-]*$/.test(code)) return undefined;
  return findBodyByCode(context, code).catch((error: unknown) => {
    if (error instanceof NotFound) return undefined;
    throw error;
  });
}
