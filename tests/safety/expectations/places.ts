import { everyone, type Cell, type Fields, type Granted, type Row } from "../expect.ts";
import type { BodyRelation, Persona } from "../setup/nation.ts";

type Standing = Record<BodyRelation, readonly Persona[]>;

/** Whoever leads or administers a body, or one above it, keeps what its page says true. */
const keepers: Standing = {
  own: ["leadA", "adminA", "adminAWeak", "leadRegion", "platform"],
  below: ["leadA", "adminA", "adminAWeak", "leadRegion", "platform"],
  other: ["adminB", "platform"],
  parent: ["leadRegion", "platform"],
  area: ["platform"],
  closed: ["leadRegion", "platform"],
};

/** What a body is called, where it stands and whether it goes on is decided by administrators above it, never by itself. */
const above: Standing = {
  own: ["platform"],
  below: ["adminA", "platform"],
  other: ["platform"],
  parent: ["platform"],
  area: ["platform"],
  closed: ["platform"],
};

/** Taking in what was closed elsewhere is decided by administrators here or above. */
const receivers: Standing = {
  own: ["adminA", "platform"],
  below: ["adminA", "platform"],
  other: ["adminB", "platform"],
  parent: ["platform"],
  area: ["platform"],
  closed: ["platform"],
};

/** An administrator whose session a password alone opened must prove twice who this is. */
const aboveWeak: Granted["prove"] = { below: ["adminAWeak"] };
const receiversWeak: Granted["prove"] = { own: ["adminAWeak"], below: ["adminAWeak"] };

const none: readonly Persona[] = [];

function only(standing: Standing, ...relations: BodyRelation[]): Standing {
  const of = (relation: BodyRelation) => (relations.includes(relation) ? standing[relation] : none);
  return {
    own: of("own"),
    below: of("below"),
    other: of("other"),
    parent: of("parent"),
    area: of("area"),
    closed: of("closed"),
  };
}

const version = (fields: Fields): Fields => ({ ...fields, _version: "1" });

/** Some other body that can take in what each body leaves, or that it can move below. */
function elsewhere({ nation, relation }: Cell): string {
  const { bodies, places } = nation;
  const where: Partial<Record<string, string>> = {
    own: places.otherSystem.code,
    below: places.ward.code,
    other: bodies.parent.code,
    parent: places.otherRegion.code,
    area: places.nation.code,
    closed: places.otherSystem.code,
  };
  return where[relation]!;
}

/** A body that can be merged into each. */
function mergeable({ nation, relation }: Cell): string {
  const { bodies, places } = nation;
  const which: Partial<Record<string, string>> = {
    own: bodies.below.code,
    below: places.ward.code,
    other: places.wardOfB.code,
    parent: places.ward.code,
    area: places.ward.code,
    closed: places.ward.code,
  };
  return which[relation]!;
}

const publicBodies: readonly Row[] = [
  { route: "GET /bodies", about: "nothing", granted: { page: everyone } },
  { route: "GET /bodies/suggestions", about: "nothing", query: () => "?q=body", granted: { page: everyone } },
  {
    route: "GET /bodies/compare",
    about: "nothing",
    query: () => "?a=ahsn&b=local-system",
    granted: { page: everyone },
  },
  {
    route: "GET /bodies/compare/organisations",
    about: "nothing",
    query: ({ nation }) =>
      `?a=ahsn&b=local-system&row=${nation.bodies.area.code}&column=${nation.bodies.parent.code}`,
    granted: { page: everyone },
  },
  { route: "GET /bodies/:code", about: "body", granted: { page: everyone } },
  { route: "GET /api/v1/bodies", about: "nothing", query: () => "?q=body", granted: { page: everyone } },
  { route: "GET /api/v1/bodies/:code", about: "body", granted: { page: everyone } },
  { route: "GET /api/v1/openapi.json", about: "nothing", granted: { page: everyone } },
];

