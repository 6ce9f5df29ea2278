/** Who may see one part of a profile, from the fewest to the most. */
export const audiences = ["only-me", "my-bodies", "signed-in", "public"] as const;

export type Audience = (typeof audiences)[number];

/** How somebody who looks stands to the person. */
export type Relation = "self" | "colleague" | "signed-in" | "visitor";

export const audienceLabels: Record<Audience, string> = {
  "only-me": "Only me",
  "my-bodies": "People in my organisations",
  "signed-in": "Everyone who is signed in",
  public: "Everyone, on the internet too",
};

const reach: Record<Relation, readonly Audience[]> = {
  self: audiences,
  colleague: ["my-bodies", "signed-in", "public"],
  "signed-in": ["signed-in", "public"],
  visitor: ["public"],
};

export function audienceReaches(audience: Audience, relation: Relation): boolean {
  return reach[relation].includes(audience);
}

export function isAudience(value: unknown): value is Audience {
  return audiences.some((audience) => audience === value);
}
