import { everyone, type Row } from "../expect.ts";

/** Pages that stand open to the whole world, because there is nobody's work in them. */
const openPages = [
  "GET /",
  "GET /accessibility",
  "GET /contact",
  "GET /gallery",
  "GET /health",
  "GET /ping",
  "GET /privacy",
  "GET /ready",
  "GET /terms",
  "GET /words",
].map((route): Row => ({ route, about: "nothing", granted: { page: everyone } }));

export const frontHall: readonly Row[] = [
  ...openPages,
  // There is only what a page shows to watch, and each thing is looked at as that page is.
  {
    route: "GET /live",
    about: "nothing",
    query: () => "?watch=nothing:00000000-0000-4000-8000-000000000000",
    granted: {},
    otherwise: { all: "hidden" },
    nobody: "hidden",
  },
  { route: "GET /status", about: "nothing", granted: { page: ["platform"] } },
  { route: "GET /favicon.ico", about: "nothing", granted: { done: everyone } },
  {
    route: "GET /gallery/:specimen",
    about: "nothing",
    params: () => ({ specimen: "button" }),
    granted: { page: everyone },
  },
  { route: "GET /charts", about: "nothing", granted: { page: everyone } },
  ...["POST /charts", "POST /charts/download"].map((route): Row => ({
    route,
    about: "nothing",
    send: () => ({ data: "Month\tFalls\nApr 2026\t12\nMay 2026\t9\nJun 2026\t11", format: "csv" }),
    granted: { page: everyone },
  })),
  // Built, and not there where nothing was built.
  {
    route: "GET /service-worker.js",
    about: "nothing",
    granted: {},
    otherwise: { all: "hidden" },
    nobody: "hidden",
  },
  {
    route: "GET /assets/*",
    about: "nothing",
    path: () => "/assets/favicon.svg",
    granted: { page: everyone },
  },
];

/** Doors that stand open only while the seeded database is a demonstration; otherwise they are not there. */
export const demonstrationDoors: readonly Row[] = [
  { route: "GET /demonstration", about: "nothing", granted: { hidden: everyone } },
  {
    route: "POST /demonstration/become",
    about: "nothing",
    send: () => ({ persona: "ward-sister" }),
    granted: { hidden: everyone },
  },
  { route: "GET /outbox", about: "nothing", granted: { hidden: everyone } },
];

/** The same doors in a demonstration. */
export const openDoors: readonly Row[] = [
  { route: "GET /demonstration", about: "nothing", granted: { page: everyone } },
  {
    route: "POST /demonstration/become",
    about: "nothing",
    send: () => ({ persona: "ward-sister" }),
    granted: { done: everyone },
  },
  { route: "GET /outbox", about: "nothing", granted: { page: everyone } },
];
