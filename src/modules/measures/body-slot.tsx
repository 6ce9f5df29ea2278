import type { BodySlot } from "#modules/places/index.ts";
import { placeMeasures } from "./queries/place-measures.ts";
import { BodyMeasures } from "./views/body-measures.tsx";

const few = 5;

/** What is measured at a place, on its page. */
export const measuresSlot: BodySlot = {
  id: "measures",
  order: 20,
  async draw(context, body) {
    const found = await placeMeasures(context, body, { page: 1, size: few });
    if (found.cards.length === 0 && !found.can.begin) return null;
    return <BodyMeasures found={found} body={body} />;
  },
};
