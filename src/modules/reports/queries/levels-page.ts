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
export async function levelsPage(context: Context, topic: string): Promise<LevelsPage> {
  if (!maySeeReport(context.actor)) throw new Forbidden();
  const { db } = context;
  const topics = await measureTopics(context);
  if (topic === "") return { topics, topic, rows: [], overlaps: [], stopped: [] };
  const [rows, overlaps, stopped] = await Promise.all([
    readLevels(db, context, topic),
    readOverlaps(db, context, topic),
    readStopped(db, context, topic),
  ]);
  return { topics, topic, rows, overlaps, stopped };
}
