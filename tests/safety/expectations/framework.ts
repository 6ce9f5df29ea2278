import { everyone, inSightOnly, people, type Cell, type Fields, type Row } from "../expect.ts";
import { planSeers } from "../setup/works.ts";
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
  ...["/outline.txt", "/pack.json", "/progress", "/targets", "/pledges", "/glossary"].map((path) =>
    open(path),
  ),
  ...["/more", "/outcomes", "/bibliography", "/recommendations", "/changes", "/board", "/board/pack"].map(
    (path) => open(path),
  ),
  open("/compare", "?from=1&to=1"),
  open("/line"),
  {
    ...open("/line/:item"),
    params: (cell) => ({ ...here(cell), item: "action-1" }),
  },
  ...["/strategies", "/strategies/compare"].map((path): Row => ({
    route: `GET ${path}`,
    about: "nothing",
    granted: { page: everyone },
  })),
  {
    route: "GET /plans/:id/line",
    about: "plan",
    ...inSightOnly({ page: planSeers }, planSeers),
    nobody: "hidden",
  },
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

/** What is no strategy has no page of one, whoever asks. */
const notStrategies: readonly Row[] = [
  { route: "GET /plans/:id/strategy", about: "plan", granted: { hidden: everyone } },
  { route: "GET /plans/:id/strategy/edit", about: "plan", granted: { hidden: people } },
  {
    route: "POST /plans/:id/strategy/edit",
    about: "plan",
    send: () => ({ improvement: "", milestones: "", _version: "0" }),
    granted: { hidden: people },
  },
  {
    route: "POST /plans/:id/strategy/publish",
    about: "plan",
    send: () => ({ _version: "1" }),
    granted: { hidden: people },
  },
];

const inA: readonly Persona[] = ["memberA", "leadA", "coachA", "patientA", "adminA", "adminAWeak"];

/** Only the two sides see a priority; whoever leads or administers the one it was proposed to answers. */
const priorities: readonly Row[] = [
  { route: "GET /bodies/:code/priorities", about: "body", granted: { page: people } },
  {
    route: "POST /bodies/:code/priorities",
    about: "body",
    send: ({ nation, relation }) => ({
      to: relation === "other" ? nation.places.wardOfB.code : nation.places.ward.code,
      title: "Fewer falls",
      text: "They hurt",
      item: "",
    }),
    granted: { done: { own: ["leadA", "adminA", "adminAWeak"], other: ["adminB"] } },
  },
  {
    route: "GET /priorities/:priority",
    about: "nothing",
    params: ({ nation }) => ({ priority: nation.framework.priority }),
    granted: { page: [...inA, "officer"] },
    otherwise: { all: "hidden" },
  },
  {
    route: "POST /priorities/:priority/answer",
    about: "nothing",
    params: ({ nation }) => ({ priority: nation.framework.priority }),
    send: ({ persona }) => ({
      said: persona === "officer" ? "withdrawn" : "declined",
      text: "Not this year",
      _version: "1",
    }),
    granted: { done: ["leadA", "adminA", "adminAWeak", "officer"], refused: inA },
    otherwise: { all: "hidden" },
  },
];

export const frameworkRows: readonly Row[] = [
  ...reading,
  ...discussing,
  ...keeping,
  ...notStrategies,
  ...priorities,
];
