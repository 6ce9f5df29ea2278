import type { ReactNode } from "react";
import type { PlanFrame } from "../workspace-part.ts";
import { SubNavigation } from "#ui/sub-navigation.tsx";

export type DiagramView = "tree" | "actions" | "circle" | "list" | "history";

const views: readonly { view: DiagramView; path: string; text?: string }[] = [
  { view: "tree", path: "", text: "Tree" },
  { view: "actions", path: "/actions" },
  { view: "circle", path: "/circle", text: "Circle" },
  { view: "list", path: "/list", text: "List" },
  { view: "history", path: "/history", text: "Earlier versions" },
];

/** Tests are called what this reader calls them. */
export function inTheirPlaces({ words }: PlanFrame): string {
  return `${words.tests} in their places`;
}

/** The ways to look at one diagram. */
export function DiagramViews({ frame, current }: { frame: PlanFrame; current: DiagramView }): ReactNode {
  const { plan } = frame;
  return (
    <SubNavigation
      ariaLabel="Views of the diagram"
      items={views.map(({ view, path, text }) => ({
        text: text ?? inTheirPlaces(frame),
        href: `/plans/${plan.id}/diagram${path}`,
        current: view === current,
      }))}
    />
  );
}

type Picture = "tree" | "actions" | "circle";

/** What can be taken away: pictures, slides of shapes that can be moved, paper, and plain text. */
export function DiagramDownloads({ planId, picture }: { planId: string; picture: Picture }): ReactNode {
  const from = `/plans/${planId}/diagram`;
  return (
    <section className="tl-diagram-files" aria-labelledby="files">
      <h2 className="nhsuk-heading-s" id="files">
        Take it with you
      </h2>
      <ul className="tl-diagram-files__list">
        <li>
          <a href={`${from}/print?view=${picture}&paper=a4`}>Print or PDF, A4</a>
        </li>
        <li>
          <a href={`${from}/print?view=${picture}&paper=a3`}>Print or PDF, A3</a>
        </li>
        <li>
          <a href={`${from}/files/${picture}.png`}>Picture (PNG)</a>
        </li>
        <li>
          <a href={`${from}/files/${picture}.svg`}>Drawing (SVG)</a>
        </li>
        <li>
          <a href={`${from}/files/diagram.pptx`}>PowerPoint slides</a>
        </li>
        <li>
          <a href={`${from}/files/outline.txt`}>Indented text</a>
        </li>
      </ul>
    </section>
  );
}
