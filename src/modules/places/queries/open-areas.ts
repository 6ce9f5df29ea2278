import { Forbidden } from "#platform/problem.ts";
import type { Context } from "#platform/perform.ts";
import type { NamedBody } from "../body.ts";
import { maySeeBodies } from "../policy.ts";
import { readPlaces } from "../store/bodies.ts";

/** Every area that an organisation can sit in. */
export async function openAreas(context: Context): Promise<NamedBody[]> {
  if (!maySeeBodies(context.actor)) throw new Forbidden();
  return (await readPlaces(context.db)).filter((place) => place.tier === "area");
}
