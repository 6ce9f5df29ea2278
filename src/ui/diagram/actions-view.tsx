import type { ReactNode } from "react";
import { px } from "../chart/px.ts";
import {
  actionType,
  layOutActions,
  type ActionLines,
  type ActionsLayout,
  type ActionsOptions,
  type PlacedCard,
  type Section,
} from "./actions-layout.ts";
import { diagramInk } from "./diagram-palette.ts";
import { DiagramSheet } from "./diagram-sheet.tsx";
import type { DiagramNode } from "./graph.ts";
import { boxPadding } from "./measure-box.ts";
import { NodeBox } from "./node-box.tsx";
import { NodeLink, type NodeHref } from "./node-link.tsx";
import { roundBox } from "./round-box.ts";
import { TextLines } from "./text-lines.tsx";
import { treeSentence } from "./tree-sentence.ts";

export interface ActionsViewProps extends ActionsOptions {
  readonly id: string;
  readonly title: string;
  readonly nodes: readonly DiagramNode[];
}

/** What is tried and done, under the driver that it is done for. */
export function ActionsView({ id, title, nodes, ...options }: ActionsViewProps): ReactNode {
  const layout = layOutActions(nodes, options);
  return (
    <DiagramSheet
      id={id}
      title={title}
      description={treeSentence(nodes)}
      width={layout.width}
      height={layout.height}
    >
      <ActionsDrawing layout={layout} />
    </DiagramSheet>
  );
}

type ActionsDrawingProps = { readonly layout: ActionsLayout; readonly href?: NodeHref };

export function ActionsDrawing({ layout, href }: ActionsDrawingProps): ReactNode {
  return (
    <>
      {layout.sections.map((section) => (
        <SectionGround key={`${section.x} ${section.y}`} section={section} />
      ))}
      {layout.cards.map((card) => (
        <NodeLink key={`${card.node.id} ${card.x} ${card.y}`} node={card.node} href={href}>
          <NodeBox box={{ ...card, hidden: null }} />
          {card.actions.map((action) => (
            <ActionText key={action.y} card={card} action={action} />
          ))}
        </NodeLink>
      ))}
    </>
  );
}

function SectionGround({ section }: { section: Section }): ReactNode {
  return <path d={roundBox(section)} fill={diagramInk.ground} stroke={diagramInk.rule} />;
}

function ActionText({ card, action }: { card: PlacedCard; action: ActionLines }): ReactNode {
  const x = card.x + boxPadding.x + actionType.indent;
  const first = card.y + action.y + actionType.line - 3;
  const end = first + action.lines.length * actionType.line;
  return (
    <>
      <path d={`M${px(card.x + boxPadding.x)} ${px(first - 8)}l5 4l-5 4z`} fill={diagramInk.quiet} />
      <text fontSize={actionType.size} fill={diagramInk.text}>
        <TextLines lines={action.lines} x={x} y={first} step={actionType.line} />
        <TextLines lines={action.state} x={x} y={end} step={actionType.line} fill={diagramInk.quiet} />
      </text>
    </>
  );
}
