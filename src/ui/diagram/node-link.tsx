import type { ReactNode } from "react";
import type { DiagramNode } from "./graph.ts";

/** Where a node leads. */
export type NodeHref = (node: DiagramNode) => string;

interface NodeLinkProps {
  readonly node: DiagramNode;
  readonly href: NodeHref | undefined;
  readonly children: ReactNode;
}

/** One node of a picture: a link where it leads anywhere, named by all of its words where they were cut short. */
export function NodeLink({ node, href, children }: NodeLinkProps): ReactNode {
  if (!href) return <g>{children}</g>;
  return (
    <a className="tl-diagram__node" href={href(node)} aria-label={node.text}>
      {children}
    </a>
  );
}
