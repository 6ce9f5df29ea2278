import { sql, type RawBuilder } from "kysely";
import { isPerson, type Actor } from "./actor.ts";

/** Who may see a thing beyond the group that works on it, from the fewest to all. */
export const visibilities = ["team", "organisation", "network", "signed-in", "public"] as const;

export type Visibility = (typeof visibilities)[number];

export const visibilityLabels: Record<Visibility, string> = {
  team: "The team only",
  organisation: "Everyone in the team’s organisations",
  network: "Everyone in the same local system and networks",
  "signed-in": "Everyone who is signed in",
  public: "Everyone, without signing in",
};

/** The one who asks and the moment at which they do. */
export type Looker = { actor: Actor; at: Date };

/**
 * The keys that this actor holds now, to be compared with what opens a thing: `p.opened_by && ${keysOf(looker)}`.
 * Every read of a thing that not all may see has this in its WHERE; db/migrations/0004_sight.sql says why.
 */
export function keysOf({ actor, at }: Looker): RawBuilder<string[]> {
  return sql`(SELECT keys_of(${isPerson(actor) ? actor.id : null}::uuid, ${at}::timestamptz))`;
}
