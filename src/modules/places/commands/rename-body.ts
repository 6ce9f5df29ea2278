import { Conflict, Forbidden, Invalid, NotFound } from "#platform/problem.ts";
import { perform, type Context } from "#platform/perform.ts";
import { mayRestructure, requireStrongSession } from "../policy.ts";
import { findBodyByCode } from "../queries/find-body-by-code.ts";
import { readSummary } from "../store/bodies.ts";
import { rename } from "../store/write-body.ts";
import { dayOf } from "#platform/day.ts";

export type NewName = { name: string; from: string; version: number };

/** The old name stays with the body, so that whoever looks for it arrives here. */
export async function renameBody(context: Context, code: string, given: NewName): Promise<string> {
  const body = await findBodyByCode(context, code);
  if (!mayRestructure(context.actor, body)) throw new Forbidden();
  requireStrongSession(context.actor);
  if (given.name === body.name)
    throw new Invalid([{ field: "name", message: "Enter a name that is different from the one it has" }]);
  if (given.from > dayOf(context.at))
    throw new Invalid([{ field: "from", message: "The date of the new name must be today or in the past" }]);
  return perform(context, async (tx) => {
    const { name, from, version } = given;
    const renamed = await rename(tx, { id: body.id, version, name, oldName: body.name, from });
    if (!renamed) throw await conflict(context, code, name);
    return {
      result: code,
      did: { action: "rename-body", kind: "body", id: body.id, bodyId: body.id, detail: { from } },
    };
  });
}

async function conflict({ db }: Context, code: string, yours: string): Promise<Conflict> {
  const theirs = await readSummary(db, code);
  if (!theirs) throw new NotFound();
  return new Conflict([{ name: "name", label: "Name", yours, theirs: theirs.name }], theirs.version);
}