/** What a page says of its body. */
const keeping: readonly Row[] = [
  { route: "GET /bodies/:code/edit", about: "body", granted: { page: keepers } },
  {
    route: "POST /bodies/:code/edit",
    about: "body",
    send: () => version({ purpose: "Care for the people of this place", town: "Aldermere" }),
    granted: { done: keepers },
  },
  // Nothing new begins in a body that has closed.
  { route: "GET /bodies/:code/teams/new", about: "body", granted: { page: { ...keepers, closed: [] } } },
  {
    route: "POST /bodies/:code/teams",
    about: "body",
    send: () => ({ name: "Falls team", kind: "team", purpose: "" }),
    granted: { done: { ...keepers, closed: [] } },
  },
];

/** What a body is. Whatever would make no sense is told as a problem of the form, to those who may ask it. */
const structure: readonly Row[] = [
  { route: "GET /bodies/:code/rename", about: "body", granted: { page: above, prove: aboveWeak } },
  {
    route: "POST /bodies/:code/rename",
    about: "body",
    send: ({ nation }) => version({ name: "A new name", ...nation.today("from") }),
    granted: { done: above, prove: aboveWeak },
  },
  { route: "GET /bodies/:code/close", about: "body", granted: { page: above, prove: aboveWeak } },
  {
    route: "POST /bodies/:code/close",
    about: "body",
    send: (cell) => ({
      ...cell.nation.today("on"),
      _confirmed: "yes",
      successor: cell.relation === "below" || cell.relation === "area" ? "" : elsewhere(cell),
    }),
    granted: { done: { ...above, closed: [] }, problem: only(above, "closed"), prove: aboveWeak },
  },
  { route: "GET /bodies/:code/merge", about: "body", granted: { page: receivers, prove: receiversWeak } },
  {
    route: "POST /bodies/:code/merge",
    about: "body",
    send: (cell) => ({ ...cell.nation.today("on"), _confirmed: "yes", bodies: mergeable(cell) }),
    granted: { done: { ...receivers, closed: [] }, problem: only(receivers, "closed"), prove: receiversWeak },
  },
  { route: "GET /bodies/:code/move", about: "body", granted: { page: above, prove: aboveWeak } },
  {
    route: "POST /bodies/:code/move",
    about: "body",
    send: (cell) => version({ parent: elsewhere(cell) }),
    granted: { done: above, prove: aboveWeak },
  },
  { route: "GET /bodies/:code/areas", about: "body", granted: { page: above, prove: aboveWeak } },
  {
    route: "POST /bodies/:code/areas",
    about: "body",
    send: ({ nation }) => version({ areas: [nation.bodies.area.code] }),
    // Only an organisation sits in areas.
    granted: {
      done: only(above, "own", "other", "closed"),
      problem: only(above, "below", "parent", "area"),
      prove: aboveWeak,
    },
  },
];

function headed({ nation }: Cell): File {
  const text = `code,name,kind,parent_code\nNEW1,A new practice,gp-practice,${nation.bodies.parent.code}\n`;
  return new File([text], "new.csv", { type: "text/csv" });
}

/** A file can touch every organisation of the nation, so it is for the platform's administrators alone. */
const importing: readonly Row[] = [
  { route: "GET /bodies/import", about: "nothing", granted: { page: ["platform"] } },
  { route: "GET /bodies/import/example.csv", about: "nothing", granted: { page: ["platform"] } },
  {
    route: "POST /bodies/import",
    about: "nothing",
    send: (cell) => ({ file: headed(cell) }),
    granted: { done: ["platform"] },
  },
  ...["GET", "POST"].map((method): Row => ({
    route: `${method} /bodies/import/:id`,
    about: "nothing",
    params: ({ nation }) => ({ id: nation.upload }),
    granted: { [method === "GET" ? "page" : "done"]: ["platform"] },
  })),
];

export const places: readonly Row[] = [...publicBodies, ...keeping, ...structure, ...importing];
