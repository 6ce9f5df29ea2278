import type { ReactNode } from "react";
import type { SeriesPage } from "../queries/series-page.ts";

type Tool = { text: string; path: string };

const changes: readonly Tool[] = [
  { text: "Chart and rules", path: "change/chart" },
  { text: "Start a new phase", path: "change/phase" },
  { text: "Fix the baseline", path: "change/baseline" },
  { text: "Target", path: "change/target" },
  { text: "Leave out a number", path: "change/exclude" },
  { text: "Axis", path: "change/axis" },
  { text: "Notes on the chart", path: "notes" },
  { text: "What is measured", path: "definition" },
  { text: "Who can see it", path: "sharing" },
  { text: "Who collects the numbers", path: "collector" },
  { text: "Split into parts", path: "parts" },
  { text: "Close the measure", path: "close" },
];

const files: readonly Tool[] = [
  { text: "Picture (PNG)", path: "files/chart.png" },
  { text: "Drawing (SVG)", path: "files/chart.svg" },
  { text: "Slide with a chart to edit (PowerPoint)", path: "files/chart.pptx" },
  { text: "Workbook with numbers, limits and working (Excel)", path: "files/chart.xlsx" },
  { text: "Numbers (CSV)", path: "files/numbers.csv" },
  { text: "Arithmetic (CSV)", path: "files/working.csv" },
  { text: "All of it (JSON)", path: "files/series.json" },
];

/** What can be done with a chart. Every change is shown before it is saved, and none is made without a reason. */
export function SeriesTools({ page: { model, parts } }: { page: SeriesPage }): ReactNode {
  const { id } = model.series;
  return (
    <div className="nhsuk-grid-row tl-no-print">
      {model.can.change ? (
        <div className="nhsuk-grid-column-one-half">
          <ToolList id={id} heading="Change" tools={changes} />
        </div>
      ) : null}
      <div className="nhsuk-grid-column-one-half">
        <ToolList id={id} heading="Take it with you" tools={files} />
        <ul className="nhsuk-list">
          {model.can.change ? (
            <li>
              <a href={`/series/${id}/embed`}>Show the picture in another page</a>
            </li>
          ) : null}
          {parts > 0 ? (
            <li>
              <a href={`/series/${id}/parts`}>
                See its {parts} {parts === 1 ? "part" : "parts"} side by side
              </a>
            </li>
          ) : null}
          {model.can.change ? (
            <li>
              <a href="/measures/api">Let another system put the numbers in</a>
            </li>
          ) : null}
          <li>
            <a href={`/series/${id}/history`}>What was changed, by whom and why</a>
          </li>
        </ul>
      </div>
    </div>
  );
}

function ToolList({
  id,
  heading,
  tools,
}: {
  id: string;
  heading: string;
  tools: readonly Tool[];
}): ReactNode {
  return (
    <>
      <h2 className="nhsuk-heading-m">{heading}</h2>
      <ul className="nhsuk-list">
        {tools.map(({ text, path }) => (
          <li key={path}>
            <a href={`/series/${id}/${path}`}>{text}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
