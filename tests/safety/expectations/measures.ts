import { everyone, inSightOnly, people, type Cell, type Fields, type Granted, type Row } from "../expect.ts";
import type { Persona } from "../setup/nation.ts";
import { seriesSeers, teamOf, type WorkRelation } from "../setup/works.ts";

const inA: readonly Persona[] = ["memberA", "leadA", "coachA", "patientA", "adminA", "adminAWeak"];

type Standing = Record<WorkRelation, readonly Persona[]>;

/** Nothing is added to or changed of what was closed. */
const keepers: Standing = { ...teamOf, "in-network": [] };
/** Its team, and whoever collects it. */
const recorders: Standing = { ...keepers, "in-team": [...teamOf["in-team"], "leadA"] };

type SeriesRow = { granted: Granted; send?: (cell: Cell) => Fields; query?: () => string };

/** A page about a series. Whoever does not see it is told that it is not there. */
function ofSeries(route: string, { granted, ...how }: SeriesRow): Row {
  return { route, about: "series", ...how, ...inSightOnly(granted, seriesSeers) };
}

const reading: readonly Row[] = [
  { route: "GET /measures", about: "nothing", granted: { page: everyone } },
  { route: "GET /bodies/:code/measures", about: "body", granted: { page: everyone } },
  { ...ofSeries("GET /series/:id", { granted: { page: seriesSeers } }), nobody: "hidden" },
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
  ofSeries("GET /series/:id/add", { granted: { page: recorders } }),
  ofSeries("POST /series/:id/add", {
    send: ({ nation }) => ({ ...nation.today("on"), first: "3", state: "number", note: "", reason: "" }),
    granted: { done: recorders },
  }),
];

/** An address on a wall: its door is walked with its own tests, because only its series says who may use it. */
const keypad: readonly Row[] = ["GET /m/:token", "POST /m/:token"].map((route) => ({
  route,
  about: "nothing",
  params: () => ({ token: "2222" }),
  granted: {},
  otherwise: { all: "hidden" },
}));

export const measures: readonly Row[] = [...reading, ...starting, ...numbers, ...keypad];
