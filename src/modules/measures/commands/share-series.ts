import { tell } from "#platform/live.ts";
import { perform, type Context } from "#platform/perform.ts";
import { Conflict, Forbidden, Invalid, NotFound } from "#platform/problem.ts";
import { visibilityLabels, type Visibility } from "#platform/sight.ts";
import { typedBody } from "#modules/places/index.ts";
import { mayChangeSeries } from "../policy.ts";
import { seriesToChange } from "../queries/series-to-change.ts";
import { liveTopic, type SeriesSeen } from "../series.ts";
import { giveSeries, takeSeriesBack, writeVisibility } from "../store/sharing.ts";

async function toShare(context: Context, id: string): Promise<SeriesSeen> {
  const series = await seriesToChange(context, id);
  if (!mayChangeSeries(context.actor, series)) throw new Forbidden();
  return series;
}

/** Who sees it beyond the team that keeps it. It is that team's to say, and to take back. */
export async function changeVisibility(
  context: Context,
  id: string,
  { visibility, version }: { visibility: Visibility; version: number },
): Promise<void> {
  const series = await toShare(context, id);
  await perform(context, async (tx) => {
    if (!(await writeVisibility(tx, series.id, { visibility, version })))
      throw await conflict(context, series.id, visibility);
    await tell(tx, liveTopic(series.id));
    const detail = { from: series.visibility, to: visibility };
    const did = {
      action: "change-visibility",
      kind: "series",
      id: series.id,
      bodyId: series.body.id,
      detail,
    };
    return { result: null, did };
  });
}

async function conflict(context: Context, id: string, yours: Visibility): Promise<Conflict> {
  const { visibility, version } = await toShare(context, id);
  const said = { yours: visibilityLabels[yours], theirs: visibilityLabels[visibility] };
  return new Conflict([{ name: "visibility", label: "Who can see it", ...said }], version);
}

/** Given to a body by name: its people see it too, until it is taken back. */
export async function giveToBody(context: Context, id: string, typed: string): Promise<void> {
  const series = await toShare(context, id);
  const body = await typedBody(context, typed, "body");
  if (body.id === series.body.id)
    throw new Invalid([{ field: "body", message: "It is measured there: choose another organisation" }]);
  await perform(context, async (tx) => {
    await giveSeries(tx, series.id, body.id);
    const did = {
      action: "give-series",
      kind: "series",
      id: series.id,
      bodyId: series.body.id,
      detail: { to: body.id },
    };
    return { result: null, did };
  });
}

export async function takeBack(context: Context, id: string, bodyId: string): Promise<void> {
  const series = await toShare(context, id);
  await perform(context, async (tx) => {
    if (!(await takeSeriesBack(tx, series.id, bodyId))) throw new NotFound();
    await tell(tx, liveTopic(series.id));
    const did = {
      action: "take-series-back",
      kind: "series",
      id: series.id,
      bodyId: series.body.id,
      detail: { from: bodyId },
    };
    return { result: null, did };
  });
}
