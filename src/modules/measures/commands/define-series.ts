import { isPerson } from "#platform/actor.ts";
import { tell } from "#platform/live.ts";
import { perform, type Context } from "#platform/perform.ts";
import { Forbidden, Invalid } from "#platform/problem.ts";
import type { DefinitionText } from "../definition.ts";
import { mayChangeSeries } from "../policy.ts";
import { definitionInSight } from "../queries/definition-in-sight.ts";
import { seriesToChange } from "../queries/series-to-change.ts";
import { refuseHalfDefined } from "../refuse-half-defined.ts";
import { liveTopic, type SeriesSeen } from "../series.ts";
import { readLineage } from "../store/definitions.ts";
import { reckon } from "../store/reckon.ts";
import { pinVersion, shareDefinition, takeUpVersion, writeNextVersion } from "../store/write-definition.ts";
import { definitionConflict } from "./change-definition.ts";

async function toDefine(context: Context, id: string): Promise<SeriesSeen> {
  const series = await seriesToChange(context, id);
  if (!isPerson(context.actor) || !mayChangeSeries(context.actor, series)) throw new Forbidden();
  return series;
}

export type SeriesDefinition = { text: Partial<DefinitionText>; reason: string; version: number };

/** What a series measures, said better. Its purpose and the form of its numbers stay: those were promised. */
export async function defineSeries(context: Context, id: string, given: SeriesDefinition): Promise<void> {
  const series = await toDefine(context, id);
  await refuseShared(context, series);
  await writeFor(context, series, { ...given, upTo: null });
}

/** Of a definition that others share, the words are changed in the catalogue. */
async function refuseShared(context: Context, { definitionId }: SeriesSeen): Promise<void> {
  const { shared } = await readLineage(context.db, definitionId);
  if (shared)
    throw new Invalid([
      { field: "reason", message: "These words are shared with others: change them in the catalogue" },
    ]);
}

/** Takes the newest version of the shared definition that it was made from; who collects and how stays its own. */
export async function takeUp(context: Context, id: string, version: number): Promise<void> {
  const series = await toDefine(context, id);
  const { madeFrom } = await readLineage(context.db, series.definitionId);
  if (!madeFrom || madeFrom.newest === madeFrom.version)
    throw new Invalid([{ field: "reason", message: "There is no newer version to take up" }]);
  const newest = await definitionInSight(context, madeFrom.id);
  const { collector, minutesPerPoint, source } = series.definition;
  const text = { ...newest.text, collector, minutesPerPoint, source };
  const reason = `Version ${newest.version} of ${newest.text.name} was taken up`;
  await writeFor(context, series, { text, reason, version, upTo: newest.version });
}

type Written = SeriesDefinition & { upTo: number | null };

async function writeFor(context: Context, series: SeriesSeen, written: Written): Promise<void> {
  const { actor, at } = context;
  if (!isPerson(actor)) throw new Forbidden();
  const { form, purpose, authority } = series.definition;
  const text = { ...series.definition, ...written.text, form, purpose };
  if (purpose === "improvement") text.authority = authority;
  refuseHalfDefined(text);
  await perform(context, async (tx) => {
    const { version: from, reason } = written;
    if (!(await writeNextVersion(tx, { id: series.definitionId, from, text, reason, by: actor.id, at }))) {
      const { definition, definitionVersion } = await toDefine(context, series.id);
      throw definitionConflict(text, definition, definitionVersion);
    }
    await pinVersion(tx, series.id, from + 1);
    if (written.upTo !== null) await takeUpVersion(tx, series.definitionId, written.upTo);
    await reckon(tx, { ...series, definition: text }, null);
    await tell(tx, liveTopic(series.id));
    const detail = { version: from + 1 };
    const did = { action: "define-series", kind: "series", id: series.id, bodyId: series.body.id, detail };
    return { result: null, did };
  });
}

/** Puts the words of a series into the catalogue for all; its numbers stay where they are. */
export async function shareWords(context: Context, id: string): Promise<void> {
  const series = await toDefine(context, id);
  await perform(context, async (tx) => {
    await shareDefinition(tx, series.definitionId);
    const detail = { definition: series.definitionId };
    const did = { action: "share-definition", kind: "series", id: series.id, bodyId: series.body.id, detail };
    return { result: null, did };
  });
}
