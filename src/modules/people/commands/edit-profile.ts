import type { Person } from "#platform/actor.ts";
import { perform, type Context } from "#platform/perform.ts";
import { Conflict, NotFound } from "#platform/problem.ts";
import { ownsAccount } from "../policy.ts";
import { profileFields } from "../profile.ts";
import { findProfile, saveName, saveProfileField, type ProfileChange } from "../store/profiles.ts";

type OwnContext = Context & { actor: Person };

/** One field and who sees it. Saved in two windows at once, the second one sees both texts. */
export async function editProfile(context: OwnContext, change: ProfileChange): Promise<void> {
  const { actor } = context;
  if (!ownsAccount(actor)) throw new NotFound();
  await perform(context, async (tx) => {
    if (!(await saveProfileField(tx, actor.id, change))) throw await changedMeanwhile(context, change);
    const detail = { field: change.field, audience: change.audience };
    return { result: null, did: { action: "profile-edited", kind: "profile", id: actor.id, detail } };
  });
}

async function changedMeanwhile(
  { db, actor }: OwnContext,
  { field, value }: ProfileChange,
): Promise<Conflict> {
  const now = await findProfile(db, actor.id);
  const { label } = profileFields[field];
  return new Conflict(
    [{ name: field, label, yours: value.join("\n"), theirs: now.values[field].join("\n") }],
    now.version,
  );
}

/** The table's own audit entry tells of it: one deed, one entry. */
export async function rename({ db, actor, at }: OwnContext, name: string): Promise<void> {
  if (!ownsAccount(actor)) throw new NotFound();
  await db.transaction().execute((tx) => saveName(tx, actor.id, name, at));
}
