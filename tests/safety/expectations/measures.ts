import { everyone, people, type Cell, type Fields, type Row } from "../expect.ts";
import type { Persona } from "../setup/nation.ts";

/** Whoever works in A sees what is A's; nobody above A does by standing above it. */
const inA: readonly Persona[] = ["memberA", "leadA", "coachA", "patientA", "adminA", "adminAWeak"];
/** Of these series only memberA is a keeper. */
const keeper: readonly Persona[] = ["memberA"];

const own = ({ nation }: Cell): Record<string, string> => ({ id: nation.series.organisation });
const open = ({ nation }: Cell): Record<string, string> => ({ id: nation.series.public });

type SeriesRow = { path: string; granted: Row["granted"]; send?: (cell: Cell) => Fields; query?: string };

/** A page about a series that only its own may read or change; to all others it is not there. */
function ofSeries(method: "GET" | "POST", { path, granted, send, query }: SeriesRow): Row {
  return {
    route: `${method} /series/:id${path}`,
    about: "nothing",
    params: own,
    granted: { ...granted, refused: inA.filter((persona) => !named(granted).includes(persona)) },
    otherwise: { all: "hidden" },
    ...(send && { send }),
    ...(query !== undefined && { query: () => query }),
  };
}

function named(granted: Row["granted"]): readonly Persona[] {
  return Object.values(granted).flatMap((who) => (Array.isArray(who) ? (who as readonly Persona[]) : []));
}

const today = ({ nation }: Cell): Fields => ({ ...nation.today("on") });

const reading: readonly Row[] = [
  { route: "GET /measures", about: "nothing", granted: { page: everyone } },
  { route: "GET /bodies/:code/measures", about: "body", granted: { page: everyone } },
  { ...ofSeries("GET", { path: "", granted: { page: inA } }), nobody: "hidden" },
  { route: "GET /series/:id", about: "nothing", params: open, granted: { page: everyone } },
];

const starting: readonly Row[] = [
  { route: "GET /measures/new", about: "nothing", granted: { page: people } },
  {
    route: "POST /measures/new",
    about: "nothing",
    send: () => ({ name: "Falls", form: "count" }),
    granted: { done: people },
  },
  {
    route: "GET /measures/new/details",
    about: "nothing",
    query: () => "?name=Falls&form=rate",
    granted: { page: people },
  },
  {
    route: "POST /measures/new/details",
    about: "nothing",
    send: ({ nation }) => ({
      name: "Falls",
      form: "count",
      place: nation.bodies.own.code,
      better: "lower",
      frequency: "month",
      visibility: "team",
    }),
    granted: { done: inA, problem: people.filter((persona) => !inA.includes(persona)) },
  },
];

const numbers: readonly Row[] = [
  ofSeries("GET", { path: "/add", granted: { page: keeper } }),
  ofSeries("POST", {
    path: "/add",
    send: (cell) => ({ ...today(cell), first: "3", state: "number", note: "", reason: "" }),
    granted: { done: keeper },
  }),
];

export const measures: readonly Row[] = [...reading, ...starting, ...numbers];
