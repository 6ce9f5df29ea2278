import type { ReactNode } from "react";
import { longDate } from "#ui/long-date.ts";
import { keyOf } from "../item.ts";
import type { Pack } from "../pack/pack.ts";
import { itemPath } from "../paths.ts";
import type { PublishedSeries } from "../queries/published-series.ts";

type Published = NonNullable<ReturnType<PublishedSeries["get"]>>;

type TrackingDataProps = { ids: readonly string[]; pack: Pack; published: PublishedSeries };

/** The existing data that track an outcome, each with the charts that places publish here. */
export function TrackingData({ ids, pack, published }: TrackingDataProps): ReactNode {
  const known = ids.flatMap((id) => pack.series.find((one) => one.id === id) ?? []);
  if (known.length === 0) return "Nothing published shows it";
  return (
    <ul className="nhsuk-list tl-plain">
      {known.map(({ id, title }) => (
        <li key={id}>
          <a href={itemPath(pack.framework.key, keyOf("series", id))}>{title}</a>
          <span className="tl-quiet">: {chartsOf(published.get(id) ?? [])}</span>
        </li>
      ))}
    </ul>
  );
}

/** Only how many: each set of data says more about itself where it stands alone. */
function chartsOf(found: Published): string {
  const places = found.reduce((sum, one) => sum + one.places, 0);
  return places === 0
    ? "no chart here yet"
    : `charts of ${places.toLocaleString("en-GB")} ${places === 1 ? "place" : "places"}`;
}

export function PublishedCharts({ found }: { found: Published }): ReactNode {
  if (found.length === 0) return <p className="tl-quiet">No place publishes a chart of it here yet</p>;
  return found.map(({ id, name, places, improving, slipping, lastPeriod }) => (
    <p key={id} className="tl-quiet">
      <a href={`/measures/${id}/places`}>
        {name}: charts of {places.toLocaleString("en-GB")} {places === 1 ? "place" : "places"}
      </a>
      , {improving.toLocaleString("en-GB")} with a signal of improvement and{" "}
      {slipping.toLocaleString("en-GB")} of concern
      {lastPeriod ? `, last in the period from ${longDate(lastPeriod)}` : null}
    </p>
  ));
}
