import type { ReactNode } from "react";
import { SpcChart } from "#ui/chart/spc-chart.tsx";
import { variationLabel } from "#ui/chart/verdict-words.ts";
import type { SeriesCard } from "../series-line.ts";
import { thinned } from "../thinned.ts";
import { unitOf } from "../unit.ts";
import { newestWords } from "./series-cards.tsx";

type ChartWallProps = {
  id: string;
  cards: readonly SeriesCard[];
  titleOf: (card: SeriesCard) => string;
  /** One height for all, so that they can be compared; else each its own. */
  ends?: { from: number; to: number };
};

const most = 120;

/** Many small charts, in the order given, which ranks nobody; each leads to its own page. */
export function ChartWall({ id, cards, titleOf, ends }: ChartWallProps): ReactNode {
  return (
    <ul className="tl-multiples">
      {cards.map((card, index) => (
        <li key={card.id}>
          <a href={`/series/${card.id}`}>
            {card.points === 0 ? (
              <>{titleOf(card)}: no number yet</>
            ) : (
              <SpcChart
                id={`${id}-${index + 1}`}
                analysis={thinned(card.analysis, most)}
                title={titleOf(card)}
                unit={unitOf(card.definition)}
                words={{
                  short: variationLabel(card.analysis.variation),
                  long: `${card.sentence} Newest: ${newestWords(card)}.`,
                }}
                dress="compact"
                axis={ends ?? {}}
              />
            )}
          </a>
          <p className="tl-multiples__purpose">Measured for {card.purpose}</p>
        </li>
      ))}
    </ul>
  );
}
