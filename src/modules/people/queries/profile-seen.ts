import type { Context } from "#platform/perform.ts";
import { NotFound } from "#platform/problem.ts";
import type { Relation } from "../audience.ts";
import { maySeeField, maySeeMembers, relationTo } from "../policy.ts";
import { profileFields, profileFieldNames } from "../profile.ts";
import { findProfile, findSeen, type Seen } from "../store/profiles.ts";

export type ProfileSeen = {
  name: string;
  relation: Relation;
  parts: { label: string; lines: string[] }[];
  bodies: Seen["bodies"];
};

/** A person as this reader may see them, with the roles that the reader sees anyway. Where nothing is, nobody is there. */
export async function profileSeen(context: Context, userId: string): Promise<ProfileSeen> {
  const { actor, db, at } = context;
  const seen = await findSeen(db, userId, at);
  if (!seen) throw new NotFound();
  const relation = relationTo(actor, { id: userId, bodyIds: seen.bodies.map((body) => body.id) });
  const profile = await findProfile(db, userId);
  const shown = profileFieldNames.filter(
    (field) => profile.values[field].length > 0 && maySeeField(profile.audiences[field], relation),
  );
  const bodies = seen.bodies.filter((body) => relation === "self" || maySeeMembers(actor, body));
  if (shown.length === 0 && bodies.length === 0 && relation !== "self") throw new NotFound();
  return {
    name: seen.name,
    relation,
    parts: shown.map((field) => ({ label: profileFields[field].label, lines: profile.values[field] })),
    bodies,
  };
}
