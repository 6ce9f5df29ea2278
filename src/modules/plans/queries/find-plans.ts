import { Forbidden, Invalid } from "#platform/problem.ts";
import type { Context } from "#platform/perform.ts";
import { paging, type AskedPage, type Paging } from "#platform/paging.ts";
import { typedBody, type BodySummary, type NamedBody } from "#modules/places/index.ts";
import { isPerson } from "#platform/actor.ts";
import {
  planStates,
  sponsorings,
  priorities,
  type PlanLine,
  type PlanState,
  type Priority,
  type SoughtPlans,
  type Sponsoring,
} from "../plan-line.ts";
import { planKinds, stages, type PlanKind, type Stage } from "../plan.ts";
import { maySeePlan, mayStartAnywhere } from "../policy.ts";
import { usualWeeks, weeksToChoose } from "../weeks.ts";
import { soughtWords } from "../sought-words.ts";
import { countPlans, listPlans, listTopics } from "../store/find-plans.ts";
import { mendWords } from "../store/find-tests.ts";

/** As it stands in the address: everything typed, nothing trusted. */
export type AskedPlans = Record<
  | "q"
  | "place"
  | "kind"
  | "topic"
  | "method"
  | "stage"
  | "priority"
  | "partner"
  | "sponsor"
  | "state"
  | "weeks",
  string
> & { page: AskedPage };

export type FoundPlans = {
  rows: PlanLine[];
  paging: Paging;
  narrowed: {
    place: NamedBody | undefined;
    kind: PlanKind | undefined;
    topic: string | undefined;
    method: string | undefined;
    stage: Stage | undefined;
    priority: Priority | undefined;
    partner: "yes" | "no" | undefined;
    sponsor: Sponsoring | undefined;
    state: PlanState | undefined;
  };
  /** What was typed for a place and means none: every place is shown instead. */
  unknownPlace: string;
  /** What was looked for instead of what was typed, where nothing held that. */
  mended: string | null;
  topics: string[];
  weeks: number;
  can: { start: boolean };
};

const rowsOnPage = 20;

export async function findPlans(context: Context, asked: AskedPlans): Promise<FoundPlans> {
  if (!maySeePlan(context.actor)) throw new Forbidden();
  const { db } = context;
  const { sought: said, place, unknownPlace, weeks } = await readAsked(context, asked);
  const { sought, total, mended } = await counted(context, said);
  const shown = paging(total, asked.page, rowsOnPage);
  const { kind, topic, method, stage, priority, partner, sponsor, state } = sought;
  return {
    rows: await listPlans(db, context, sought, shown),
    paging: shown,
    narrowed: { place, kind, topic, method, stage, priority, partner, sponsor, state },
    unknownPlace,
    mended,
    topics: await listTopics(db, context),
    weeks,
    can: { start: isPerson(context.actor) && mayStartAnywhere(context.actor) },
  };
}

/** Where nothing holds the words, those that were meant. What is out of sight is never said: only what is found. */
async function counted(
  context: Context,
  sought: SoughtPlans,
): Promise<{ sought: SoughtPlans; total: number; mended: string | null }> {
  const { db } = context;
  const total = await countPlans(db, context, sought);
  if (total > 0 || sought.words.length === 0) return { sought, total, mended: null };
  const words = await mendWords(db, sought.words);
  const meant = { ...sought, words };
  const again = words.join(" ") === sought.words.join(" ") ? 0 : await countPlans(db, context, meant);
  return again > 0
    ? { sought: meant, total: again, mended: words.join(" ") }
    : { sought, total, mended: null };
}

type Asked = Pick<FoundPlans, "unknownPlace" | "weeks"> & {
  sought: SoughtPlans;
  place: NamedBody | undefined;
};

/** What was asked, made into what can be looked for. */
export async function readAsked(context: Context, asked: Omit<AskedPlans, "page">): Promise<Asked> {
  const body = await placeOf(context, asked.place);
  const weeks = weeksToChoose.find((one) => String(one) === asked.weeks) ?? usualWeeks;
  const one = <T extends string>(list: readonly T[], text: string): T | undefined =>
    list.find((each) => each === text);
  const days = (count: number): Date => new Date(context.at.getTime() - count * 86_400_000);
  const sought: SoughtPlans = {
    words: soughtWords(asked.q),
    kind: one(planKinds, asked.kind),
    placeId: body?.id,
    isWhole: body !== undefined && body.kind === "nation",
    topic: asked.topic.trim().slice(0, 60) || undefined,
    method: /^[a-z-]{1,60}$/.test(asked.method) ? asked.method : undefined,
    stage: one(stages, asked.stage),
    priority: one(priorities, asked.priority),
    partner: one(["yes", "no"], asked.partner),
    sponsor: one(sponsorings, asked.sponsor),
    askerId: isPerson(context.actor) ? context.actor.id : undefined,
    state: one(planStates, asked.state),
    quietBefore: days(7 * weeks),
    finishedAfter: days(90),
    today: context.at.toISOString().slice(0, 10),
  };
  const unknownPlace = body ? "" : asked.place.trim();
  return { sought, place: body && { code: body.code, name: body.name }, unknownPlace, weeks };
}

/** By its code or its name; one that is not there narrows nothing. */
async function placeOf(context: Context, typed: string): Promise<BodySummary | undefined> {
  if (typed.trim() === "") return undefined;
  try {
    return await typedBody(context, typed, "place");
  } catch (error) {
    if (error instanceof Invalid) return undefined;
    throw error;
  }
}
