import type { ReactNode } from "react";
import { isPerson } from "#platform/actor.ts";
import type { Context } from "#platform/perform.ts";
import { SpcChart } from "#ui/chart/spc-chart.tsx";
import { shownExample } from "../../islands/playground/examples.ts";
import { exampleStudy } from "./example-study.ts";

let picture: ReactNode;

/** A chart that says what it found, beside the welcome: the service in one picture. */
export const livingChart = {
  id: "living-chart",
  order: 5,
  place: "beside" as const,
  async draw({ actor }: Context): Promise<ReactNode | null> {
    if (isPerson(actor)) return null;
    picture ??= drawExample();
    return picture;
  },
};

function drawExample(): ReactNode {
  const { drawn } = exampleStudy();
  if (!drawn) return null;
  const { analysis, title, unit, axis, narrative } = drawn;
  return (
    <figure className="tl-living">
      <SpcChart
        id="living-chart-picture"
        width={366}
        analysis={analysis}
        title={title}
        unit={unit}
        axis={axis}
        words={{ short: narrative.short, long: narrative.long.join(" ") }}
      />
      <figcaption>
        An example with invented numbers.{" "}
        <a href={`/charts?example=${shownExample}`}>See its numbers, and how they are judged</a>
      </figcaption>
    </figure>
  );
}
