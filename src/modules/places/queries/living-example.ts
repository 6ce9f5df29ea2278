import type { Context } from "#platform/perform.ts";
import type { Body } from "../body.ts";
import { maySeeBodies } from "../policy.ts";
import { readBody, readFirstWard } from "../store/bodies.ts";

/** A ward with all that stands above it: the line that the service is named after, shown and not told. */
export async function livingExample({ db, actor }: Context): Promise<Body | undefined> {
  if (!maySeeBodies(actor)) return undefined;
  const code = await readFirstWard(db);
  return code === undefined ? undefined : readBody(db, code);
}
