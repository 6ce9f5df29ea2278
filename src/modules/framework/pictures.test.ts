import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { projectRoot } from "#platform/project-root.ts";
import { contentOf, type Content } from "./content.ts";
import { rowsOf } from "./item.ts";
import { readPack } from "./pack/read-pack.ts";
import { countWords, pictureOf } from "./pictures.ts";
import { narrowed, noFilters, promisedOf, type Promised } from "./progress.ts";

let content: Content;
let promised: Promised[];
beforeAll(async () => {
  const { pack } = await readPack(
    join(projectRoot, "content/frameworks/developing-people-improving-care-2016"),
  );
  content = contentOf({ head: pack.framework, items: rowsOf(pack) });
  promised = promisedOf(content, { commitments: new Map(), owners: new Map(), today: "2017-06-01" });
});

describe("the pictures", () => {
  test("hold the aim, 5 conditions, every driver and 13 actions, each once", () => {
    const picture = pictureOf(content, promised, "");
    expect(countWords(picture)).toBe(
      "42 items: 1 aim, 5 conditions, 23 secondary drivers and 13 proposed actions",
    );
    expect(new Set(picture.nodes.map((node) => node.id)).size).toBe(picture.nodes.length);
  });

  test("hang every item from another that is there", () => {
    const { nodes } = pictureOf(content, promised, "");
    const ids = new Set(nodes.map((node) => node.id));
    expect(nodes.filter(({ parents }) => parents.some((parent) => !ids.has(parent)))).toEqual([]);
    expect(nodes.filter(({ parents }) => parents.length === 0).map((node) => node.kind)).toEqual(["aim"]);
  });

  test("show of a condition its actions and all that was promised under them", () => {
    const picture = pictureOf(content, promised, "condition-3");
    expect(countWords(picture)).toBe(
      "16 items: 1 aim, 1 condition, 2 proposed actions and 12 detailed actions",
    );
  });

  test("leave out what a filter takes away, and what then leads to nothing", () => {
    const filters = { ...noFilters, condition: "5" };
    const picture = pictureOf(content, narrowed(promised, filters, content.pack), "");
    expect(picture.nodes.filter((node) => node.kind === "primary")).toHaveLength(1);
    expect(picture.nodes.filter((node) => node.kind === "idea").map((node) => node.id)).toEqual([
      "action-11",
      "action-12",
      "action-13",
    ]);
  });
});
