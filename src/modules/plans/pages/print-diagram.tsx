import type { ReactNode } from "react";
import { dayOf } from "#platform/day.ts";
import { dayInWords } from "#platform/moments.ts";
import { ActionsDrawing } from "#ui/diagram/actions-view.tsx";
import { DiagramSheet } from "#ui/diagram/diagram-sheet.tsx";
import { TreeDrawing } from "#ui/diagram/driver-tree.tsx";
import { actionsForPaper, treeForPaper } from "#ui/diagram/fit-paper.ts";
import { Sunburst } from "#ui/diagram/sunburst.tsx";
import { treeSentence } from "#ui/diagram/tree-sentence.ts";
import { contextOf, type Request } from "#web/env.ts";
import { renderPage } from "#web/render.tsx";
import { actionsOf } from "../diagram/decision-words.ts";
import type { NodeSeen } from "../diagram/diagram.ts";
import { nodeWords } from "../diagram/node-words.ts";
import { sheetsOf } from "../diagram/sheets-of.ts";
import { planActions } from "../queries/plan-diagram.ts";
import { frameOf } from "../views/plan-page.tsx";

type Seen = Awaited<ReturnType<typeof planActions>>;

const papers: Record<string, string> = { a3: "A3", a4: "A4" };

/** One sheet, made to be printed or saved as a PDF: the picture as large as the paper lets it be. */
export async function printDiagramPage(c: Request): Promise<Response> {
  const context = contextOf(c);
  const seen = await planActions(context, c.req.param("id")!);
  const wanted = c.req.query("paper") ?? "";
  const paper = Object.hasOwn(papers, wanted) ? wanted : "a4";
  const { plan } = seen;
  return renderPage(c, {
    title: plan.title,
    section: "Driver diagram to print",
    backLink: { text: "Back to the diagram", href: `/plans/${plan.id}/diagram` },
    children: (
      <div className={`tl-paper tl-paper--${paper}`}>
        <h1 className="nhsuk-heading-m">{plan.title}</h1>
        <p className="tl-paper__how">
          Print this page, or save it as a PDF, from your browser: it is made for {papers[paper]} paper on its
          side.
        </p>
        {sheetsFor(c, seen.nodes).map((nodes, at) => (
          <div key={nodes[0]?.id ?? at} className="tl-paper__picture">
            {at === 0 ? null : <h2 className="nhsuk-heading-s">{topsOf(nodes)}</h2>}
            {pictureOf(c, { ...seen, nodes: [...nodes] }, { at: context.at, id: `diagram-${at + 1}` })}
          </div>
        ))}
        <p className="tl-paper__foot">
          {plan.body.name}, {dayInWords(context.at)}. Throughline.
        </p>
      </div>
    ),
  });
}

/** A circle holds all of it at once. */
function sheetsFor(c: Request, nodes: Seen["nodes"]): (readonly NodeSeen[])[] {
  return c.req.query("view") === "circle" ? [nodes] : sheetsOf(nodes);
}

function topsOf(nodes: readonly NodeSeen[]): string {
  return nodes
    .filter(({ parents }) => parents.length === 0)
    .map(({ text }) => text)
    .join("; ");
}

type Sheet = { at: Date; id: string };

function pictureOf(c: Request, { plan, nodes, tests }: Seen, { at, id }: Sheet): ReactNode {
  const view = c.req.query("view");
  const sheet = { id, title: plan.title, description: treeSentence(nodes) };
  if (view === "circle") return <Sunburst id={id} title={plan.title} nodes={nodes} />;
  if (view === "actions") {
    const layout = actionsForPaper(nodes, { actions: actionsOf(tests, dayOf(at)) });
    return (
      <DiagramSheet {...sheet} width={layout.width} height={layout.height}>
        <ActionsDrawing layout={layout} />
      </DiagramSheet>
    );
  }
  const layout = treeForPaper(nodes, { words: nodeWords(frameOf(c, plan), nodes) });
  return (
    <DiagramSheet {...sheet} width={layout.width} height={layout.height}>
      <TreeDrawing layout={layout} />
    </DiagramSheet>
  );
}
