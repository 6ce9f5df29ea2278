import type { Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import { measureTopics } from "#modules/measures/index.ts";
import { maySeeReport } from "../policy.ts";
import {
  readLevels,
  readOverlaps,
  readStopped,
  type LevelRow,
  type Overlap,
  type Stopped,
} from "../store/levels.ts";

export type LevelsPage = {
  topics: readonly string[];
  topic: string;
  rows: readonly LevelRow[];
  overlaps: readonly Overlap[];
  stopped: readonly Stopped[];
};

/** For one area of care: which measures there are at which level, who collects them, once, and who uses them. */
export async function levelsPage(context: Context, asked: string): Promise<LevelsPage> {
  if (!maySeeReport(context.actor)) throw new Forbidden();
  const { db } = context;
  const known = await measureTopics(context);
  const topics = known.map((one) => one.topic);
  const topic = asked || firstOf(known);
  if (topic === "") return { topics, topic, rows: [], overlaps: [], stopped: [] };
  const [rows, overlaps, stopped] = await Promise.all([
    readLevels(db, context, topic),
    readOverlaps(db, context, topic),
    readStopped(db, context, topic),
  ]);
  return { topics, topic, rows, overlaps, stopped };
}

/** Cancer is where the framework's action 13 begins; without it the area that is measured most. */
function firstOf(known: readonly { topic: string; measures: number }[]): string {
  const cancer = known.find(({ topic }) => topic.toLowerCase() === "cancer");
  const fullest = known.toSorted((one, other) => other.measures - one.measures)[0];
  return (cancer ?? fullest)?.topic ?? "";
}
