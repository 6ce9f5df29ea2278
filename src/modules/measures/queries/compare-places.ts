import { funnel, type Funnel } from "@throughline/spc";
import { paging, type AskedPage, type Paging } from "#platform/paging.ts";
import type { Context } from "#platform/perform.ts";
import { Forbidden, NotFound } from "#platform/problem.ts";
import { cardOf } from "../card-of.ts";
import { hasDenominator } from "../definition.ts";
import type { DefinitionSeen } from "../definition-seen.ts";
import { mayComparePlaces } from "../policy.ts";
import type { SeriesCard, SeriesLine } from "../series-line.ts";
import type { SmallNumbers } from "../small-numbers.ts";
import { countComparable, listComparable, listComparableVerdicts } from "../store/lines.ts";
import { readCommonPeriod, readFigures, type PlaceFigure } from "../store/places.ts";
import { definitionInSight } from "./definition-in-sight.ts";

/** What a team measures to improve is never put beside another's: there is no such page for it. */
async function comparable(context: Context, id: string): Promise<DefinitionSeen> {
  const definition = await definitionInSight(context, id);
  if (!mayComparePlaces(context.actor, definition.text)) throw new NotFound();
  return definition;
}

type Places = { definition: DefinitionSeen; paging: Paging };
export type PlaceCharts = Places & { cards: readonly SeriesCard[] };
export type PlaceVerdicts = Places & { lines: readonly SeriesLine[] };

/** As many as a ward's Wi-Fi carries at once: a chart weighs about 1 kB. */
const chartsOnPage = 30;
const verdictsOnPage = 250;

/** One measure in many places, by name. */
export async function placeCharts(context: Context, id: string, page: number): Promise<PlaceCharts> {
  const { part, ...places } = await placesOn(context, id, { page, size: chartsOnPage });
  const lines = await listComparable(context.db, context, part);
  return { ...places, cards: lines.map(cardOf) };
}

/** What is said of one measure in many places, by name. */
export async function placeVerdicts(context: Context, id: string, page: AskedPage): Promise<PlaceVerdicts> {
  const { part, ...places } = await placesOn(context, id, { page, size: verdictsOnPage });
  return { ...places, lines: await listComparableVerdicts(context.db, context, part) };
}

async function placesOn(context: Context, id: string, { page, size }: { page: AskedPage; size: number }) {
  const definition = await comparable(context, id);
  const total = await countComparable(context.db, context, definition.id);
  const shown = paging(total, page, size);
  const part = { definitionId: definition.id, limit: shown.size, offset: shown.offset };
  return { definition, paging: shown, part };
}

export type FunnelPage = {
  definition: DefinitionSeen;
  period: string | null;
  figures: readonly PlaceFigure[];
  /** Null where the measure has no denominator, or too few places told of the period. */
  funnel: Funnel | null;
};

const fewestPlaces = 3;

/** All places in one picture by their size, of one period: who differs by more than chance gives. */
export async function placeFunnel(
  context: Context,
  id: string,
  { asked, small }: { asked: string | undefined; small: SmallNumbers },
): Promise<FunnelPage> {
  if (!mayComparePlaces(context.actor, { purpose: "judgement" })) throw new Forbidden();
  const definition = await comparable(context, id);
  const period = isDay(asked) ? asked : await readCommonPeriod(context.db, context, definition.id);
  if (!period || !hasDenominator(definition.text))
    return { definition, period: period ?? null, figures: [], funnel: null };
  const wanted = { definitionId: definition.id, period, small };
  const figures = await readFigures(context.db, context, wanted);
  return { definition, period, figures, funnel: funnelOf(definition, figures) };
}

function isDay(text: string | undefined): text is string {
  return text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}

function funnelOf({ text }: DefinitionSeen, figures: readonly PlaceFigure[]): Funnel | null {
  const whole = figures.filter(({ numerator, denominator }) => numerator !== null && (denominator ?? 0) > 0);
  if (whole.length < fewestPlaces) return null;
  return funnel(
    {
      kind: text.form === "proportion" ? "proportion" : "rate",
      names: whole.map(({ name }) => name),
      numerators: whole.map(({ numerator }) => numerator),
      denominators: whole.map(({ denominator }) => denominator),
    },
    { multiplier: text.multiplier },
  );
}
