import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { NodeKind } from "#ui/diagram/graph.ts";
import { applyChange, applyChanges, Refused } from "./apply-change.ts";
import {
  copyBranch,
  indent,
  kindBelow,
  linkUnder,
  moveAmongSiblings,
  moveUnder,
  outdent,
  paste,
  possibleParents,
  removeAt,
  sproutBelow,
  sproutBeside,
} from "./commands.ts";
import type { DiagramChange } from "./diagram-change.ts";
import {
  childrenOf,
  draftOf,
  linksOf,
  nodesInOrder,
  ownBranchOf,
  parentsOf,
  root,
  type Draft,
} from "./draft.ts";
import { act, beginEditor, heard, redo, settle, undo, type Editor } from "./editor.ts";
import { invertChanges } from "./invert-change.ts";
import { readOutline } from "./read-outline.ts";
import { spokenNode } from "./spoken.ts";

/** "aim > p1 > s1 > i1": each line a way down, nodes named once. The first letter is the kind. */
function drawn(...ways: string[]): Draft {
  const kinds: Record<string, NodeKind> = { a: "aim", p: "primary", s: "secondary", i: "idea" };
  const nodes = new Map<string, { id: string; kind: NodeKind; text: string; version: number }>();
  const links: { parent: string; child: string }[] = [];
  for (const way of ways) {
    const ids = way.split(" > ");
    for (const [at, id] of ids.entries()) {
      nodes.set(id, { id, kind: kinds[id[0]!]!, text: `Text of ${id}`, version: 1 });
      const parent = ids[at - 1];
      if (parent && !links.some((one) => one.parent === parent && one.child === id))
        links.push({ parent, child: id });
    }
  }
  return draftOf([...nodes.values()], links);
}

const falls = drawn("a > p1 > s1 > i1", "s1 > i2", "p1 > s2 > i3", "s2 > i2", "a > p2 > s3");

/** Every link as "parent child", in order. */
function shape(draft: Draft): string[] {
  return linksOf(draft).map(({ parent, child }) => `${parent} ${child}`);
}

function refusal(draft: Draft, change: DiagramChange): string {
  try {
    applyChange(draft, change);
  } catch (error) {
    if (error instanceof Refused) return error.message;
    throw error;
  }
  return "";
}

