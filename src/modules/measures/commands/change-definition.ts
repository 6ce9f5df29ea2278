import { isPerson } from "#platform/actor.ts";
import { perform, type Context } from "#platform/perform.ts";
import { Conflict, Forbidden } from "#platform/problem.ts";
import type { DefinitionText } from "../definition.ts";
import { definitionParts, partWords } from "../definition-words.ts";
import { mayChangeDefinition } from "../policy.ts";
import { definitionToChange } from "../queries/definition-in-sight.ts";
import { refuseHalfDefined } from "../refuse-half-defined.ts";
import { retireDefinition, writeNextVersion } from "../store/write-definition.ts";

export type DefinitionChange = { text: Partial<DefinitionText>; reason: string; version: number };

/** A next version of a shared definition. What was made from an earlier one stays as it is, and is told. */
export async function changeDefinition(
  context: Context,
  id: string,
  change: DefinitionChange,
): Promise<number> {
  const definition = await definitionToChange(context, id);
  const { actor, at } = context;
  if (!isPerson(actor) || !mayChangeDefinition(actor, definition)) throw new Forbidden();
  // How the numbers arise and what they are for is what others took it for.
  const { form, purpose } = definition.text;
  const text = { ...definition.text, ...change.text, form, purpose };
  refuseHalfDefined(text);
  return perform(context, async (tx) => {
    const next = { id: definition.id, from: change.version, text, reason: change.reason, by: actor.id, at };
    if (!(await writeNextVersion(tx, next))) {
      const theirs = await definitionToChange(context, id);
      throw definitionConflict(text, theirs.text, theirs.version);
    }
    const detail = { version: change.version + 1 };
    const did = {
      action: "change-definition",
      kind: "definition",
      id,
      bodyId: definition.bodyId ?? undefined,
      detail,
    };
    return { result: change.version + 1, did };
  });
}

/** Where two wrote a next version, the parts in which they differ. */
export function definitionConflict(yours: DefinitionText, theirs: DefinitionText, version: number): Conflict {
  const differing = definitionParts
    .map(({ name, label }) => ({
      name,
      label,
      yours: partWords(yours, name),
      theirs: partWords(theirs, name),
    }))
    .filter((part) => part.yours !== part.theirs);
  return new Conflict(differing, version);
}

/** No new measure is made from it. Those that were go on. */
export async function retire(context: Context, id: string, reason: string): Promise<void> {
  const definition = await definitionToChange(context, id);
  if (!mayChangeDefinition(context.actor, definition)) throw new Forbidden();
  await perform(context, async (tx) => {
    await retireDefinition(tx, { id: definition.id, reason, at: context.at });
    const did = {
      action: "retire-definition",
      kind: "definition",
      id,
      bodyId: definition.bodyId ?? undefined,
    };
    return { result: null, did };
  });
}
