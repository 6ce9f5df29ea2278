import type { ReactNode } from "react";
import { beliefSaid } from "./belief.ts";
import type { DiagramNode, NodeKind } from "./graph.ts";
import { kindWords, type KindWords } from "./kind-words.ts";
import { countWords, signalWords } from "./node-words.ts";
import { outlineOf, type OutlineItem } from "./outline-tree.ts";
import { SignalShape } from "./signal-shape.tsx";

export interface OutlineProps {
  readonly nodes: readonly DiagramNode[];
  /** Where a node leads; without it the words stand by themselves. */
  readonly href?: (node: DiagramNode) => string;
  readonly words?: Readonly<Record<NodeKind, KindWords>>;
  readonly id?: string;
}

/** The text twin of every diagram, and its form on a telephone: the same nodes as a nested list. */
export function Outline({ nodes, id, ...rest }: OutlineProps): ReactNode {
  return (
    <div className="tl-outline" id={id}>
      <Items items={outlineOf(nodes)} {...rest} />
    </div>
  );
}

type Shared = Pick<OutlineProps, "href" | "words">;

function Items({ items, ...shared }: Shared & { items: readonly OutlineItem[] }): ReactNode {
  if (items.length === 0) return null;
  return (
    <ul className="tl-outline__level">
      {items.map((item) => (
        <li key={item.node.id} className={`tl-outline__item tl-outline__item--${item.node.kind}`}>
          <Entry item={item} {...shared} />
          <Items items={item.children} {...shared} />
        </li>
      ))}
    </ul>
  );
}

function Entry({ item, href, words = kindWords }: Shared & { item: OutlineItem }): ReactNode {
  const { node, alsoUnder, isRepeated, belief } = item;
  const counts = countWords(node);
  return (
    <div className="tl-outline__entry">
      <span className="tl-outline__kind">{words[node.kind].one}</span>
      <span className="tl-outline__text">{href ? <a href={href(node)}>{node.text}</a> : node.text}</span>
      {node.signal || counts || belief || alsoUnder.length > 0 ? (
        <span className="tl-outline__foot">
          {node.signal ? <SignalInWords signal={node.signal} /> : null}
          {counts ? <span>{counts}</span> : null}
          {belief ? <span>{beliefSaid(belief)}</span> : null}
          {alsoUnder.length > 0 ? <span>{alsoWords(alsoUnder, isRepeated)}</span> : null}
        </span>
      ) : null}
    </div>
  );
}

function SignalInWords({ signal }: { signal: NonNullable<DiagramNode["signal"]> }): ReactNode {
  return (
    <span className="tl-outline__signal">
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <SignalShape signal={signal} x={8} y={8} />
      </svg>{" "}
      {signalWords(signal)}
    </span>
  );
}

function alsoWords(parents: readonly DiagramNode[], isRepeated: boolean): string {
  const named = parents.map((parent) => `“${parent.text}”`).join(" and ");
  return isRepeated ? `Shown in full under ${named}` : `Also under ${named}`;
}
