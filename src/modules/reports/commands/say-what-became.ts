import { Conflict, Forbidden } from "#platform/problem.ts";
import { perform, type Context } from "#platform/perform.ts";
import { maySayWhatBecame } from "../policy.ts";
import { itemToChange } from "../queries/report-to-edit.ts";
import type { Kept } from "../report.ts";
import { writeKept } from "../store/items.ts";

type Which = { reportId: string; itemId: string; version: number };

/** Was the promise kept? Said once the time has come, beside the promise and never in its place. */
export async function sayWhatBecame(
  context: Context,
  which: Which,
  said: { kept: Kept; note: string },
): Promise<string> {
  const { report, item } = await itemToChange(context, which, "kept");
  if (!maySayWhatBecame(context.actor, report)) throw new Forbidden();
  return perform(context, async (tx) => {
    if (!(await writeKept(tx, { id: item.id, version: which.version }, said))) {
      const { item: theirs } = await itemToChange(context, which, "kept");
      throw new Conflict(
        [{ name: "note", label: "What became of it", yours: said.note, theirs: theirs.keptNote }],
        theirs.version,
      );
    }
    return {
      result: report.id,
      did: {
        action: "say-what-became",
        kind: "report",
        id: report.id,
        bodyId: report.body.id,
        detail: { kept: said.kept },
      },
    };
  });
}
