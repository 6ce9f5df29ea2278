import { glob, readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { projectRoot } from "#platform/project-root.ts";
import { expectedOf, relationsOf, type Cell, type Row } from "./expect.ts";
import { expectations } from "./expectations.ts";
import { letIn } from "./outcome.ts";
import { openHouse, type House } from "./setup/house.ts";
import { buildNation, type Nation, type Persona } from "./setup/nation.ts";
import { isLeak, readBy, visit } from "./walk.ts";

/** Which rule says yes to everybody just now, and which rules would have said something else if they did. */
const taps = vi.hoisted(() => ({ open: "", differ: new Set<string>() }));

type Rule = (...given: unknown[]) => unknown;

/** What a rule that has been given up would answer. */
const openly = vi.hoisted(() => (name: string, given: unknown[], answered: () => unknown): unknown => {
  if (name === "relationTo") return "self";
  if (name === "grantableRoles") return given.at(-1);
  try {
    const answer = answered();
    return typeof answer === "boolean" ? true : answer;
  } catch {
    return undefined;
  }
});

const tapped = vi.hoisted(() => (module: string, rules: object): object => {
  const tap = (name: string, rule: Rule): Rule => {
    return (...given) => {
      const key = `${module}: ${name}`;
      const open = openly(name, given, () => rule(...given));
      if (taps.open === key) return open;
      try {
        const answer = rule(...given);
        if (JSON.stringify(answer) !== JSON.stringify(open)) taps.differ.add(key);
        return answer;
      } catch (error) {
        taps.differ.add(key);
        throw error;
      }
    };
  };
  const pairs = Object.entries(rules).map(([name, rule]) => [
    name,
    typeof rule === "function" ? tap(name, rule as Rule) : rule,
  ]);
  return Object.fromEntries(pairs) as object;
});

vi.mock("#modules/places/policy.ts", async (original) => tapped("places", await original()));
vi.mock("#modules/people/policy.ts", async (original) => tapped("people", await original()));
vi.mock("#modules/plans/policy.ts", async (original) => tapped("plans", await original()));
vi.mock("#modules/reports/policy.ts", async (original) => tapped("reports", await original()));
vi.mock("#modules/framework/policy.ts", async (original) => tapped("framework", await original()));
vi.mock("#modules/measures/policy.ts", async (original) => tapped("measures", await original()));

/**
 * Rules that decide no more than what a page offers, or whose yes is checked again by something that is no rule:
 * each with the reason why giving it up alone opens nothing.
 */
const harmlessAlone: Record<string, string> = {
  "measures: mayBeginMeasure": "it shows a button; the command asks mayStartSeries again",
  "framework: mayReport": "whoever reports also speaks for one of its bodies: speaksFor finds them none",
  "framework: mayKeepFramework": "whoever keeps it also speaks for its keeper: speaksFor finds them none",
  "plans: mayStopMail":
    "the link's signature says whose mail it stops: without one there is nobody's to stop",
  "people: grantableRoles": "it fills the form's choices; the command asks mayGrant again",
};

let house: House;
let nation: Nation;
beforeAll(async () => {
  house = await openHouse({ undo: true });
  nation = await buildNation(house);
});
afterAll(() => house.close());

/** Each kind of standing once is enough to see whether a rule matters. */
const askers: readonly Persona[] = ["unplaced", "memberA", "leadA", "adminAWeak", "adminB"];

function closedCells(row: Row): Cell[] {
  return askers.flatMap((persona) =>
    relationsOf(row.about)
      .filter((relation) => !letIn.has(expectedOf(row, persona, relation)))
      .map((relation) => ({ nation, persona, relation })),
  );
}

test("the rules of every module are watched", async () => {
  const own = await readFile(import.meta.filename, "utf8");
  const modules: string[] = [];
  for await (const path of glob("src/modules/*/policy.ts", { cwd: projectRoot })) modules.push(path);
  const unwatched = modules.filter((path) => !own.includes(`vi.mock("#${path.slice("src/".length)}"`));
  expect(unwatched, "give each a line with vi.mock at the top of this file").toEqual([]);
  expect(modules.length).toBeGreaterThan(2);
});

test("negative control: every rule that is given up is noticed as a leak", async () => {
  const decided = new Map<string, [Row, Cell][]>();
  const readable = expectations.filter(({ route }) => route === "GET /people/:id");
  const cells = [
    ...expectations.flatMap((row) => closedCells(row).map((cell) => [row, cell] as [Row, Cell])),
    ...readable.flatMap((row) =>
      relationsOf(row.about).map(
        (relation) => [row, { nation, persona: "memberB" as const, relation }] as [Row, Cell],
      ),
    ),
  ];
  for (const [row, cell] of cells) {
    taps.differ.clear();
    await visit(house, row, cell);
    for (const rule of taps.differ) decided.set(rule, [...(decided.get(rule) ?? []), [row, cell]]);
  }
  const survivors: string[] = [];
  for (const [rule, closed] of decided) {
    taps.open = rule;
    let leaked = false;
    for (const [row, cell] of closed) {
      const seen = await visit(house, row, cell);
      leaked = isLeak(seen) || readBy(seen, nation).length > 0;
      if (leaked) break;
    }
    taps.open = "";
    if (!leaked) survivors.push(rule);
  }
  process.stdout.write(
    `${decided.size} rules given up in turn, ${decided.size - survivors.length} noticed\n`,
  );
  expect(survivors.filter((rule) => !harmlessAlone[rule])).toEqual([]);
  expect(decided.size).toBeGreaterThan(12);
}, 240_000);
