import type { ReactNode } from "react";
import { Button } from "#ui/nhs/button.tsx";
import type { PlaceMeasures } from "../queries/place-measures.ts";
import { SeriesTable } from "./series-cards.tsx";

type BodyMeasuresProps = { found: PlaceMeasures; body: { code: string; name: string } };

/** A place's measures, those with a signal first; all of them are a page of charts. */
export function BodyMeasures({ found, body }: BodyMeasuresProps): ReactNode {
  const { cards, paging, can } = found;
  const more = paging.total > cards.length ? ` all ${paging.total.toLocaleString("en-GB")}` : "";
  return (
    <section>
      <h2>Measures</h2>
      {cards.length > 0 ? (
        <>
          <SeriesTable id="body-measures" caption={`What ${body.name} measures`} cards={cards} />
          <p>
            <a href={`/bodies/${body.code}/measures`}>See{more} measures as charts</a>
          </p>
        </>
      ) : (
        <p>Nothing is measured here yet that you can see.</p>
      )}
      {can.begin ? (
        <Button href={`/measures/new?place=${body.code}`} text="Start a measure" variant="secondary" />
      ) : null}
    </section>
  );
}