describe("a change of a diagram", () => {
  it.each<[string, DiagramChange, string[], string[]]>([
    [
      "adds after a sibling",
      { do: "add", id: "n", kind: "idea", text: "New", under: "s1", after: "i1" },
      ["s1 i1", "s1 n", "s1 i2"],
      [],
    ],
    [
      "adds first",
      { do: "add", id: "n", kind: "idea", text: "New", under: "s1", after: null },
      ["s1 n", "s1 i1", "s1 i2"],
      [],
    ],
    [
      "adds at the end when the sibling has gone",
      { do: "add", id: "n", kind: "idea", text: "New", under: "s1", after: "gone" },
      ["s1 i1", "s1 i2", "s1 n"],
      [],
    ],
    [
      "moves to another parent",
      { do: "move", id: "i1", from: "s1", under: "s3", after: null },
      ["s3 i1"],
      ["s1 i1"],
    ],
    [
      "moves among siblings",
      { do: "move", id: "i2", from: "s1", under: "s1", after: null },
      ["s1 i2", "s1 i1"],
      [],
    ],
    [
      "moves one of two places and keeps the other",
      { do: "move", id: "i2", from: "s1", under: "s3", after: null },
      ["s3 i2", "s2 i2"],
      ["s1 i2"],
    ],
    [
      "links under another",
      { do: "link", id: "i1", under: "s2", after: "i3" },
      ["s1 i1", "s2 i3", "s2 i1", "s2 i2"],
      [],
    ],
    ["unlinks one of two", { do: "unlink", id: "i2", from: "s1" }, ["s2 i2"], ["s1 i2"]],
    [
      "removes, and what is left of the branch moves up",
      { do: "remove", ids: ["s1"] },
      ["p1 i1", "p1 s2", "s2 i2"],
      ["p1 s1"],
    ],
  ])("%s", (_name, change, there, gone) => {
    const links = shape(applyChange(falls, change));
    let from = -1;
    for (const link of there.filter((one) => one.startsWith(there[0]!.split(" ")[0]!))) {
      expect(links.indexOf(link), link).toBeGreaterThan(from);
      from = links.indexOf(link);
    }
    for (const link of there) expect(links).toContain(link);
    for (const link of gone) expect(links).not.toContain(link);
  });

  it.each<[string, DiagramChange, string]>([
    [
      "a circle",
      { do: "move", id: "p1", from: "a", under: "s2", after: null },
      "“Text of p1” cannot stand under “Text of s2”, because “Text of s2” already stands under “Text of p1”.",
    ],
    [
      "a circle through a link",
      { do: "link", id: "s2", under: "s2", after: null },
      "“Text of s2” cannot stand under itself.",
    ],
    [
      "a second aim",
      { do: "add", id: "n", kind: "aim", text: "Another", under: root, after: null },
      "A plan has one aim.",
    ],
    [
      "moving the aim",
      { do: "move", id: "a", from: root, under: "p1", after: null },
      "The aim stands under nothing.",
    ],
    [
      "removing the aim",
      { do: "remove", ids: ["a"] },
      "The aim cannot be removed. Change its words instead.",
    ],
    [
      "no words",
      { do: "add", id: "n", kind: "idea", text: "  ", under: "s1", after: null },
      "Enter a few words.",
    ],
    [
      "too many words",
      { do: "rename", id: "i1", text: "x".repeat(501), version: 1 },
      "Use 500 characters or fewer.",
    ],
    [
      "a driver under an idea",
      { do: "move", id: "s3", from: "p2", under: "i1", after: null },
      "A driver cannot stand under a change idea, such as “Text of i1”.",
    ],
    [
      "words that somebody else changed",
      { do: "rename", id: "i1", text: "Mine", version: 0 },
      "Somebody else changed “Text of i1” while you were writing.",
    ],
    [
      "what has gone",
      { do: "rename", id: "gone", text: "Mine", version: 1 },
      "Somebody else has moved or removed this meanwhile.",
    ],
  ])("refuses %s in a sentence", (_name, change, message) => {
    expect(refusal(falls, change)).toBe(message);
  });

  it("takes the same id only once", () => {
    expect(
      refusal(falls, { do: "add", id: "i1", kind: "idea", text: "x", under: "s1", after: null }),
    ).toMatch(/already/);
  });
});

describe("taking back", () => {
  const ids = ["a", "p1", "p2", "s1", "s2", "s3", "i1", "i2", "i3", "n1", "n2"];
  const id = fc.constantFrom(...ids);
  const place = fc.constantFrom(...ids, root);
  const after = fc.option(id);
  const anyChange: fc.Arbitrary<DiagramChange> = fc.oneof(
    fc.record({
      do: fc.constant("add" as const),
      id: fc.constantFrom("n1", "n2"),
      kind: fc.constantFrom<NodeKind>("primary", "secondary", "idea"),
      text: fc.constant("New"),
      under: place,
      after,
    }),
    fc.record({
      do: fc.constant("rename" as const),
      id,
      text: fc.constantFrom("One", "Two"),
      version: fc.constantFrom(1, 2, 3),
    }),
    fc.record({ do: fc.constant("move" as const), id, from: place, under: place, after }),
    fc.record({ do: fc.constant("link" as const), id, under: place, after }),
    fc.record({ do: fc.constant("unlink" as const), id, from: id }),
    fc.record({
      do: fc.constant("kind" as const),
      id,
      kind: fc.constantFrom<NodeKind>("primary", "secondary", "idea"),
    }),
    fc.record({ do: fc.constant("remove" as const), ids: fc.array(id, { minLength: 1, maxLength: 3 }) }),
  );
  const everything = (draft: Draft) =>
    nodesInOrder(draft)
      .map(({ id, kind, text, parents }) => ({ id, kind, text, parents: [...parents].sort() }))
      .sort((a, b) => a.id.localeCompare(b.id));

  it("brings back every node, word and link, whatever was done", () => {
    fc.assert(
      fc.property(fc.array(anyChange, { maxLength: 8 }), (changes) => {
        let draft = falls;
        const fitting: DiagramChange[] = [];
        for (const change of changes) {
          try {
            draft = applyChange(draft, change);
            fitting.push(change);
          } catch {
            // What a rule refuses is not done.
          }
        }
        const back = invertChanges(falls, fitting).reduce(takeBack, draft);
        expect(everything(back)).toEqual(everything(falls));
      }),
      { numRuns: 600 },
    );
  });
});

