import { randomUUID } from "node:crypto";
import { inSightOnly, people, planOf, type Cell, type Granted, type Row } from "../expect.ts";
import { planSeers, teamOf } from "../setup/works.ts";

const diagram = "/plans/:id/diagram";

/** Whoever sees a plan sees its diagram. */
function read(path: string, more: Partial<Row> = {}): Row {
  const row = { route: `GET ${diagram}${path}`, about: "plan" as const, nobody: "hidden" as const };
  return { ...row, ...inSightOnly({ page: planSeers }, planSeers), ...more };
}

/** Whoever is in its team changes it, a patient partner as any other. */
function change(
  path: string,
  send: Row["send"],
  more: Partial<Row> = {},
  granted: Granted = { done: teamOf },
): Row {
  return {
    route: `POST ${diagram}${path}`,
    about: "plan",
    send,
    ...inSightOnly(granted, planSeers),
    ...more,
  };
}

const driver = { params: (cell: Cell) => ({ node: planOf(cell).driver }) };
const believed = {
  params: (cell: Cell) => ({ node: planOf(cell).driver, parent: planOf(cell).aim }),
};
const idea = { params: (cell: Cell) => ({ node: planOf(cell).idea }) };

const changes = (cell: Cell): string =>
  JSON.stringify([
    {
      do: "add",
      id: randomUUID(),
      kind: "idea",
      text: "Try a lamp",
      under: planOf(cell).driver,
      after: null,
    },
  ]);

const reading: readonly Row[] = [
  read(""),
  read("/data"),
  read("/actions"),
  read("/circle"),
  read("/print"),
  read("/history"),
  read("/compare"),
  read("/replay"),
  read("/list"),
  read("/files/:file", { params: () => ({ file: "tree.svg" }) }),
  read("/nodes/:node", driver),
  read("/nodes/:node/belief/:parent", believed),
];

const deeds: readonly Row[] = [
  change("/changes", (cell) => ({ changes: changes(cell) }), {}, { page: teamOf }),
  { ...change("/begin", undefined, {}, { page: teamOf }), route: `GET ${diagram}/begin` },
  change("/begin", () => ({ topic: "falls" })),
  change("/list", () => ({ text: "One\n  Two" })),
  change("/nodes/:node", () => ({ text: "Other words", kind: "primary", _version: "1" }), driver),
  change(
    "/nodes/:node/belief/:parent",
    () => ({ belief: "some", reason: "We saw it", _version: "0" }),
    believed,
  ),
  change("/nodes/:node/add", () => ({ new: "Something under it" }), driver),
  change("/nodes/:node/step", () => ({ step: "out" }), idea),
  change("/nodes/:node/place", (cell) => ({ under: planOf(cell).aim, how: "link" }), idea),
  change("/nodes/:node/unlink", (cell) => ({ from: planOf(cell).driver }), {
    ...idea,
    given: async (cell, { db }) => {
      const { id, aim, idea: child } = planOf(cell);
      if (!cell.nation.plans[cell.relation as keyof typeof cell.nation.plans]) return;
      await db
        .insertInto("node_links")
        .values({ plan_id: id, parent_id: aim, child_id: child, position: 9 })
        .execute();
    },
  }),
  {
    ...change("/nodes/:node/remove", undefined, driver, { page: teamOf }),
    route: `GET ${diagram}/nodes/:node/remove`,
  },
  change("/nodes/:node/remove", () => ({}), idea),
];

/** Whoever sees a branch may take it along into a plan of theirs. */
const copying: readonly Row[] = [
  {
    ...read("/nodes/:node/copy", driver),
    ...inSightOnly({ page: signedInSeers() }, planSeers),
    nobody: "sign-in",
  },
  change("/nodes/:node/copy", () => ({ to: "" }), driver, { problem: signedInSeers() }),
];

function signedInSeers(): Granted["page"] {
  return Object.fromEntries(
    Object.entries(planSeers).map(([relation, seers]) => [
      relation,
      seers.filter((one) => people.includes(one)),
    ]),
  );
}

export const diagramRows: readonly Row[] = [...reading, ...deeds, ...copying];
