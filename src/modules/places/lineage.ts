import type { BodySummary, Tier } from "./body.ts";

/** How far down each tier of the tree stands. Areas and national bodies stand beside it, below the nation. */
const depth: Record<Tier, number> = {
  nation: 0,
  "national-body": 1,
  area: 1,
  region: 1,
  system: 2,
  organisation: 3,
  team: 4,
};

/** Organisations and teams may stand below their like: a practice below its group, a ward below its unit. */
export function mayStandBelow(body: Pick<BodySummary, "tier">, parent: Pick<BodySummary, "tier">): boolean {
  const likeMayNest = depth[body.tier] >= depth.organisation;
  return depth[parent.tier] < depth[body.tier] || (likeMayNest && parent.tier === body.tier);
}