/** As the editor does it: words are taken back at whatever number they have by now. */
function takeBack(draft: Draft, change: DiagramChange): Draft {
  const version = change.do === "rename" ? draft.nodes.get(change.id)!.version : 0;
  return applyChange(draft, change.do === "rename" ? { ...change, version } : change);
}

describe("commands", () => {
  it.each([
    ["under an aim stands a primary driver", "a", "primary"],
    ["under a driver stands what stands there already", "p2", "secondary"],
    ["under a secondary driver an idea", "s3", "idea"],
    ["under an idea an idea", "i1", "idea"],
  ] as const)("%s", (_name, id, kind) => {
    expect(kindBelow(falls, id)).toBe(kind);
    expect(sproutBelow(falls, { id, under: root }).kind).toBe(kind);
  });

  it("begins beside a node, and under the aim where nothing can be beside it", () => {
    expect(sproutBeside(falls, { id: "i1", under: "s1" })).toEqual({
      kind: "idea",
      under: "s1",
      after: "i1",
    });
    expect(sproutBeside(falls, { id: "a", under: root })).toEqual({
      kind: "primary",
      under: "a",
      after: "p2",
    });
    expect(kindBelow(draftOf([], []), root)).toBe("aim");
  });

  it.each([
    ["down", moveAmongSiblings(falls, { id: "s1", under: "p1" }, 1), ["p1 s2", "p1 s1"]],
    ["up", moveAmongSiblings(falls, { id: "s2", under: "p1" }, -1), ["p1 s2", "p1 s1"]],
    ["out", outdent(falls, { id: "s1", under: "p1" }), ["a p1", "a s1", "a p2"]],
    ["in", indent(falls, { id: "s2", under: "p1" }), ["s1 i1", "s1 i2", "s1 s2"]],
  ])("moves %s", (_name, changes, expected) => {
    const links = shape(applyChanges(falls, changes)).filter((link) =>
      link.startsWith(expected[0]!.split(" ")[0]!),
    );
    expect(links).toEqual(expected);
  });

  it.each([
    ["up, who is first", moveAmongSiblings(falls, { id: "s1", under: "p1" }, -1)],
    ["down, who is last", moveAmongSiblings(falls, { id: "s2", under: "p1" }, 1)],
    ["in, who has nobody above", indent(falls, { id: "s1", under: "p1" })],
    ["out, who stands under the aim", outdent(falls, { id: "p1", under: "a" })],
  ])("does not move %s", (_name, changes) => {
    expect(changes).toEqual([]);
  });

  it("makes a driver what stands at its new level, and leaves ideas ideas", () => {
    const moved = applyChanges(
      falls,
      moveUnder(falls, { id: "p2", under: "a" }, { under: "p1", after: null }),
    );
    expect(moved.nodes.get("p2")!.kind).toBe("secondary");
    const out = applyChanges(falls, moveUnder(falls, { id: "s1", under: "p1" }, { under: "a", after: "p1" }));
    expect([out.nodes.get("s1")!.kind, out.nodes.get("i1")!.kind]).toEqual(["primary", "idea"]);
  });

  it("offers as a further parent only what makes no circle", () => {
    expect(possibleParents(falls, "s1")).toEqual(["a", "s2", "p2", "s3"]);
    expect(possibleParents(falls, "i2")).toEqual(["a", "p1", "i1", "i3", "p2", "s3"]);
    expect(parentsOf(applyChanges(falls, linkUnder(falls, "i1", "s3")), "i1")).toEqual(["s1", "s3"]);
  });

  it("removes the branch that nothing else leads to, and of two places only one", () => {
    expect(ownBranchOf(falls, "p1").sort()).toEqual(["i1", "i2", "i3", "p1", "s1", "s2"]);
    expect(ownBranchOf(falls, "s1").sort()).toEqual(["i1", "s1"]);
    expect(removeAt(falls, { id: "i2", under: "s1" })).toEqual([{ do: "unlink", id: "i2", from: "s1" }]);
    expect(shape(applyChanges(falls, removeAt(falls, { id: "s1", under: "p1" })))).toContain("s2 i2");
  });

  it("says where a node stands", () => {
    expect(spokenNode(falls, { id: "i2", under: "s1" }, { tests: 2 })).toBe(
      "Text of i2. 2 tests. Change idea, 2 of 2 under “Text of s1”, also under “Text of s2”",
    );
  });
});

