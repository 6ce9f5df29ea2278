import { everyone, people, type Cell, type Fields, type Row } from "../expect.ts";
import type { Persona } from "../setup/nation.ts";

const framework = "/framework/:framework";
const keepers: readonly Persona[] = ["officer"];

const here = ({ nation }: Cell) => ({
  framework: nation.framework.key,
  item: "detail-1.1",
  proposal: nation.framework.proposal,
  comment: nation.framework.comment,
  evidence: nation.framework.evidence,
  decision: nation.framework.decision,
});

/** A framework is public: everybody reads all of it. */
function open(path: string, query?: string): Row {
  return {
    route: `GET ${framework}${path}`,
    about: "nothing",
    params: here,
    ...(query && { query: () => query }),
    granted: { page: everyone },
  };
}

/** Only the body that promised it speaks for it, and only the one that keeps the framework decides over it. */
function kept(path: string, method: "GET" | "POST", given: { item?: string; send?: Fields } = {}): Row {
  const { item, send } = given;
  return {
    route: `${method} ${framework}${path}`,
    about: "nothing",
    params: (cell) => ({ ...here(cell), ...(item && { item }) }),
    ...(send && { send: () => send }),
    granted: { [method === "GET" ? "page" : "done"]: keepers },
  };
}

const reading: readonly Row[] = [
  { route: "GET /framework", about: "nothing", granted: { done: everyone } },
  open(""),
  ...["/actions.csv", "/outline.txt", "/pack.json", "/progress", "/targets", "/pledges", "/glossary"].map(
    (path) => open(path),
  ),
  ...["/more", "/outcomes", "/bibliography", "/recommendations", "/changes", "/board", "/board/pack"].map(
    (path) => open(path),
  ),
  open("/compare", "?from=1&to=1"),
  open("/pictures"),
  open("/pictures/print"),
  {
    ...open("/pictures/:file"),
    params: (cell) => ({ ...here(cell), file: "circle.svg" }),
  },
  open("/evaluations"),
  open("/proposals/:proposal"),
  open("/items/:item"),
];

const discussing: readonly Row[] = [
  {
    route: `GET ${framework}/items/:item/propose`,
    about: "nothing",
    params: here,
    granted: { page: people },
  },
  {
    route: `POST ${framework}/items/:item/propose`,
    about: "nothing",
    params: here,
    send: () => ({ change: "remove", title: "", text: "", horizon: "", body: "", reason: "It is done" }),
    granted: { done: people },
  },
  ...["/items/:item/comments", "/proposals/:proposal/comments"].map((path): Row => ({
    route: `POST ${framework}${path}`,
    about: "nothing",
    params: here,
    send: () => ({ text: "This helped us" }),
    granted: { done: people },
  })),
  {
    route: `POST ${framework}/comments/:comment/remove`,
    about: "nothing",
    params: here,
    granted: { done: ["memberA", "officer"] },
  },
];

const words = {
  claim: "It helps",
  finding: "unclear",
  design: "Looked at",
  data: "Some",
  strength: "Weak",
  confounders: "Many",
  grade: "very-low",
};

const keeping: readonly Row[] = [
  kept("/items/:item/report", "GET"),
  {
    ...kept("/items/:item/report", "POST"),
    send: () => ({ stage: "begun", note: "The list is begun", _version: "1" }),
  },
  kept("/items/:item/evidence", "GET"),
  kept("/items/:item/evidence", "POST", { send: { title: "Page", summary: "Shows it", link: "", plan: "" } }),
  kept("/evidence/:evidence/withdraw", "GET"),
  kept("/evidence/:evidence/withdraw", "POST", { send: { reason: "It is gone" } }),
  kept("/counts/:item", "GET", { item: "target-names" }),
  {
    ...kept("/counts/:item", "POST", { item: "target-names" }),
    send: ({ nation }) => ({
      ...nation.today("on"),
      numerator: "4",
      denominator: "9",
      source: "Register",
      reason: "",
    }),
  },
  kept("/answers/:item", "GET", { item: "pledge-1" }),
  kept("/answers/:item", "POST", { item: "pledge-1", send: { heard: "It is slow", answer: "We hurry" } }),
  kept("/decisions/new", "GET"),
  {
    ...kept("/decisions", "POST"),
    send: ({ nation }) => ({
      ...nation.today("metOn"),
      item: "",
      decision: "Go on",
      action: "",
      owner: "",
    }),
  },
  kept("/decisions/:decision/close", "GET"),
  kept("/decisions/:decision/close", "POST", { send: { outcome: "It was brought", _version: "1" } }),
  kept("/proposals/:proposal/answer", "POST", { send: { adopt: "yes", answer: "Thank you", _version: "1" } }),
  kept("/evaluations/new", "GET"),
  kept("/evaluations", "POST", { send: { item: "detail-1.1", ...words } }),
];

export const frameworkRows: readonly Row[] = [...reading, ...discussing, ...keeping];
