import type { ReactNode } from "react";
import type { NodeHref } from "#ui/diagram/node-link.tsx";
import { ActionsDrawing } from "#ui/diagram/actions-view.tsx";
import { DiagramSheet } from "#ui/diagram/diagram-sheet.tsx";
import { TreeDrawing } from "#ui/diagram/driver-tree.tsx";
import { actionsForPaper, treeForPaper } from "#ui/diagram/fit-paper.ts";
import { Sunburst } from "#ui/diagram/sunburst.tsx";
import { treeSentence } from "#ui/diagram/tree-sentence.ts";
import type { Picture } from "../pictures.ts";

export const pictureViews = {
  tree: "Driver diagram",
  actions: "Actions under drivers",
  circle: "Circular view",
} as const;

export type PictureView = keyof typeof pictureViews;

type FrameworkPictureProps = {
  picture: Picture;
  view: PictureView;
  /** On a page its nodes lead to their items; in a file there is nowhere to lead to. */
  href?: NodeHref;
};

/** Chosen so that its letters are as large as they can be on a lying sheet, on a wall or on a screen. */
export function FrameworkPicture({ picture, view, href }: FrameworkPictureProps): ReactNode {
  const { nodes, words, title } = picture;
  const sheet = {
    id: `picture-${view}`,
    title: `${title}: ${pictureViews[view].toLowerCase()}`,
    description: treeSentence(nodes, words),
    isLinked: href !== undefined,
  };
  switch (view) {
    case "tree": {
      const layout = treeForPaper(nodes, { words });
      return (
        <DiagramSheet {...sheet} width={layout.width} height={layout.height}>
          <TreeDrawing layout={layout} {...(href && { href })} />
        </DiagramSheet>
      );
    }
    case "actions": {
      const layout = actionsForPaper(nodes);
      return (
        <DiagramSheet {...sheet} width={layout.width} height={layout.height}>
          <ActionsDrawing layout={layout} {...(href && { href })} />
        </DiagramSheet>
      );
    }
    case "circle":
      return <Sunburst id={sheet.id} title={sheet.title} nodes={nodes} {...(href && { href })} />;
  }
}
