import { isPerson } from "#platform/actor.ts";
import { dayOf } from "#platform/day.ts";
import { perform, type Context } from "#platform/perform.ts";
import { Forbidden, Invalid } from "#platform/problem.ts";
import { maySeeInventory } from "../policy.ts";
import { shownPage } from "../queries/shown-page.ts";
import type { WayShown } from "../shown-measure.ts";
import { writeShowing } from "../store/shown-measures.ts";

export type HowShown = { name: string; paper: string; shownAs: WayShown; since: string; note: string };

export const notCome = "This day has not come yet";

/** How a measure is shown to a board from a day on. */
export async function sayHowShown(context: Context, code: string, how: HowShown): Promise<string> {
  const { body, now, can } = await shownPage(context, code);
  const { actor, at } = context;
  if (!isPerson(actor) || !maySeeInventory(actor) || !can.keep) throw new Forbidden();
  if (how.since > dayOf(at)) throw new Invalid([{ field: "since", message: notCome }]);
  const earlier = now.find((row) => row.name.toLowerCase() === how.name.toLowerCase());
  if (earlier && how.since <= earlier.since)
    throw new Invalid([
      {
        field: "since",
        message: "It was shown as it is now from a later day on: give the day on which that changed",
      },
    ]);
  return perform(context, async (tx) => {
    await writeShowing(tx, { ...how, bodyId: body.id, by: actor.id, at });
    return {
      result: code,
      did: {
        action: "say-how-shown",
        kind: "body",
        id: body.id,
        bodyId: body.id,
        detail: { as: how.shownAs },
      },
    };
  });
}
