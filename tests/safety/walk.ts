import { auditFaults } from "./audit.ts";
import {
  expectedOf,
  nothings,
  planOf,
  relationsOf,
  seriesOf,
  type Cell,
  type Fields,
  type Relation,
  type Row,
} from "./expect.ts";
import { letIn, outcomeOf, type Outcome } from "./outcome.ts";
import { pathOf, splitRoute } from "./routes.ts";
import { isHarmless, told, type Change } from "./setup/changes.ts";
import type { House } from "./setup/house.ts";
import { personas, type Nation, type Persona } from "./setup/nation.ts";

export type Visit = {
  route: string;
  persona: Persona;
  relation: Relation;
  expected: Outcome;
  got: Outcome;
  status: number;
  text: string;
  changes: Change[];
};

/** What was seen on the way, each a line that says where. No answer is kept: there are tens of thousands. */
export type Walk = {
  cells: number;
  leaks: string[];
  denials: string[];
  faults: string[];
  /** Words of somebody's that stood in somebody else's answer. */
  read: string[];
  /** What a refused or a reading request changed all the same. */
  touched: string[];
  /** Deeds without their one entry in the audit. */
  unaudited: string[];
};

export type WalkOptions = {
  rows: readonly Row[];
  personas?: readonly Persona[];
  only?: (expected: Outcome) => boolean;
};

/** Every row, every persona, every relation: asked, looked at, undone. */
export async function walk(house: House, nation: Nation, options: WalkOptions): Promise<Walk> {
  const seen: Walk = { cells: 0, leaks: [], denials: [], faults: [], read: [], touched: [], unaudited: [] };
  for (const row of options.rows) {
    for (const persona of options.personas ?? personas) {
      for (const relation of relationsOf(row.about)) {
        const expected = expectedOf(row, persona, relation);
        if (options.only && !options.only(expected)) continue;
        if (isWork(row) && relation in nothings && !askAfterNothing.has(persona)) continue;
        judge(seen, await visit(house, row, { nation, persona, relation }), nation);
      }
    }
  }
  return seen;
}

/** Of a plan or series that is not there nobody can be anything: a few ask for it, and not all sixteen. */
const askAfterNothing: ReadonlySet<Persona> = new Set(["visitor", "memberA", "adminB", "platform"]);

function isWork({ about }: Row): boolean {
  return about === "plan" || about === "series";
}

/** Words that stand in an answer to somebody who may never read them. */
export function readBy(visit: Visit, nation: Nation): string[] {
  return nation.canaries
    .filter(({ word, readers }) => visit.text.includes(word) && !readers.includes(visit.persona))
    .map(({ word }) => `${describe(visit)}: reads ${word}`);
}

export async function visit(house: House, row: Row, cell: Cell): Promise<Visit> {
  const { result, changes } = await house.watch(async () => {
    await row.given?.(cell, house);
    if (row.given) await house.changes();
    const response = await call(house, row, cell);
    return { response, text: await response.text() };
  });
  const { response, text } = result;
  return {
    route: row.route,
    persona: cell.persona,
    relation: cell.relation,
    expected: expectedOf(row, cell.persona, cell.relation),
    got: outcomeOf(response, house.origin),
    status: response.status,
    text,
    changes,
  };
}

/** Asks for it as a browser on our own pages would. A header that is given as nothing is left out. */
export async function call(
  house: House,
  row: Row,
  cell: Cell,
  given: Record<string, string | undefined> = {},
): Promise<Response> {
  const { method } = splitRoute(row.route);
  const headers = { Cookie: cell.nation.cookies[cell.persona], Origin: house.origin, ...given };
  const said = Object.entries(headers).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return house.app.request(addressOf(house, row, cell), {
    method,
    headers: said,
    ...(method !== "GET" && { body: bodyOf(row.send?.(cell) ?? {}) }),
  });
}

export function addressOf(house: House, row: Row, cell: Cell): string {
  const { pattern } = splitRoute(row.route);
  const path = row.path?.() ?? pathOf(pattern, { ...targetParams(row, cell), ...row.params?.(cell) });
  return `${house.origin}${path}${row.query?.(cell) ?? ""}`;
}

/** What `:code` and `:id` are when the row does not say. */
function targetParams(row: Row, cell: Cell): Record<string, string> {
  const { nation, relation, persona } = cell;
  if (row.about === "plan") return { id: planOf(cell).id };
  if (row.about === "series") return { id: seriesOf(cell).id };
  if (relation in nation.bodies) return { code: nation.bodies[relation as keyof Nation["bodies"]].code };
  const ids: Partial<Record<Relation, string>> = {
    self: persona === "visitor" ? nation.people.memberA.id : nation.people[persona].id,
    "same-body": nation.subjects.own.id,
    "other-body": nation.subjects.other.id,
    erased: nation.people.erased.id,
    unknown: nothings.unknown,
    garbage: nothings.garbage,
  };
  return relation in ids ? { id: ids[relation]! } : {};
}

export function bodyOf(fields: Fields): URLSearchParams | FormData {
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().map((one) => [name, one] as const),
  );
  if (!pairs.some(([, value]) => value instanceof File))
    return new URLSearchParams(pairs as [string, string][]);
  const form = new FormData();
  for (const [name, value] of pairs) form.append(name, value);
  return form;
}

/** Let in, where somebody should have been kept out. */
export function isLeak(visit: Visit): boolean {
  return letIn.has(visit.got) && !letIn.has(visit.expected);
}

function judge(seen: Walk, visit: Visit, nation: Nation): void {
  seen.cells += 1;
  if (visit.got !== visit.expected) {
    const wrong = isLeak(visit) ? seen.leaks : visit.got === "fault" ? seen.faults : seen.denials;
    wrong.push(describe(visit));
  }
  seen.read.push(...readBy(visit, nation));
  seen.touched.push(...touchedBy(visit));
  seen.unaudited.push(...auditFaults(visit.changes).map((fault) => `${describe(visit)}: ${fault}`));
}

/** What a request that was refused, or that only asked for a page, changed all the same. */
function touchedBy(visit: Visit): string[] {
  if (letIn.has(visit.expected) && !visit.route.startsWith("GET ")) return [];
  return visit.changes
    .filter((change) => !isHarmless(change))
    .map((change) => `${describe(visit)}: ${told(change)}`);
}

function describe({ route, persona, relation, expected, got, status }: Visit): string {
  return `${route} as ${persona} to ${relation}: expected ${expected}, got ${got} (${status})`;
}
