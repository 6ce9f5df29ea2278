import { expect, test } from "vitest";
import type { ImportRow } from "./import-row.ts";
import type { Known, KnownBody } from "./known-body.ts";
import { inLevels, planImport } from "./plan.ts";

const known = (...bodies: Partial<KnownBody>[]): Known => ({
  bodies: new Map(bodies.map((body) => [body.code!, { ...elms, areaCodes: [], ...body }])),
  kinds: new Map([
    ["gp-practice", "organisation"],
    ["acute-trust", "organisation"],
    ["nation", "nation"],
    ["region", "region"],
    ["local-system", "system"],
    ["ahsn", "area"],
    ["ward", "team"],
  ]),
  open: 100,
});

const elms: KnownBody = {
  id: "1",
  code: "A1",
  name: "The Elms",
  kind: "gp-practice",
  tier: "organisation",
  parentCode: "S1",
  topic: "",
  address: "",
  town: "Tallowgate",
  postcode: "",
  contactEmail: "",
  contactPhone: "",
  website: "",
  openedOn: "1990-04-01",
  closedOn: null,
  successorCode: null,
  areaCodes: [],
  version: 1,
};
const system = { code: "S1", name: "System", kind: "local-system", tier: "system" } as const;
const row = (given: Partial<ImportRow> = {}): ImportRow => ({
  line: 2,
  code: "A1",
  name: "The Elms",
  kind: "gp-practice",
  parentCode: "S1",
  closedOn: undefined,
  ...given,
});
const plan = (rows: ImportRow[], have: Known) =>
  planImport({ format: "own", rows, problems: [], leftOut: 0 }, have);

test.each<[string, Partial<ImportRow>]>([
  ["“a b” is not a code", { code: "a b" }],
  ["The name has 1 letters", { name: "X" }],
  ["The name has 201 letters", { name: "X".repeat(201) }],
  ["“ward” is not a kind of body that a file can bring", { kind: "ward" }],
  ["“nonsense” is not a kind of body", { kind: "nonsense" }],
  ["Only a clinical network has a field of care", { topic: "Cancer" }],
  ["“QX” is not a postcode", { postcode: "QX" }],
  ["is not an email address", { contactEmail: "nobody" }],
  ["is not the address of a website", { website: "javascript:alert(1)" }],
  ["It closed before it opened", { openedOn: "2016-01-02", closedOn: "2016-01-01" }],
  ["It says no body that it stands below", { parentCode: "" }],
  ["It cannot stand below itself", { parentCode: "A1" }],
  ["There is no body with the code S9 for it to stand below", { parentCode: "S9" }],
  ["It cannot stand below Maple", { parentCode: "W1" }],
  ["which it stands below, is closed", { parentCode: "OLD" }],
  ["It cannot become itself", { successorCode: "A1", closedOn: "2016-01-01" }],
  ["It has a successor, and no date of closing", { successorCode: "S1" }],
  ["There is no body with the code A9 for it to become", { successorCode: "A9", closedOn: "2016-01-01" }],
  ["There is no area with the code S1", { areaCodes: ["S1"] }],
  ["which is another kind of body", { kind: "acute-trust" }],
  ["The code OLD belongs to Old, which closed", { code: "OLD" }],
  ["which is older: a code is never used again", { name: "Another", openedOn: "2015-01-01" }],
])("%s", (message, given) => {
  const have = known(
    elms,
    system,
    { code: "W1", name: "Maple", kind: "ward", tier: "team" },
    { code: "OLD", name: "Old", closedOn: "2010-01-01" },
  );
  expect(
    plan([row(given)], have)
      .problems.map((problem) => problem.message)
      .join("\n"),
  ).toContain(message);
});

test("a nation grows from one file: its regions, systems and areas, and what stands in them", () => {
  const england = { code: "ENG", kind: "nation", tier: "nation", parentCode: null } as const;
  const rows = [
    row({ code: "A1", kind: "gp-practice", parentCode: "S1", areaCodes: ["N1"] }),
    row({ line: 3, code: "S1", kind: "local-system", parentCode: "R1" }),
    row({ line: 4, code: "R1", kind: "region", parentCode: "ENG" }),
    row({ line: 5, code: "N1", kind: "ahsn", parentCode: "ENG" }),
  ];
  expect(plan(rows, known(england)).problems).toEqual([]);
  const below = [row({ code: "R1", kind: "region", parentCode: "S1" })];
  expect(plan(below, known(system)).problems).toEqual([{ line: 2, message: "It cannot stand below System" }]);
});

test("a code that stands twice in a file is named with the line of the first", () => {
  expect(plan([row(), row({ line: 7 })], known(elms, system)).problems).toEqual([
    { line: 7, message: "The code A1 was already used on line 2" },
  ]);
});

test("two that stand below each other, or become each other, are refused", () => {
  const below = [row({ parentCode: "A2" }), row({ line: 3, code: "A2", parentCode: "A1" })];
  expect(plan(below, known(system)).problems).toHaveLength(2);
  const closed = { closedOn: "2016-01-01" };
  const become = [
    row({ ...closed, successorCode: "A2" }),
    row({ ...closed, line: 3, code: "A2", successorCode: "A1" }),
  ];
  expect(plan(become, known(system)).problems).toHaveLength(2);
});

test("what would change is counted: new, changed, renamed, closed, and the same as now", () => {
  const have = known(elms, system, { ...elms, code: "A2" }, { ...elms, code: "A3" }, { ...elms, code: "A4" });
  const made = plan(
    [
      row(),
      row({ code: "A2", name: "THE ELMS", town: "Tallowgate" }),
      row({ code: "A3", name: "The Oaks" }),
      row({ code: "A4", closedOn: "2016-03-31", successorCode: "A5" }),
      row({ code: "A5" }),
    ],
    have,
  );
  expect(made.problems).toEqual([]);
  expect([made.added, made.changed, made.renamed, made.closed].map((list) => list.length)).toEqual([
    1, 1, 1, 1,
  ]);
  expect(made.unchanged).toBe(2);
});

test("more than 2 in 100 closures have to be said to be right", () => {
  const bodies = Array.from({ length: 3 }, (_, index) => ({ ...elms, code: `A${index}` }));
  const closing = bodies.map(({ code }) => row({ code, closedOn: "2016-03-31" }));
  expect(plan(closing.slice(0, 2), known(system, ...bodies)).closesMany).toBe(false);
  expect(plan(closing, known(system, ...bodies)).closesMany).toBe(true);
});

test("what stands below another of the file is made after it", () => {
  const rows = [
    row({ code: "C", parentCode: "B" }),
    row({ code: "B", parentCode: "A" }),
    row({ code: "A", parentCode: "S1" }),
  ];
  expect(inLevels(rows).map((level) => level.map((one) => one.code))).toEqual([["A"], ["B"], ["C"]]);
});
