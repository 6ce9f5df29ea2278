import { pareto, type Pareto } from "@throughline/spc";
import { dayOf } from "#platform/day.ts";
import type { Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import { cardOf } from "../card-of.ts";
import { mayChangeSeries, maySeeSeries } from "../policy.ts";
import type { SeriesSeen } from "../series.ts";
import type { SeriesCard } from "../series-line.ts";
import type { SmallNumbers } from "../small-numbers.ts";
import { listParts } from "../store/lines.ts";
import { readPartSizes, type PartSize } from "../store/parts.ts";
import { seriesInSight } from "./series-in-sight.ts";

export type SeriesParts = {
  whole: SeriesSeen;
  cards: readonly SeriesCard[];
  /** Only counts can be added up. */
  hasSizes: boolean;
  can: { split: boolean };
};

export async function seriesParts(context: Context, id: string): Promise<SeriesParts> {
  if (!maySeeSeries(context.actor)) throw new Forbidden();
  const whole = await seriesInSight(context, id);
  const lines = await listParts(context.db, context, whole.id);
  return {
    whole,
    cards: lines.map(cardOf),
    hasSizes: isCounted(whole),
    can: {
      split: whole.closedAt === null && whole.wholeId === null && mayChangeSeries(context.actor, whole),
    },
  };
}

function isCounted({ definition: { form } }: SeriesSeen): boolean {
  return form === "count" || form === "proportion" || form === "rate";
}

export type PartSizes = {
  whole: SeriesSeen;
  from: string;
  to: string;
  sizes: readonly PartSize[];
  pareto: Pareto;
};

/** Which few parts make up the most, over the last 12 months unless other dates are asked for. */
export async function partSizes(
  context: Context,
  id: string,
  { small, ...asked }: { from: string | undefined; to: string | undefined; small: SmallNumbers },
): Promise<PartSizes> {
  if (!maySeeSeries(context.actor)) throw new Forbidden();
  const whole = await seriesInSight(context, id);
  const to = dayIn(asked.to) ?? dayOf(context.at);
  const from = dayIn(asked.from) ?? `${Number(to.slice(0, 4)) - 1}${to.slice(4)}`.replace("-02-29", "-02-28");
  const sizes = isCounted(whole)
    ? await readPartSizes(context.db, context, { wholeId: whole.id, from, to, small })
    : [];
  return { whole, from, to, sizes, pareto: pareto(sizes.map(({ name, count }) => ({ name, value: count }))) };
}

function dayIn(text: string | undefined): string | undefined {
  return text && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : undefined;
}
