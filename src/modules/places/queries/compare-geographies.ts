import { Forbidden } from "#platform/problem.ts";
import type { Context } from "#platform/perform.ts";
import type { Geography } from "../geography.ts";
import { misfits, overlapRows, straddles, type Misfits, type OverlapRow, type Straddle } from "../overlap.ts";
import { maySeeBodies } from "../policy.ts";
import { readGeographies, readOverlap } from "../store/overlap.ts";

export type Comparison = {
  a: Geography;
  b: Geography;
  rows: OverlapRow[];
  straddles: Straddle[];
  misfits: { a: Misfits; b: Misfits };
};

/** Every way to divide the nation, and how the two that were chosen overlap. */
export async function compareGeographies(
  context: Context,
  keys: { a: string; b: string },
): Promise<{ geographies: Geography[]; comparison: Comparison | undefined }> {
  if (!maySeeBodies(context.actor)) throw new Forbidden();
  const geographies = await readGeographies(context.db);
  const [a, b] = [keys.a, keys.b].map((key) => geographies.find((one) => one.key === key));
  if (!a || !b || a === b) return { geographies, comparison: undefined };
  const { patterns, names } = await readOverlap(context.db, a, b);
  const rows = overlapRows(patterns, names.a, names.b);
  const missed = { a: misfits(patterns, "a"), b: misfits(patterns, "b") };
  return { geographies, comparison: { a, b, rows, straddles: straddles(rows), misfits: missed } };
}
