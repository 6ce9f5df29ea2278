import type { ReactNode } from "react";
import { ActionsView } from "../actions-view.tsx";
import { DriverTree } from "../driver-tree.tsx";
import type { DiagramNode, NodeKind, NodeSignal } from "../graph.ts";
import { Sunburst } from "../sunburst.tsx";

type Line = readonly [id: string, kind: NodeKind, text: string, parents: string, rest?: Partial<DiagramNode>];

const improving: NodeSignal = { kind: "improving", direction: "low" };
const steady: NodeSignal = { kind: "common-cause", direction: "none" };
const concern: NodeSignal = { kind: "worsening", direction: "high" };
const early: NodeSignal = { kind: "too-few-points", direction: "none" };

function nodesOf(lines: readonly Line[]): DiagramNode[] {
  return lines.map(([id, kind, text, parents, rest]) => ({
    id,
    kind,
    text,
    parents: parents.split(" ").filter(Boolean),
    ...rest,
  }));
}

/** Invented: a ward that wants fewer falls. "Night light" and "huddle" serve two drivers each. */
export const fallsOnAWard = nodesOf([
  [
    "aim",
    "aim",
    "Halve falls with harm on Ward 7, from 6.4 to 3.2 per 1,000 bed days, by 31 March 2027",
    "",
    { measures: 1, signal: improving },
  ],
  ["risk", "primary", "We know who is at risk", "aim", { measures: 1, signal: steady }],
  ["place", "primary", "The ward is a safe place to move in", "aim", { measures: 1, signal: early }],
  ["team", "primary", "Everyone on the shift acts on risk", "aim"],
  [
    "assess",
    "secondary",
    "Falls risk is assessed within 6 hours of arrival",
    "risk",
    { measures: 1, signal: concern },
  ],
  ["review", "secondary", "Medicines that make people dizzy are reviewed", "risk"],
  ["night", "secondary", "Safe way to the toilet at night", "place"],
  ["kit", "secondary", "Walking aids are within reach", "place"],
  ["handover", "secondary", "Risk is said at every handover", "team", { measures: 1 }],
  ["family", "secondary", "Patients and families know how to call for help", "team"],
  ["prompt", "idea", "Assessment prompt on the admission sheet", "assess", { tests: 3 }],
  ["pharm", "idea", "Pharmacist joins the Tuesday round", "review", { tests: 1 }],
  [
    "light",
    "idea",
    "Night light and clear floor round every bed",
    "night kit",
    { tests: 4, measures: 1, signal: improving },
  ],
  ["hourly", "idea", "Hourly rounds between 10pm and 6am", "night"],
  ["tag", "idea", "Green tag on each frame that is the right height", "kit", { tests: 2 }],
  ["huddle", "idea", "Two-minute huddle at the board after handover", "handover assess", { tests: 5 }],
  ["card", "idea", "Card by the bed: “Call, do not fall”, written with patients", "family", { tests: 1 }],
]);

/** A tree of any size with some links across, always the same one. */
export function largeDiagram(count: number, across = 0): DiagramNode[] {
  let state = 7;
  const roll = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  const nodes: DiagramNode[] = [
    { id: "n0", kind: "aim", text: "An aim that many drivers lead to", parents: [] },
  ];
  const kinds: NodeKind[] = ["primary", "secondary", "idea"];
  const byKind: Record<NodeKind, string[]> = { aim: ["n0"], primary: [], secondary: [], idea: [] };
  const above: Record<string, NodeKind> = { primary: "aim", secondary: "primary", idea: "secondary" };
  for (let at = 1; at < count; at += 1) {
    const kind = kinds[at <= 5 ? 0 : at <= 5 + count / 5 ? 1 : 2]!;
    const parents = byKind[above[kind]!];
    const own = [parents[Math.floor(roll() * parents.length)]!];
    if (kind === "idea" && roll() < across) own.push(parents[Math.floor(roll() * parents.length)]!);
    nodes.push({
      id: `n${at}`,
      kind,
      text: `Node ${at} ${"with some more words ".repeat(1 + Math.floor(roll() * 3))}`.trim(),
      parents: own,
      tests: at % 4,
    });
    byKind[kind].push(`n${at}`);
  }
  return nodes;
}

const testsOnAWard = [
  { node: "prompt", text: "Prompt on one sheet, for the next patient", state: "Adapted" },
  { node: "prompt", text: "Prompt for all who arrive on Tuesday", state: "Adopted" },
  { node: "light", text: "One night light in bay 3", state: "Adopted" },
  {
    node: "huddle",
    text: "Huddle after the late handover, one shift",
    state: "Came to an end without success: too long",
  },
];

export const examples: Record<string, () => ReactNode> = {
  "tree-falls": () => (
    <DriverTree id="diagram" title="Driver diagram: falls on Ward 7" nodes={fallsOnAWard} />
  ),
  "tree-folded": () => (
    <DriverTree
      id="diagram"
      title="Driver diagram, two branches folded"
      nodes={fallsOnAWard}
      closed={new Set(["place", "handover"])}
    />
  ),
  "tree-empty": () => <DriverTree id="diagram" title="Driver diagram" nodes={[]} />,
  "actions-falls": () => (
    <ActionsView
      id="diagram"
      title="Tests under drivers: falls on Ward 7"
      nodes={fallsOnAWard}
      actions={testsOnAWard}
    />
  ),
  "circle-falls": () => <Sunburst id="diagram" title="Circle: falls on Ward 7" nodes={fallsOnAWard} />,
  "circle-large": () => <Sunburst id="diagram" title="Circle: a large plan" nodes={largeDiagram(90, 0.1)} />,
};
