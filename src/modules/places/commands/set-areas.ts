import { Conflict, Forbidden, Invalid } from "#platform/problem.ts";
import { perform, type Context } from "#platform/perform.ts";
import { mayRestructure, requireStrongSession } from "../policy.ts";
import { findBodyByCode } from "../queries/find-body-by-code.ts";
import { readAreaIds, sitIn } from "../store/write-body.ts";
import { dayOf } from "#platform/day.ts";

export type Areas = { codes: readonly string[]; version: number };

/** The whole list of areas that a body sits in. Which area an organisation belongs to is a fact of the organisation. */
export async function setAreas(context: Context, code: string, { codes, version }: Areas): Promise<string> {
  const body = await findBodyByCode(context, code);
  if (!mayRestructure(context.actor, body)) throw new Forbidden();
  requireStrongSession(context.actor);
  if (body.tier !== "organisation")
    throw new Invalid([{ field: "areas", message: "Only an organisation sits in areas" }]);
  const known = await readAreaIds(context.db, codes);
  const unknown = codes.find((one) => !known.has(one));
  if (unknown)
    throw new Invalid([
      { field: "areas", message: `There is no open area with the code ${unknown.slice(0, 20)}` },
    ]);
  return perform(context, async (tx) => {
    const areaIds = [...known.values()];
    const seated = await sitIn(tx, { id: body.id, version, areaIds, since: dayOf(context.at) });
    if (!seated) throw new Conflict([], (await findBodyByCode(context, code)).version);
    return {
      result: code,
      did: { action: "set-areas", kind: "body", id: body.id, bodyId: body.id, detail: { areas: areaIds } },
    };
  });
}
