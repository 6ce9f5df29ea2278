import type { ReactNode } from "react";
import { isPerson } from "#platform/actor.ts";
import type { Context } from "#platform/perform.ts";
import { livingExample } from "./queries/living-example.ts";
import { LineOfSight } from "./views/line-of-sight.tsx";

/** The living example on the signed-out home page. */
export const lineSection = {
  id: "line-of-sight",
  order: 10,
  async draw(context: Context): Promise<ReactNode | null> {
    if (isPerson(context.actor)) return null;
    const body = await livingExample(context);
    return body ? <LineOfSight body={body} /> : null;
  },
};
