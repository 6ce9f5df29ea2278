import { visitor } from "#platform/actor.ts";
import type { Db } from "#platform/database.ts";
import { mayBeNamedAdministrator } from "../policy.ts";
import { hasAdministratorOf } from "../store/memberships.ts";

/** Whether somebody has still to be named, before anybody can let others in. */
export async function isWithoutAdministrator(db: Db, at: Date): Promise<boolean> {
  return mayBeNamedAdministrator(visitor, { persona: null }) && !(await hasAdministratorOf(db, "nation", at));
}
