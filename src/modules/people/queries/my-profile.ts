import type { Person } from "#platform/actor.ts";
import type { Context } from "#platform/perform.ts";
import { NotFound } from "#platform/problem.ts";
import { ownsAccount } from "../policy.ts";
import type { Profile } from "../profile.ts";
import { findProfile } from "../store/profiles.ts";

export async function myProfile({ db, actor }: Context & { actor: Person }): Promise<Profile> {
  if (!ownsAccount(actor)) throw new NotFound();
  return findProfile(db, actor.id);
}
