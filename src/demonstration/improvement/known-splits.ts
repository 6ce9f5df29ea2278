import { idFrom } from "../dice.ts";
import { boardsTrust } from "./board-measures.ts";
import type { MadeSeries } from "./project.ts";
import { partsOf, type Stratum } from "./split-parts.ts";
import type { SeriesRow } from "./series-rows.ts";

const ofBoard = (key: string): string => idFrom(`series:${key}:${boardsTrust}`);

/** What those whom visitors meet first count by site, by cause and by group: the parts of which sum up to the whole. */
const splits: Readonly<Record<string, readonly Stratum[]>> = {
  [idFrom(`series:${idFrom("plan:falls-of-the-ward-sister")}:0`)]: [
    { name: "On the way to the toilet", share: 46, proneThen: 0.3 },
    { name: "Getting out of bed", share: 27 },
    { name: "In the bathroom", share: 13, proneThen: 0.8 },
    { name: "Out of a chair", share: 9 },
    { name: "Elsewhere", share: 5 },
  ],
  [ofBoard("board-falls")]: [
    { name: "Opalbridge General", share: 58 },
    { name: "Eastmoor Hospital", share: 27, prone: 0.9 },
    { name: "Community beds", share: 15, prone: 1.6 },
  ],
  [ofBoard("board-complaints")]: [
    { name: "Being told what happens", share: 31 },
    { name: "Waiting", share: 24 },
    { name: "Treatment itself", share: 17 },
    { name: "Going home", share: 12 },
    { name: "How staff spoke", share: 9 },
    { name: "Lost belongings", share: 4 },
    { name: "Food and parking", share: 3 },
  ],
  [ofBoard("cancer-62")]: [
    { name: "Breast", share: 26, prone: 1.6 },
    { name: "Prostate and bladder", share: 25, prone: 0.7 },
    { name: "Skin", share: 18, prone: 2 },
    { name: "Bowel", share: 17, prone: 0.7 },
    { name: "Lung", share: 14, prone: 0.6 },
  ],
};

/** The parts of those that are counted in parts. */
export function knownParts(rows: readonly SeriesRow[], made: readonly MadeSeries[]): SeriesRow[] {
  return rows.flatMap((row) => {
    const strata = splits[row.id];
    const changesOn = made.find(({ id }) => id === row.id)?.changesOn;
    return strata ? partsOf(row, { strata, changesOn }) : [];
  });
}
