import type { Analysis } from "@throughline/spc";
import type { ReactNode } from "react";
import { ResponsiveChart } from "#ui/chart/responsive-chart.tsx";
import type { ChartModel } from "../queries/chart-model.ts";
import { chartOptionsOf, narrativeOf } from "./series-chart.tsx";

/** What a change would do to the chart, before anybody decides. */
export function ViewPreview({ before, after }: { before: ChartModel; after: ChartModel }): ReactNode {
  return (
    <>
      <p className="nhsuk-body-l">{effectWords(before.analysis, after.analysis)}</p>
      <Side heading="As it is" id="before" model={before} />
      <Side heading="As it would be" id="after" model={after} />
    </>
  );
}

function Side({ heading, id, model }: { heading: string; id: string; model: ChartModel }): ReactNode {
  return (
    <section aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`} className="nhsuk-heading-m">
        {heading}
      </h2>
      <p>{model.points.length === 0 ? "There is no number yet." : narrativeOf(model).short}</p>
      {model.points.length === 0 ? null : (
        <figure className="tl-figure">
          <ResponsiveChart {...chartOptionsOf(model)} id={id} />
        </figure>
      )}
    </section>
  );
}

/** Whether more or fewer points are signals. */
function effectWords(before: Analysis, after: Analysis): string {
  const [was, is] = [signalled(before), signalled(after)];
  const count = (number: number): string => (number === 1 ? "1 number" : `${number} numbers`);
  if (was === is) return `As many are part of a signal as before: ${count(is)}.`;
  return `${count(is)} would be part of a signal, and ${count(was)} ${was === 1 ? "is" : "are"} now.`;
}

function signalled({ points }: Analysis): number {
  return points.filter((point) => point.signal !== null).length;
}
