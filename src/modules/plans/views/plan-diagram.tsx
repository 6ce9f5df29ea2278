import type { ReactNode } from "react";
import { DiagramFrame } from "#ui/diagram/diagram-frame.tsx";
import { DriverTree } from "#ui/diagram/driver-tree.tsx";
import type { DiagramNode } from "#ui/diagram/graph.ts";
import { Outline } from "#ui/diagram/outline.tsx";
import { WordsMeant } from "#ui/words.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import type { NodeSeen } from "../diagram/diagram.ts";
import { foldToFit } from "../diagram/fold-to-fit.ts";
import type { NodeWords } from "../diagram/node-words.ts";
import { exampleDiagram } from "../diagram/example-diagram.ts";

const unlessNarrow = "tl-diagram-frame--unless-narrow";
/** On paper it stands below the aim, while it can still be read there. */
const halfSheet = "tl-diagram-frame--half-sheet";
const mostOnHalfASheet = 24;
/** A larger one is folded further there. */
const onPaper = "tl-diagram-on-paper";
const notOnPaper = "tl-diagram-not-on-paper";

export type PlanDiagramProps = {
  planId: string;
  title: string;
  nodes: readonly NodeSeen[];
  words: NodeWords;
  /** What the plan calls such a picture. */
  label: string;
  canEdit: boolean;
};

/**
 * A plan's diagram on another page, such as its overview: the picture where there is room for it, the list of the
 * same nodes where there is not, and the way to change it.
 */
export function PlanDiagram({ planId, title, nodes, words, label, canEdit }: PlanDiagramProps): ReactNode {
  const href = `/plans/${planId}/diagram`;
  if (nodes.length < 2) return <EmptyDiagram href={href} canEdit={canEdit} />;
  const { closed, shown } = foldToFit(nodes);
  const isSmall = shown.length <= mostOnHalfASheet;
  const picture = { title, nodes, words, label };
  return (
    <>
      <TreePicture
        {...picture}
        id="plan-diagram"
        closed={closed}
        classes={`${unlessNarrow} ${isSmall ? halfSheet : notOnPaper}`}
      />
      {isSmall ? null : (
        <TreePicture
          {...picture}
          id="plan-diagram-paper"
          closed={foldToFit(nodes, mostOnHalfASheet).closed}
          classes={`${onPaper} ${halfSheet}`}
        />
      )}
      <div className="tl-diagram-narrow">
        <Outline nodes={shown} href={(node) => nodePath(planId, node)} words={words} />
      </div>
      {shown.length < nodes.length ? (
        <p className={notOnPaper}>
          {(nodes.length - shown.length).toLocaleString("en-GB")} of {nodes.length.toLocaleString("en-GB")}{" "}
          entries are folded away here.
        </p>
      ) : null}
      <p>
        <a href={href}>{canEdit ? "Change the diagram, or see it in other ways" : "See it in other ways"}</a>
      </p>
      <div className={notOnPaper}>
        <WordsMeant of={["aim", "driver", "change-idea"]} />
      </div>
    </>
  );
}

function EmptyDiagram({ href, canEdit }: { href: string; canEdit: boolean }): ReactNode {
  return (
    <EmptyState
      heading="Nothing is under the aim yet"
      headingLevel={3}
      action={canEdit ? { text: "Draw what you think will help", href } : undefined}
      exampleTitle="An example: what a ward thought would bring fewer falls"
      example={
        <>
          <DiagramFrame label="Example" classes={unlessNarrow}>
            <DriverTree id="example-diagram" title="An example of a driver diagram" nodes={exampleDiagram} />
          </DiagramFrame>
          <div className="tl-diagram-narrow">
            <Outline nodes={exampleDiagram} />
          </div>
        </>
      }
    >
      <p>
        It shows the aim, what drives it, and the ideas that you will try. It is the team’s theory, and it
        will change as you learn.
      </p>
    </EmptyState>
  );
}

type PictureProps = {
  id: string;
  title: string;
  nodes: readonly DiagramNode[];
  words: NodeWords;
  label: string;
  classes?: string;
  /** What stands below these is folded away. */
  closed?: ReadonlySet<string>;
};

export function TreePicture({ id, title, nodes, words, label, classes, closed }: PictureProps): ReactNode {
  const tree = { id, title: `${label}: ${title}`, nodes, words, ...(closed && { closed }) };
  return (
    <DiagramFrame label={label} classes={classes}>
      <DriverTree {...tree} />
    </DiagramFrame>
  );
}

export function nodePath(planId: string, node: Pick<DiagramNode, "id">): string {
  return `/plans/${planId}/diagram/nodes/${node.id}`;
}
