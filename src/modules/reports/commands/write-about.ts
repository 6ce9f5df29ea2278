import { Conflict, Forbidden } from "#platform/problem.ts";
import { perform, type Context } from "#platform/perform.ts";
import { mayEditReport } from "../policy.ts";
import { itemToChange } from "../queries/report-to-edit.ts";
import { writeItem, type ItemText } from "../store/items.ts";

type Which = { reportId: string; itemId: string; version: number };

/** What the author says of a measure in place of the rules' words, and what somebody promises to do about it. */
export async function writeAbout(context: Context, which: Which, text: ItemText): Promise<string> {
  const { report, item } = await itemToChange(context, which, "text");
  if (!mayEditReport(context.actor, report)) throw new Forbidden();
  return perform(context, async (tx) => {
    if (!(await writeItem(tx, { id: item.id, version: which.version }, text))) {
      const { item: theirs } = await itemToChange(context, which, "text");
      throw new Conflict(
        [
          { name: "words", label: "Your words", yours: text.words, theirs: theirs.words },
          {
            name: "commitment",
            label: "What will be done",
            yours: text.commitment,
            theirs: theirs.commitment,
          },
        ].filter(({ yours, theirs: other }) => yours !== other),
        theirs.version,
      );
    }
    return {
      result: report.id,
      did: { action: "write-about-measure", kind: "report", id: report.id, bodyId: report.body.id },
    };
  });
}
