import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { projectRoot } from "#platform/project-root.ts";
import { fileNames, type Pack } from "./pack.ts";
import { FaultyPack, packOf, readPack } from "./read-pack.ts";

const folders = {
  england: join(projectRoot, "content/frameworks/developing-people-improving-care-2016"),
  harbour: join(projectRoot, "tests/packs/harbour"),
};

describe("the framework of 2016", () => {
  let pack: Pack;
  beforeAll(async () => ({ pack } = await readPack(folders.england)));

  test("has as many of each as the documents", () => {
    const counts = Object.fromEntries(
      (["conditions", "actions", "pledges", "glossary", "recommendations", "gaps", "horizons"] as const).map(
        (name) => [name, pack[name].length],
      ),
    );
    expect(counts).toEqual({
      conditions: 5,
      actions: 13,
      pledges: 3,
      glossary: 13,
      recommendations: 16,
      gaps: 4,
      horizons: 2,
    });
    expect(pack.actions.map((action) => action.details.length)).toEqual([
      4, 2, 6, 2, 3, 5, 9, 3, 2, 3, 4, 2, 5,
    ]);
    expect(pack.bibliography.themes).toHaveLength(5);
  });

  test("puts 2, 4, 2, 2 and 3 actions under its conditions", () => {
    const under = pack.conditions.map(({ id }) => pack.actions.filter((one) => one.condition === id).length);
    expect(under).toEqual([2, 4, 2, 2, 3]);
  });

  test("keeps the numbers to reach", () => {
    const boards = pack.targets.find((target) => target.id === "boards");
    expect(boards?.goals).toEqual([
      { value: 25, by: "2018-12-31" },
      { value: 75, by: "2020-12-31" },
    ]);
  });

  test("marks every secondary driver as reconstructed, and says what is missing from the source", () => {
    expect(pack.drivers.filter((driver) => !driver.reconstructed)).toEqual([]);
    const awards = pack.actions.find((one) => one.id === "8")!.details[1]!;
    expect(awards.note).toMatch(/lost/);
    expect(pack.framework.notes.map((note) => note.about)).toContain("pictures");
  });

  test("gives every detailed action an outcome of its own action and horizon, and every outcome an action", () => {
    const outcomes = new Map(pack.outcomes.map((outcome) => [outcome.id, outcome]));
    const strays = pack.actions.flatMap((action) =>
      action.details.flatMap(({ id, horizon, outcomes: named }) =>
        named.length === 0 ||
        named.some((name) => {
          const outcome = outcomes.get(name)!;
          return outcome.action !== action.id || outcome.horizon !== horizon;
        })
          ? [id]
          : [],
      ),
    );
    expect(strays).toEqual([]);
    const served = new Set(pack.actions.flatMap((one) => one.details.flatMap((detail) => detail.outcomes)));
    expect([...outcomes.keys()].filter((id) => !served.has(id))).toEqual([]);
  });

  test("never repeats a sentence of the source: nothing in it is longer than a title should be", () => {
    const texts = pack.actions.flatMap((one) => [one.text, ...one.details.map((detail) => detail.text)]);
    expect(texts.filter((text) => text.length > 400)).toEqual([]);
  });
});

test("the framework of another country is read by the same program", async () => {
  const { pack } = await readPack(folders.harbour);
  expect(pack.framework.title).toBe("Safe Harbour");
  expect(pack.horizons.map((horizon) => horizon.names["cy"])).toEqual([
    "Erbyn y gwanwyn nesaf",
    "Yn ddiweddarach",
  ]);
  expect(pack.glossary).toEqual([]);
});

describe("a pack with a fault", () => {
  let texts: Map<string, string>;
  beforeAll(async () => {
    texts = new Map();
    for (const name of fileNames) {
      const text = await readFile(join(folders.harbour, `${name}.json`), "utf8").catch(() => undefined);
      if (text !== undefined) texts.set(name, text);
    }
  });

  const changed = (file: string, from: string, to: string) =>
    packOf(new Map([...texts, [file, texts.get(file)!.replace(from, to)]])).faults;

  test.each([
    ["a dangling body", "actions", '"body": "clinics" }]', '"body": "clinic" }]', 23, /no body “clinic”/],
    ["a dangling keeper", "framework", '"keeper": "ministry"', '"keeper": "palace"', 9, /no body “palace”/],
    ["an id used twice", "actions", '"id": "1.2"', '"id": "1.1"', 19, /“1.1” is used twice/],
    ["a missing horizon", "actions", '"horizon": "later"', '"horizon": "never"', 22, /no horizon “never”/],
    [
      "a horizon without its name",
      "horizons",
      ', "cy": "Yn ddiweddarach"',
      "",
      3,
      /no name in the language “cy”/,
    ],
    [
      "a driver under itself",
      "drivers",
      '"text": "One for each child."',
      '"text": "One.", "under": "1b"',
      6,
      /leads back to itself/,
    ],
    [
      "a body inside itself",
      "bodies",
      '"members": ["ministry"]',
      '"members": ["ministry", "board"]',
      4,
      /leads back to itself/,
    ],
    [
      "a comma too many",
      "conditions",
      '"short": "Answers",',
      '"short": "Answers",,',
      5,
      /name in quotation marks/,
    ],
    [
      "a name given twice",
      "framework",
      '"edition": 1,',
      '"edition": 1, "key": "other",',
      3,
      /“key” is given twice/,
    ],
    ["an unknown word", "actions", '"horizon": "later"', '"horizon": "later", "colour": "red"', 18, /colour/],
    ["a date of no calendar", "framework", '"2025-03-31"', '"2025-02-31"', 8, /A date is written like/],
    [
      "an action nobody answers for",
      "actions",
      '[{ "body": "clinics" }]',
      "[]",
      23,
      /at least one responsible body/,
    ],
  ])("%s is named by file and line", (...[, file, from, to, line, message]) => {
    const faults = changed(file, from, to);
    expect(faults[0]).toMatchObject({ file: `${file}.json`, line, message: expect.stringMatching(message) });
  });

  test("a missing file and one too many are named", () => {
    const { faults } = packOf(
      new Map([...[...texts].filter(([name]) => name !== "tracks"), ["extra", "[]"]]),
    );
    expect(faults.map(({ file, message }) => `${file}: ${message}`)).toEqual([
      "extra.json: A pack has no file of this name",
      "tracks.json: This file is missing",
    ]);
  });
});

test("nothing of a faulty folder is returned", async () => {
  await expect(readPack(join(projectRoot, "tests/packs"))).rejects.toThrow(FaultyPack);
});
