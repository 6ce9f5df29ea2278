import { isPerson } from "#platform/actor.ts";
import { perform, type Context } from "#platform/perform.ts";
import { Conflict, Forbidden, Invalid, NotFound } from "#platform/problem.ts";
import { maySpeakForBody } from "../policy.ts";
import type { Priority, Said } from "../priority.ts";
import { priorityInSight } from "../queries/priorities-page.ts";
import { addWord, readPriority } from "../store/priorities.ts";

export type GivenWord = { said: Said; text: string; version: number };

const ofReceiver: ReadonlySet<Said> = new Set(["accepted", "changed", "declined", "said"]);
const ofProposer: ReadonlySet<Said> = new Set(["agreed", "withdrawn", "said"]);

/** Accepting, changing and declining are equally good answers; each says why, and the thread stays. */
export async function answerPriority(context: Context, id: string, given: GivenWord): Promise<string> {
  const { actor, at } = context;
  const { priority, can } = await priorityInSight(context, id);
  const side = can.answer ? priority.to : priority.from;
  if (!isPerson(actor) || !maySpeakForBody(actor, side.id) || !(can.answer || can.reply))
    throw new Forbidden();
  if (!(can.answer ? ofReceiver : ofProposer).has(given.said))
    throw new Invalid([{ field: "said", message: "Choose what you say to it" }]);
  return perform(context, async (tx) => {
    const state = stateAfter(given.said, priority);
    const word = { id: priority.id, version: given.version, state, bodyId: side.id };
    if (!(await addWord(tx, { ...word, said: given.said, text: given.text, by: actor.id, at }))) {
      const theirs = await readPriority(tx, priority.id, [side.id]);
      if (!theirs) throw new NotFound();
      const field = { name: "text", label: "What was said", yours: given.text, theirs: theirs.state };
      throw new Conflict([field], theirs.version);
    }
    const detail = { said: given.said };
    const did = { action: "answer-priority", kind: "priority", id: priority.id, bodyId: side.id, detail };
    return { result: priority.id, did };
  });
}

function stateAfter(said: Said, { state }: Priority): Priority["state"] {
  return said === "said" || said === "agreed" ? state : said;
}
