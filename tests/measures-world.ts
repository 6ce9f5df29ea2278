import type { Db } from "#platform/database.ts";
import type { Visibility } from "#platform/sight.ts";
import { startGroup } from "#modules/people/index.ts";
import { startSeriesFor, type DefinitionText } from "#modules/measures/index.ts";

/** A measure that says all that one can say. */
export const falls: DefinitionText = {
  name: "Falls on the ward",
  why: "Each fall hurts somebody",
  kind: "outcome",
  operational: "Every fall that is written in the ward's book",
  numerator: "",
  denominator: "",
  form: "count",
  multiplier: 1,
  unit: "falls",
  better: "lower",
  frequency: "month",
  collector: "The ward clerk",
  minutesPerPoint: 2,
  source: "The ward's book of incidents",
  purpose: "improvement",
  authority: "",
  topic: "Falls",
  reviewOn: null,
};

type NewSeries = {
  by: { id: string };
  at: Date;
  visibility?: Visibility;
  definition?: Partial<DefinitionText>;
};

/** A measure begun at a place by somebody, who alone keeps it. */
export async function series(
  db: Db,
  where: { id: string; code: string; name: string },
  { by, at, visibility = "team", definition }: NewSeries,
): Promise<string> {
  return db.transaction().execute(async (tx) => {
    const groupId = await startGroup(tx, { userId: by.id, at });
    return startSeriesFor(tx, {
      definition: { ...falls, ...definition },
      madeFrom: null,
      place: { ...where, organisations: [], isOwn: true },
      visibility,
      groupId,
      by: by.id,
      at,
    });
  });
}

/** A number for each month from January 2024 on. */
export function monthly(values: readonly number[], from = 0) {
  return values.map((value, index) => ({
    period: new Date(Date.UTC(2024, from + index, 1)).toISOString().slice(0, 10),
    state: "number" as const,
    value,
    numerator: null,
    denominator: null,
    note: "",
  }));
}
