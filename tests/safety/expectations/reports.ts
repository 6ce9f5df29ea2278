import { everyone, people, type Cell, type Fields, type Granted, type Row } from "../expect.ts";
import type { Persona } from "../setup/nation.ts";

const inA: readonly Persona[] = ["memberA", "leadA", "coachA", "patientA", "adminA", "adminAWeak"];
const writer: readonly Persona[] = ["leadA"];

type Which = "frozen" | "draft";

const idsOf = (which: Which) => (cell: Cell) => ({
  id: cell.nation.reports[which].id,
  item: cell.nation.reports[which].item,
});

/** Of a frozen report, which everybody in A reads. */
function ofFrozen(route: string, granted: Granted, send?: (cell: Cell) => Fields): Row {
  return {
    route,
    about: "nothing",
    params: idsOf("frozen"),
    granted,
    ...(send && { send }),
    otherwise: { all: "hidden" },
    nobody: route.startsWith("GET ") && !route.includes("/kept") ? "hidden" : "sign-in",
  };
}

/** Of a draft, which its writer alone knows of. */
function ofDraft(route: string, granted: Granted, send?: (cell: Cell) => Fields): Row {
  return {
    route,
    about: "nothing",
    params: idsOf("draft"),
    granted,
    ...(send && { send }),
    otherwise: { all: "hidden" },
  };
}

const readers: readonly Row[] = ["", "/check", "/report.pptx", "/report.xlsx", "/report.json"].map((page) =>
  ofFrozen(`GET /reports/:id${page}`, { page: inA }),
);

const keepers: readonly Persona[] = ["leadA", "adminA", "adminAWeak"];

const how: Fields = {
  name: "Falls",
  shownAs: "colours",
  "since-day": "1",
  "since-month": "4",
  "since-year": "2026",
};

export const reports: readonly Row[] = [
  { route: "GET /reports", about: "nothing", granted: { page: everyone } },
  {
    route: "GET /reports/levels",
    about: "nothing",
    query: () => "?topic=falls",
    granted: { page: everyone },
  },
  { route: "GET /reports/new", about: "nothing", granted: { page: people } },
  {
    route: "POST /reports/new",
    about: "nothing",
    send: ({ nation }) => ({
      place: nation.bodies.own.code,
      title: "A report",
      period: "Quarter 4",
      audience: "team",
    }),
    granted: {
      done: keepers,
      problem: people.filter((persona) => !inA.includes(persona)),
    },
  },
  ...readers,
  { ...ofDraft("GET /reports/:id/look-back", { page: writer }), nobody: "hidden" },
  ofDraft("GET /reports/:id/text", { page: writer }),
  ofDraft("POST /reports/:id/text", { done: writer }, () => ({
    title: "A report",
    period: "Quarter 4",
    audience: "team",
    introduction: "",
    patientStory: "",
    learningStory: "",
    _version: "1",
  })),
  ofDraft("GET /reports/:id/measures", { page: writer }),
  ofDraft("POST /reports/:id/measures", { done: writer }, ({ nation }) => ({
    series: [nation.series["in-organisation"].id],
  })),
  ofDraft("GET /reports/:id/freeze", { page: writer }),
  ofDraft("POST /reports/:id/freeze", { done: writer }, () => ({ _version: "1" })),
  ofDraft("GET /reports/:id/items/:item", { page: writer }),
  ofDraft("POST /reports/:id/items/:item", { done: writer }, () => ({
    section: "quality",
    words: "",
    commitment: "We shall look again",
    committedBy: "",
    _version: "1",
  })),
  {
    ...ofFrozen("GET /reports/:id/items/:item/kept", {
      page: writer,
      refused: inA.filter((persona) => persona !== "leadA"),
    }),
  },
  ofFrozen(
    "POST /reports/:id/items/:item/kept",
    { done: writer, refused: inA.filter((persona) => persona !== "leadA") },
    () => ({ kept: "yes", note: "It was done", _version: "1" }),
  ),
  {
    route: "GET /reports/shown/:code",
    about: "nothing",
    params: ({ nation }) => ({ code: nation.bodies.own.code }),
    granted: { page: people },
  },
  ...(["GET", "POST"] as const).map((method): Row => ({
    route: `${method} /reports/shown/:code/new`,
    about: "nothing",
    params: ({ nation }) => ({ code: nation.bodies.own.code }),
    ...(method === "POST" && { send: () => how }),
    granted: { [method === "GET" ? "page" : "done"]: keepers },
  })),
];
