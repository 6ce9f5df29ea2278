import { isPerson } from "#platform/actor.ts";
import type { Tx } from "#platform/database.ts";
import { tell } from "#platform/live.ts";
import { perform, type Context } from "#platform/perform.ts";
import { Forbidden, NotFound } from "#platform/problem.ts";
import type { Decision } from "../annotation.ts";
import { mayChangeSeries } from "../policy.ts";
import { seriesToChange } from "../queries/series-to-change.ts";
import { liveTopic } from "../series.ts";
import { deleteAnnotation, deleteAnnotationsOf, putAnnotation } from "../store/annotations.ts";

export type Annotating = {
  seriesId: string;
  /** Names the thing that puts it there, such as "test:…"; the same source again changes it. */
  source: string;
  on: string;
  label: string;
  href: string;
  decision: Decision | null;
  by: string | null;
  at: Date;
};

/** Another module's event on the chart, inside its own deed. It has asked its own policy and writes the audit. */
export async function annotate(tx: Tx, given: Annotating): Promise<void> {
  await putAnnotation(tx, { ...given, label: given.label.slice(0, 200) });
  await tell(tx, liveTopic(given.seriesId));
}

/** Takes away all that a source put on charts. */
export async function removeAnnotations(tx: Tx, source: string): Promise<void> {
  const seriesIds = await deleteAnnotationsOf(tx, source);
  if (seriesIds.length > 0) await tell(tx, ...seriesIds.map(liveTopic));
}

/** A person writes beside the numbers what happened. */
export async function addNote(
  context: Context,
  seriesId: string,
  { on, label }: { on: string; label: string },
): Promise<string> {
  const series = await seriesToChange(context, seriesId);
  const { actor, at } = context;
  if (!isPerson(actor) || !mayChangeSeries(actor, series)) throw new Forbidden();
  return perform(context, async (tx) => {
    const given = {
      seriesId: series.id,
      on,
      label,
      href: "",
      source: null,
      decision: null,
      by: actor.id,
      at,
    };
    const id = await putAnnotation(tx, given);
    await tell(tx, liveTopic(series.id));
    const did = { action: "add-note", kind: "series", id: series.id, bodyId: series.body.id, detail: { on } };
    return { result: id, did };
  });
}

export async function removeNote(context: Context, seriesId: string, noteId: string): Promise<void> {
  const series = await seriesToChange(context, seriesId);
  if (!mayChangeSeries(context.actor, series)) throw new Forbidden();
  await perform(context, async (tx) => {
    if (!(await deleteAnnotation(tx, series.id, noteId))) throw new NotFound();
    await tell(tx, liveTopic(series.id));
    const did = { action: "remove-note", kind: "series", id: series.id, bodyId: series.body.id };
    return { result: null, did };
  });
}
