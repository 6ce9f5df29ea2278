import {
  indent,
  moveAmongSiblings,
  outdent,
  removeAt,
  sproutBelow,
  sproutBeside,
  type Spot,
  type Sprout,
} from "./commands.ts";
import type { DiagramChange } from "./diagram-change.ts";
import { childrenOf, parentsOf, root, type Draft } from "./draft.ts";
import type { CommandName } from "./keys.ts";

/** What a command comes to at a spot. */
export type Wish =
  | {
      readonly wish: "act";
      readonly changes: readonly DiagramChange[];
      readonly words: string;
      readonly spot?: Spot;
    }
  | { readonly wish: "grow"; readonly sprout: Sprout }
  | { readonly wish: "panel"; readonly panel: "link" | "paste" }
  | { readonly wish: "copy"; readonly isCut: boolean }
  | { readonly wish: "say"; readonly words: string }
  | { readonly wish: "write" | "fold" | "undo" | "redo" };

export function doCommand(name: CommandName, draft: Draft, spot: Spot): Wish {
  const node = draft.nodes.get(spot.id);
  if (!node) return name === "undo" || name === "redo" ? { wish: name } : begin(name);
  switch (name) {
    case "below":
      return { wish: "grow", sprout: sproutBelow(draft, spot) };
    case "beside":
      return { wish: "grow", sprout: sproutBeside(draft, spot) };
    case "edit":
      return { wish: "write" };
    case "up":
    case "down":
      return moved(moveAmongSiblings(draft, spot, name === "up" ? -1 : 1), { draft, spot, name });
    case "out":
      return moved(outdent(draft, spot), { draft, spot, name });
    case "in":
      return moved(indent(draft, spot), { draft, spot, name });
    case "remove":
      return removed(draft, spot);
    case "fold":
      return childrenOf(draft, spot.id).length > 0
        ? { wish: "fold" }
        : { wish: "say", words: "Nothing is under it." };
    case "link":
    case "paste":
      return { wish: "panel", panel: name };
    case "copy":
    case "cut":
      return { wish: "copy", isCut: name === "cut" };
    case "undo":
    case "redo":
      return { wish: name };
  }
}

/** Where nothing is yet, whatever adds begins with the aim. */
function begin(name: CommandName): Wish {
  if (name === "below" || name === "beside")
    return { wish: "grow", sprout: { kind: "aim", under: root, after: null } };
  return { wish: "say", words: "The diagram is empty. Press Enter to write the aim." };
}

const cannot = {
  up: "It is the first already.",
  down: "It is the last already.",
  out: "It cannot move further out.",
  in: "Nothing stands above it to move into.",
};

function moved(
  changes: readonly DiagramChange[],
  { draft, spot, name }: { draft: Draft; spot: Spot; name: keyof typeof cannot },
): Wish {
  const [move] = changes;
  if (move?.do !== "move") return { wish: "say", words: cannot[name] };
  const text = draft.nodes.get(spot.id)!.text;
  const parent = draft.nodes.get(move.under)?.text;
  const words = move.under === spot.under ? `Moved ${name}` : `Moved “${text}” under “${parent ?? ""}”`;
  return { wish: "act", changes, words, spot: { id: spot.id, under: move.under } };
}

/** Says what goes; the focus stays beside it. */
function removed(draft: Draft, spot: Spot): Wish {
  const { text, kind } = draft.nodes.get(spot.id)!;
  if (kind === "aim") return { wish: "say", words: "The aim cannot be removed. Change its words instead." };
  const changes = removeAt(draft, spot);
  const siblings = childrenOf(draft, spot.under);
  const at = siblings.indexOf(spot.id);
  const beside = siblings[at + 1] ?? siblings[at - 1];
  const next = beside
    ? { id: beside, under: spot.under }
    : { id: spot.under, under: parentsOf(draft, spot.under)[0] ?? root };
  const [change] = changes;
  const count = change?.do === "remove" ? change.ids.length - 1 : 0;
  const words =
    change?.do === "unlink"
      ? `“${text}” no longer stands under “${draft.nodes.get(spot.under)?.text ?? ""}”; it stays under its other driver`
      : `Removed “${text}”${count > 0 ? ` and ${count} under it` : ""}. Control and Z brings it back`;
  return { wish: "act", changes, words, spot: next };
}