describe("what is pasted", () => {
  const tree = [
    {
      text: "Safe way at night",
      children: [
        { text: "Night light", children: [] },
        { text: "Hourly rounds", children: [] },
      ],
    },
  ];
  it.each([
    ["two spaces", "Safe way at night\n  Night light\n  Hourly rounds"],
    ["tabs in front", "Safe way at night\n\tNight light\n\tHourly rounds\n"],
    ["bullets", "• Safe way at night\n    - Night light\n    - Hourly rounds"],
    ["numbers", "1. Safe way at night\r\n   1.1. Night light\r\n   1.2. Hourly rounds"],
    ["columns of Excel, the parent once", "Safe way at night\tNight light\n\tHourly rounds"],
    [
      "columns of Excel, the parent in each row",
      "Safe way at night\tNight light\nSafe way at night\tHourly rounds",
    ],
    ["columns with quotes", '"Safe way at night"\t"Night light"\n\t"Hourly rounds"'],
    ["empty lines between", "\n\nSafe way at night\n\n  Night light\n\n  Hourly rounds\n\n"],
  ])("is read from %s", (_name, pasted) => {
    expect(readOutline(pasted)).toEqual(tree);
  });

  it("is nothing when it is nothing", () => {
    expect(readOutline(" \n\t\n")).toEqual([]);
  });

  it("gets kinds by its levels, and the same words under two drivers are one node", () => {
    let next = 0;
    const nodes = readOutline("Driver\n  Part one\n    Shared\n  Part two\n    Shared\n    Own");
    const changes = paste(falls, "a", { nodes, newId: () => `n${(next += 1)}` });
    const draft = applyChanges(falls, changes);
    expect([...draft.nodes.values()].filter((node) => node.id[0] === "n").map((node) => node.kind)).toEqual([
      "primary",
      "secondary",
      "idea",
      "secondary",
      "idea",
    ]);
    expect(parentsOf(draft, "n3")).toEqual(["n2", "n4"]);
  });

  it("makes no circle out of words that stand above themselves", () => {
    let next = 0;
    const nodes = readOutline("Same\n  Same\n    Same");
    const changes = paste(falls, "i1", { nodes, newId: () => `n${(next += 1)}` });
    expect(childrenOf(applyChanges(falls, changes), "n1")).toEqual(["n2"]);
  });

  it("is what was copied", () => {
    let next = 0;
    const copied = copyBranch(falls, "p1");
    const changes = paste(falls, "a", { nodes: readOutline(copied), newId: () => `n${(next += 1)}` });
    const draft = applyChanges(falls, changes);
    expect(copyBranch(draft, "n1")).toBe(copied);
  });
});

