import { NotFound } from "#platform/problem.ts";
import type { Context } from "#platform/perform.ts";
import type { People } from "../people.ts";
import { mayBecomePersona } from "../policy.ts";
import { findPersona } from "../store/users.ts";
import { openSession } from "./open-session.ts";

/** The demonstration's open door: no password, and no other account than its own people. */
export async function becomePersona(
  context: Context,
  people: Pick<People, "demonstration">,
  input: { key: string; userAgent: string },
): Promise<string> {
  const user = await findPersona(context.db, input.key);
  if (!user || !mayBecomePersona(people.demonstration, user)) throw new NotFound();
  return openSession(context, { userId: user.id, proof: { by: "persona" }, userAgent: input.userAgent });
}
