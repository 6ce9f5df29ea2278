import { isId } from "#platform/id.ts";
import type { Context } from "#platform/perform.ts";
import { Forbidden, NotFound } from "#platform/problem.ts";
import type { DefinitionSeen } from "../definition-seen.ts";
import { mayChangeDefinition, maySeeDefinitions } from "../policy.ts";
import { readSeenDefinition } from "../store/read-definition.ts";

/** A definition of the catalogue, or one's own, in the version asked for: the newest unless it is said. */
export async function definitionInSight(
  context: Context,
  id: string,
  version: number | null = null,
): Promise<DefinitionSeen> {
  if (!maySeeDefinitions(context.actor)) throw new Forbidden();
  const isVersion = version === null || (Number.isInteger(version) && version > 0 && version < 1e6);
  const asked = isId(id) && isVersion ? { id, version } : undefined;
  const found = asked && (await readSeenDefinition(context.db, context, asked));
  if (!found) throw new NotFound();
  return found;
}

/** The same, for whoever may change it. */
export async function definitionToChange(context: Context, id: string): Promise<DefinitionSeen> {
  const definition = await definitionInSight(context, id);
  if (!mayChangeDefinition(context.actor, definition)) throw new Forbidden();
  return definition;
}
