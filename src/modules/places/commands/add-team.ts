import { Forbidden } from "#platform/problem.ts";
import { perform, type Context } from "#platform/perform.ts";
import { mayAddTeam } from "../policy.ts";
import { findBodyByCode } from "../queries/find-body-by-code.ts";
import { insertTeam } from "../store/write-body.ts";
import { dayOf } from "#platform/day.ts";

export type Team = { kind: "team" | "ward"; name: string; purpose: string };

/** The new team's code. No gate stands before it: whoever leads here starts a team when there is one. */
export async function addTeam(context: Context, code: string, team: Team): Promise<string> {
  const parent = await findBodyByCode(context, code);
  if (!mayAddTeam(context.actor, parent)) throw new Forbidden();
  return perform(context, async (tx) => {
    const added = await insertTeam(tx, { ...team, parentId: parent.id, openedOn: dayOf(context.at) });
    return {
      result: added.code,
      did: {
        action: "add-team",
        kind: "body",
        id: added.id,
        bodyId: parent.id,
        detail: { code: added.code },
      },
    };
  });
}
