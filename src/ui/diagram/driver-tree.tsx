import type { ReactNode } from "react";
import { px } from "../chart/px.ts";
import { beliefOnLine, beliefWidths, type Belief } from "./belief.ts";
import { diagramInk } from "./diagram-palette.ts";
import { DiagramSheet } from "./diagram-sheet.tsx";
import {
  layOutTree,
  wordsPlace,
  type Column,
  type PlacedLink,
  type TreeLayout,
  type TreeOptions,
} from "./driver-tree-layout.ts";
import type { DiagramNode } from "./graph.ts";
import { NodeBox } from "./node-box.tsx";
import { NodeLink, type NodeHref } from "./node-link.tsx";
import { treeSentence } from "./tree-sentence.ts";

export interface DriverTreeProps extends TreeOptions {
  /** Unique on the page. */
  readonly id: string;
  readonly title: string;
  readonly nodes: readonly DiagramNode[];
}

/** A driver diagram as a picture; its text twin is the outline. */
export function DriverTree({ id, title, nodes, ...options }: DriverTreeProps): ReactNode {
  const layout = layOutTree(nodes, options);
  return (
    <DiagramSheet
      id={id}
      title={title}
      description={treeSentence(nodes)}
      width={layout.width}
      height={layout.height}
    >
      <TreeDrawing layout={layout} />
    </DiagramSheet>
  );
}

type TreeDrawingProps = { readonly layout: TreeLayout; readonly href?: NodeHref };

export function TreeDrawing({ layout, href }: TreeDrawingProps): ReactNode {
  return (
    <>
      {layout.columns.map((column) => (
        <ColumnHeading key={column.x} column={column} />
      ))}
      <Links links={layout.links} />
      {layout.boxes.map((box) => (
        <NodeLink key={box.node.id} node={box.node} href={href}>
          <NodeBox box={box} />
        </NodeLink>
      ))}
    </>
  );
}

export function ColumnHeading({ column: { x, width, heading } }: { column: Column }): ReactNode {
  return (
    <>
      <text x={px(x)} y="38" fontSize="15" fontWeight="bold" fill={diagramInk.quiet}>
        {heading}
      </text>
      <path d={`M${px(x)} 48.5h${px(width)}`} stroke={diagramInk.rule} strokeWidth="2" />
    </>
  );
}

export function Links({ links }: { links: readonly PlacedLink[] }): ReactNode {
  return (
    <>
      <g fill="none" stroke={diagramInk.link} strokeWidth="2">
        {links.map(({ from, to, path, belief }) => (
          <path key={`${from} ${to}`} d={path} {...(belief && lineOf(belief))} />
        ))}
      </g>
      {links.some(({ belief }) => belief) ? <Beliefs links={links} /> : null}
    </>
  );
}

function lineOf(belief: Belief) {
  return {
    strokeWidth: beliefWidths[belief],
    ...(belief === "doubted" && { strokeDasharray: "5 4" }),
  };
}

/** Where lines that part or meet have room between them. */
function Beliefs({ links }: { links: readonly PlacedLink[] }): ReactNode {
  return (
    <g
      fontSize="11"
      fill={diagramInk.text}
      textAnchor="middle"
      stroke={diagramInk.paper}
      strokeWidth="4"
      strokeLinejoin="round"
      paintOrder="stroke"
    >
      {links.map((link) => {
        if (!link.belief) return null;
        const [x, y] = wordsPlace(link);
        return (
          <text key={`${link.from} ${link.to}`} x={px(x)} y={px(y + 4)}>
            {beliefOnLine[link.belief]}
          </text>
        );
      })}
    </g>
  );
}
