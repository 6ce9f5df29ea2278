import type { ReactNode } from "react";
import { dayOf } from "#platform/day.ts";
import { ActionsView } from "#ui/diagram/actions-view.tsx";
import { DiagramFrame } from "#ui/diagram/diagram-frame.tsx";
import { nodeKinds } from "#ui/diagram/graph.ts";
import { Outline } from "#ui/diagram/outline.tsx";
import { Sunburst } from "#ui/diagram/sunburst.tsx";
import { Details } from "#ui/nhs/details.tsx";
import { contextOf, type Request } from "#web/env.ts";
import { checksOf } from "../diagram/diagram-checks.ts";
import { actionsOf } from "../diagram/decision-words.ts";
import { planActions, planDiagram, type PlanDiagram } from "../queries/plan-diagram.ts";
import { nodeWords, type NodeWords } from "../diagram/node-words.ts";
import { DiagramChecks } from "../views/diagram-checks.tsx";
import { DiagramDownloads, DiagramViews, inTheirPlaces, type DiagramView } from "../views/diagram-views.tsx";
import { EditorKeys } from "../views/editor-keys.tsx";
import { nodePath, TreePicture } from "../views/plan-diagram.tsx";
import { frameOf, planPage } from "../views/plan-page.tsx";
import { dataOf } from "./diagram-data.ts";

/** In an editor every kind may come to be, so each has its full name. */
const everyKind = nodeKinds.map((kind) => ({ kind }));

/** The tree, which the browser makes an editor of. */
export async function diagramPage(c: Request): Promise<Response> {
  const seen = await planDiagram(contextOf(c), c.req.param("id")!);
  const { plan, nodes, can } = seen;
  const frame = frameOf(c, plan);
  const words = nodeWords(frame, nodes);
  const label = frame.words.diagram;
  return page(c, seen, "tree", {
    island: "diagram",
    children: (
      <>
        {can.edit ? <EditorKeys planId={plan.id} /> : null}
        <div
          className={`tl-wide ${paperClass(nodes)}`.trim()}
          id="diagram-editor"
          data-plan={plan.id}
          data-diagram={JSON.stringify(dataOf(seen))}
          data-words={JSON.stringify(nodeWords(frame, everyKind))}
          data-label={label}
        >
          <TreePicture id="diagram" title={plan.title} nodes={nodes} words={words} label={label} />
        </div>
        {nodes.some(({ beliefs }) => beliefs) ? (
          <p>The wider a line, the surer the team is that the one moves the other.</p>
        ) : null}
        <InParts nodes={nodes} href={`/plans/${plan.id}/diagram/print`} />
        <DiagramDownloads planId={plan.id} picture="tree" />
        <section id="diagram-words">
          {can.edit ? <DiagramChecks planId={plan.id} checks={checksOf(nodes)} /> : null}
          <TextTwin seen={seen} words={words} />
        </section>
      </>
    ),
  });
}

export async function actionsPage(c: Request): Promise<Response> {
  const context = contextOf(c);
  const seen = await planActions(context, c.req.param("id")!);
  const { plan, nodes, tests } = seen;
  const frame = frameOf(c, plan);
  const words = nodeWords(frame, nodes);
  const title = inTheirPlaces(frame);
  return page(c, seen, "actions", {
    title,
    children: (
      <>
        <p>What is tried for each driver, and how it stands.</p>
        <DiagramFrame label={title} classes={`tl-wide ${paperClass(nodes)}`.trim()}>
          <ActionsView
            id="diagram"
            title={`${title}: ${plan.title}`}
            nodes={nodes}
            actions={actionsOf(tests, dayOf(context.at))}
          />
        </DiagramFrame>
        <InParts nodes={nodes} href={`/plans/${plan.id}/diagram/print?view=actions`} />
        <DiagramDownloads planId={plan.id} picture="actions" />
        <TextTwin seen={seen} words={words} />
      </>
    ),
  });
}

export async function circlePage(c: Request): Promise<Response> {
  const seen = await planDiagram(contextOf(c), c.req.param("id")!);
  const { plan, nodes } = seen;
  const words = nodeWords(frameOf(c, plan), nodes);
  const title = "The diagram as a circle";
  return page(c, seen, "circle", {
    title,
    children: (
      <>
        <p>The aim is in the middle, its drivers are round it, and what is tried is at the rim.</p>
        <DiagramFrame label={title} classes="tl-diagram-frame--circle">
          <Sunburst id="diagram" title={`Circle: ${plan.title}`} nodes={nodes} />
        </DiagramFrame>
        <DiagramDownloads planId={plan.id} picture="circle" />
        <TextTwin seen={seen} words={words} />
      </>
    ),
  });
}

/** More than this on one sheet nobody can read. */
const mostOnASheet = 60;

function paperClass({ length }: readonly unknown[]): string {
  return length > mostOnASheet ? "tl-diagram-not-on-paper" : "";
}

/** Paper has the words, and says where the picture is. */
function InParts({ nodes, href }: { nodes: readonly unknown[]; href: string }): ReactNode {
  if (nodes.length <= mostOnASheet) return null;
  return (
    <p>
      It is too large for one sheet of paper. <a href={href}>Print the picture in parts</a>
    </p>
  );
}

type Part = { title?: string; island?: string; children: ReactNode };

function page(c: Request, seen: PlanDiagram, view: DiagramView, { title, island, children }: Part): Response {
  const frame = frameOf(c, seen.plan);
  return planPage(c, frame, {
    under: "diagram",
    title: title ?? frame.words.diagram,
    wide: true,
    ...(island && { island }),
    children: (
      <>
        <DiagramViews frame={frame} current={view} />
        {children}
      </>
    ),
  });
}

function TextTwin({ seen: { plan, nodes }, words }: { seen: PlanDiagram; words: NodeWords }): ReactNode {
  return (
    <Details summary={{ text: "The same in words" }} open>
      <Outline nodes={nodes} href={(node) => nodePath(plan.id, node)} words={words} />
    </Details>
  );
}
