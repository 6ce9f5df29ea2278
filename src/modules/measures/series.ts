import { Forbidden } from "#platform/problem.ts";
import type { GroupRole } from "#modules/people/index.ts";
import type { Visibility } from "#platform/sight.ts";
import type { DefinitionText, Purpose } from "./definition.ts";

/** A measure at a place, as somebody in whose sight it is finds it. */
export type SeriesSeen = {
  id: string;
  number: number;
  definitionId: string;
  definitionVersion: number;
  definition: DefinitionText;
  split: string;
  wholeId: string | null;
  /** Where it is measured, with itself and what stands above it up to its organisation. */
  body: { id: string; code: string; name: string; organisations: readonly string[] };
  groupId: string;
  visibility: Visibility;
  purpose: Purpose;
  collectorId: string | null;
  analysis: number;
  revision: number;
  version: number;
  closedAt: Date | null;
  /** What the one who asks is in the group that keeps it, if anything. */
  standing: GroupRole | null;
};

/** Its name, and what tells it from others of the same definition. */
export function seriesName({ definition, split }: Pick<SeriesSeen, "definition" | "split">): string {
  return split === "" ? definition.name : `${definition.name}: ${split}`;
}

/** What open pages listen to, to be told of it. */
export function liveTopic(seriesId: string): string {
  return `series:${seriesId}`;
}

/** What was closed stays as it is. */
export function refuseClosed({ closedAt }: Pick<SeriesSeen, "closedAt">): void {
  if (closedAt !== null)
    throw new Forbidden("This measure was closed, so nothing is added to it or changed.");
}