describe("the editor", () => {
  const add = (id: string, text: string): DiagramChange => ({
    do: "add",
    id,
    kind: "idea",
    text,
    under: "s3",
    after: null,
  });
  const rename = (draft: Draft, id: string, text: string): DiagramChange => ({
    do: "rename",
    id,
    text,
    version: draft.nodes.get(id)!.version,
  });
  const doing = (editor: Editor, change: DiagramChange, key: string) =>
    act(editor, { changes: [change], words: key, key });

  it("does, undoes and does again", () => {
    const begun = beginEditor(falls);
    const once = doing(begun, add("n1", "One"), "k1");
    const twice = doing(once, rename(once.draft, "n1", "Two"), "k2");
    expect(twice.unsent.map((one) => one.key)).toEqual(["k1", "k2"]);
    const back = undo(undo(twice, "k3"), "k4");
    expect(shape(back.draft)).toEqual(shape(falls));
    const again = redo(redo(back, "k5"), "k6");
    expect(again.draft.nodes.get("n1")!.text).toBe("Two");
    expect(undo(begun, "k").said).toBe("There is nothing to undo.");
  });

  it("takes back several changes of the same words one after another", () => {
    let editor = beginEditor(falls);
    for (const text of ["One", "Two", "Three"])
      editor = doing(editor, rename(editor.draft, "i1", text), text);
    editor = undo(undo(undo(editor, "a"), "b"), "c");
    expect(editor.draft.nodes.get("i1")!.text).toBe("Text of i1");
    editor = redo(redo(editor, "d"), "e");
    expect(editor.draft.nodes.get("i1")!.text).toBe("Two");
  });

  it("says what a rule forbids, and changes nothing", () => {
    const editor = doing(beginEditor(falls), { do: "remove", ids: ["a"] }, "k1");
    expect(editor.said).toBe("The aim cannot be removed. Change its words instead.");
    expect(editor.unsent).toEqual([]);
  });

  it("puts what is unsent on top of what others did", () => {
    const mine = doing(beginEditor(falls), rename(falls, "i1", "Mine"), "k1");
    const theirs = applyChange(falls, rename(falls, "i3", "Theirs"));
    const both = heard(mine, theirs);
    expect([both.draft.nodes.get("i1")!.text, both.draft.nodes.get("i3")!.text]).toEqual(["Mine", "Theirs"]);
    const sent = heard(both, applyChange(theirs, rename(falls, "i1", "Mine")), new Set(["k1"]));
    expect([sent.unsent, sent.conflicts]).toEqual([[], []]);
  });

  it("keeps both texts when two people changed the same words, until one is chosen", () => {
    const mine = doing(beginEditor(falls), rename(falls, "i1", "Mine"), "k1");
    const met = heard(mine, applyChange(falls, rename(falls, "i1", "Theirs")));
    expect(met.conflicts).toEqual([{ id: "i1", yours: "Mine", theirs: "Theirs" }]);
    expect(met.draft.nodes.get("i1")!.text).toBe("Theirs");
    const settled = settle(met, { id: "i1", text: "Mine", key: "k2" });
    expect(settled.conflicts).toEqual([]);
    expect(settled.unsent).toEqual([
      { key: "k2", changes: [{ do: "rename", id: "i1", text: "Mine", version: 2 }] },
    ]);
  });

  it("keeps the words that were meant for what somebody removed", () => {
    const mine = doing(beginEditor(falls), rename(falls, "i1", "Mine"), "k1");
    const met = heard(mine, applyChange(falls, { do: "remove", ids: ["i1"] }));
    expect(met.conflicts).toEqual([{ id: "i1", yours: "Mine", theirs: null }]);
  });

  it("keeps the words of what was added under a node that somebody removed", () => {
    const mine = doing(beginEditor(falls), add("n1", "New words"), "k1");
    const met = heard(mine, applyChange(falls, { do: "remove", ids: ["s3"] }));
    expect(met.conflicts).toEqual([{ id: "n1", yours: "New words", theirs: null }]);
  });

  it("takes back words only while they are as it left them", () => {
    const mine = doing(beginEditor(falls), rename(falls, "i1", "Mine"), "k1");
    const sent = heard(mine, applyChange(falls, rename(falls, "i1", "Mine")), new Set(["k1"]));
    const theirs = heard(sent, applyChange(sent.draft, rename(sent.draft, "i1", "Theirs")));
    const back = undo(theirs, "k2");
    expect(back.draft.nodes.get("i1")!.text).toBe("Theirs");
    expect(back.said).toMatch(/^This cannot be done/);
  });

  it("stands on something that is there", () => {
    const at = { ...beginEditor(falls), spot: { id: "i1", under: "s1" } };
    const gone = act(at, { changes: removeAt(falls, at.spot), words: "Removed", key: "k1" });
    expect(gone.spot).toEqual({ id: "s1", under: "p1" });
  });
});
