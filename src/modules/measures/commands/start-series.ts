import { isPerson } from "#platform/actor.ts";
import type { Tx } from "#platform/database.ts";
import { perform, type Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import type { Visibility } from "#platform/sight.ts";
import { startGroup, type Workplace } from "#modules/people/index.ts";
import type { View } from "../analysis.ts";
import { checkPoints } from "../check-points.ts";
import { chartsFor, type DefinitionText } from "../definition.ts";
import type { Point } from "../point.ts";
import { mayStartSeries } from "../policy.ts";
import { refuseHalfDefined } from "../refuse-half-defined.ts";
import { insertDefinition } from "../store/definitions.ts";
import { writePoints } from "../store/points.ts";
import { reckon } from "../store/reckon.ts";
import { insertSeries } from "../store/series.ts";
import { insertView } from "../store/views.ts";

/** A measure begun at a place: from a shared definition with its version pinned, or in words of one's own. */
export type SeriesStart = {
  definition: DefinitionText;
  madeFrom: { id: string; version: number } | null;
  place: Workplace;
  visibility: Visibility;
  split?: string;
  collectorId?: string | null;
  /** How it is looked at, and its numbers, when it comes from somewhere else with both. */
  view?: View;
  points?: readonly Point[];
};

export async function startSeries(context: Context, start: SeriesStart): Promise<string> {
  if (!isPerson(context.actor) || !mayStartSeries(context.actor, start.place)) throw new Forbidden();
  const by = context.actor.id;
  return perform(context, async (tx) => {
    const groupId = await startGroup(tx, { userId: by, at: context.at });
    const id = await startSeriesFor(tx, { ...start, groupId, by, at: context.at });
    const detail = { purpose: start.definition.purpose, visibility: start.visibility };
    return {
      result: id,
      did: { action: "start-series", kind: "series", id, bodyId: start.place.id, detail },
    };
  });
}

/**
 * The same inside another deed, for a group that is there already: a plan's team begins a measure of its own.
 * Whoever calls this has asked its own policy and writes the audit.
 */
export async function startSeriesFor(
  tx: Tx,
  start: SeriesStart & { groupId: string; by: string; at: Date },
): Promise<string> {
  const { definition, madeFrom, place, by, at } = start;
  refuseHalfDefined(definition);
  const definitionId = await insertDefinition(tx, {
    text: definition,
    bodyId: place.id,
    shared: false,
    madeFrom,
    by,
    at,
  });
  const { id, number } = await insertSeries(tx, {
    definitionId,
    definitionVersion: 1,
    split: start.split ?? "",
    bodyId: place.id,
    groupId: start.groupId,
    visibility: start.visibility,
    purpose: definition.purpose,
    collectorId: start.collectorId ?? null,
    by,
    at,
  });
  const usual = {
    chart: chartsFor[definition.form][0],
    rules: "making-data-count-2023",
    options: {},
  } as const;
  const { view = usual, points = [] } = start;
  await insertView(tx, { seriesId: id, number: 1, view, reason: "", pictures: null, by, at });
  if (points.length > 0) {
    checkPoints(definition, points, at);
    await writePoints(tx, { seriesNo: number, points, by, at, reason: "" });
  }
  await reckon(tx, { id, number, analysis: 1, definition }, points.length > 0 ? at : null);
  return id;
}
