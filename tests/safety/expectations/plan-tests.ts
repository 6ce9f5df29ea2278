import {
  everyone,
  inSightOnly,
  isNobody,
  people as signedIn,
  planOf,
  type Cell,
  type Granted,
  type Row,
} from "../expect.ts";
import type { House } from "../setup/house.ts";
import { planSeers, teamOf } from "../setup/works.ts";

const plan = "/plans/:id";
const testId = "11111111-1111-4111-8111-111111111111";
const token = "0123456789";

const exists = ({ relation }: Cell): boolean => relation !== "unknown" && relation !== "garbage";

/** A test of the plan that is asked for, which ended yesterday. */
async function aTest(cell: Cell, { db, clock }: House): Promise<void> {
  if (!exists(cell)) return;
  const yesterday = new Date(clock.now.getTime() - 24 * 3_600_000).toISOString().slice(0, 10);
  const ids = { id: testId, plan_id: planOf(cell).id, ramp_id: testId, token };
  await db
    .insertInto("tests")
    .values({
      ...ids,
      change: "Huddle at noon",
      prediction: "It takes 4 minutes",
      starts_on: yesterday,
      ends_on: yesterday,
      scale: "one-person",
      created_at: clock.now,
    })
    .execute();
}

async function aStudiedTest(cell: Cell, house: House): Promise<void> {
  await aTest(cell, house);
  await house.db
    .updateTable("tests")
    .set({ happened: "It took 6", outcome: "no", studied_at: house.clock.now })
    .where("id", "=", testId)
    .execute();
}

/** Pages of a test that whoever sees its plan may read. */
function read(path: string): Row {
  return {
    route: `GET ${plan}${path}`,
    about: "plan",
    given: aTest,
    params: () => ({ test: testId }),
    granted: { page: planSeers },
    otherwise: { all: "hidden" },
    nobody: "hidden",
  };
}

function byTeam(route: string, row: Partial<Row>, granted: Granted): Row {
  const [method, path] = route.split(" ");
  return {
    route: `${method} ${plan}${path}`,
    about: "plan",
    given: aTest,
    params: () => ({ test: testId }),
    ...row,
    ...inSightOnly(granted, planSeers),
  };
}

const days = ({ nation }: Cell) => ({ ...nation.today("startsOn"), ...nation.today("endsOn") });

const sent = (cell: Cell) => ({
  change: "Huddle at one",
  prediction: "It takes 3 minutes",
  scale: "one-person",
  _version: "1",
  ...days(cell),
});

const done: Granted = { done: teamOf };
const page: Granted = { page: teamOf };

export const planTests: readonly Row[] = [
  { route: "GET /tests", about: "nothing", query: () => "?q=huddle", granted: { page: everyone } },
  {
    route: "GET /t/:token",
    about: "plan",
    given: aTest,
    params: () => ({ token }),
    granted: { done: planSeers },
    otherwise: { all: "hidden" },
  },
  read("/tests"),
  read("/tests/ramps"),
  read("/tests/:test"),
  read("/tests/:test/card"),
  byTeam("GET /tests/new", {}, page),
  byTeam("POST /tests/new", { send: sent }, done),
  byTeam("GET /tests/:test/edit", {}, page),
  byTeam("POST /tests/:test/edit", { send: sent }, done),
  byTeam("GET /tests/:test/study", {}, page),
  byTeam(
    "POST /tests/:test/study",
    { send: () => ({ happened: "It took 6", outcome: "no", _version: "1" }) },
    done,
  ),
  byTeam("GET /tests/:test/act", { given: aStudiedTest }, page),
  byTeam(
    "POST /tests/:test/act",
    { given: aStudiedTest, send: () => ({ decision: "abandon", learning: "Too long", _version: "1" }) },
    done,
  ),
  byTeam("GET /tests/:test/note", {}, page),
  byTeam("POST /tests/:test/note", { send: () => ({ text: "The bell rang" }) }, done),
  byTeam("GET /predictions", {}, page),
];

const taskId = "22222222-2222-4222-8222-222222222222";
const decisionId = "33333333-3333-4333-8333-333333333333";
const commentId = "44444444-4444-4444-8444-444444444444";
const fileId = "55555555-5555-4555-8555-555555555555";

/** A task, a decision, something that its lead said and a file of the plan that is asked for. */
async function teamwork(cell: Cell, { db, clock }: House): Promise<void> {
  if (!exists(cell)) return;
  const { id: plan_id } = planOf(cell);
  const at = clock.now;
  const { memberA, memberB } = cell.nation.people;
  const written_by = cell.relation === "elsewhere" ? memberB.id : memberA.id;
  await db.insertInto("tasks").values({ id: taskId, plan_id, text: "Ask estates", created_at: at }).execute();
  await db
    .insertInto("plan_decisions")
    .values({ id: decisionId, plan_id, what: "We go on", decided_on: "2026-03-01", written_at: at })
    .execute();
  await db
    .insertInto("comments")
    .values({
      id: commentId,
      plan_id,
      about: "plan",
      about_id: plan_id,
      text: "Well",
      written_by,
      written_at: at,
    })
    .execute();
  await db
    .insertInto("files")
    .values({
      id: fileId,
      owner_kind: "plan",
      owner_id: plan_id,
      name: "a.txt",
      kind: "text",
      size: 1,
      sha256: Buffer.alloc(32),
      bytes: Buffer.from("a"),
      at,
    })
    .execute();
}

async function aDoneTask(cell: Cell, house: House): Promise<void> {
  await teamwork(cell, house);
  await house.db.updateTable("tasks").set({ done_at: house.clock.now }).where("id", "=", taskId).execute();
}

const parts = () => ({ task: taskId, decision: decisionId, comment: commentId, file: fileId, test: testId });
const written: Partial<Row> = { given: teamwork, params: parts };

function withoutVisitors(seers: typeof planSeers): typeof planSeers {
  return Object.fromEntries(
    Object.entries(seers).map(([relation, who]) => [relation, who.filter((one) => !isNobody(one))]),
  ) as unknown as typeof planSeers;
}

const signedInSeers = withoutVisitors(planSeers);

/** Pages that whoever is signed in and sees the plan may read. */
function readSignedIn(path: string): Row {
  return {
    ...read(path),
    ...written,
    route: `GET ${plan}${path}`,
    granted: { page: signedInSeers },
    nobody: "sign-in",
  };
}

function bySignedIn(path: string, row: Partial<Row>): Row {
  return {
    route: `POST ${plan}${path}`,
    about: "plan",
    ...written,
    ...row,
    ...inSightOnly({ done: signedInSeers }, planSeers),
  };
}

const task = { text: "Ask estates again", owner: "", note: "", _version: "1" };
const decided = ({ nation }: Cell) => ({
  what: "We stop",
  why: "",
  decidedBy: "",
  _version: "1",
  ...nation.today("decidedOn"),
});

/** Who wrote the comment that is asked for, and who leads the plan that it stands in. */
const writers: typeof planSeers = {
  "in-team": ["memberA"],
  "in-organisation": ["memberA"],
  "in-network": ["memberA"],
  "without-lead": ["memberA"],
  "for-all": ["memberA"],
  elsewhere: ["memberB"],
};

/** Where nobody leads the plan, whoever leads its bodies keeps its talk decent. */
const keepers: typeof planSeers = { ...writers, "without-lead": ["memberA", "leadA"] };

const signedText = (cell: Cell) => new File(["a note"], `note-${cell.relation}.txt`, { type: "text/plain" });

/** A whole picture of 1 pixel. */
const pixel = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

export const planTeamwork: readonly Row[] = [
  readSignedIn("/tasks"),
  byTeam("GET /tasks/new", written, page),
  byTeam("POST /tasks/new", { ...written, send: () => task }, done),
  byTeam("GET /tasks/:task/edit", written, page),
  byTeam("POST /tasks/:task/edit", { ...written, send: () => task }, done),
  byTeam("POST /tasks/:task/done", written, done),
  byTeam("POST /tasks/:task/open", { ...written, given: aDoneTask }, done),
  byTeam("POST /tasks/:task/drop", written, done),
  readSignedIn("/decisions"),
  byTeam("GET /decisions/new", written, page),
  byTeam("POST /decisions/new", { ...written, send: decided }, done),
  byTeam("GET /decisions/:decision/edit", written, page),
  byTeam("POST /decisions/:decision/edit", { ...written, send: decided }, done),
  byTeam("POST /decisions/:decision/drop", written, done),
  readSignedIn("/discussion"),
  bySignedIn("/discussion", { send: () => ({ text: "Hello" }) }),
  readSignedIn("/discussion/:comment"),
  bySignedIn("/discussion/:comment", { send: () => ({ text: "Hello" }) }),
  byTeam("GET /discussion/:comment/edit", written, { page: writers }),
  byTeam(
    "POST /discussion/:comment/edit",
    { ...written, send: () => ({ text: "Yes", _version: "1" }) },
    { done: writers },
  ),
  byTeam("POST /discussion/:comment/take-back", written, { done: keepers }),
  readSignedIn("/files"),
  byTeam("POST /files", { ...written, send: (cell) => ({ file: signedText(cell) }) }, done),
  readSignedIn("/files/:file"),
  byTeam("POST /files/:file/remove", written, done),
  byTeam("GET /tests/:test/picture", {}, page),
  byTeam(
    "POST /tests/:test/picture",
    { send: () => ({ text: "The lamp", picture: new File([pixel], "lamp.png", { type: "image/png" }) }) },
    done,
  ),
  readSignedIn("/activity"),
  readSignedIn("/follow"),
  bySignedIn("/follow", { send: () => ({ wish: "mute" }) }),
  { route: "GET /me/mail", about: "nothing", granted: { page: signedIn } },
  {
    route: "POST /me/mail",
    about: "nothing",
    send: () => ({ wishes: "digest", _version: "0" }),
    granted: { done: signedIn },
  },
  // Without our signature there is no such mail to stop.
  ...["GET", "POST"].map((method): Row => ({
    route: `${method} /stop-mail/:token`,
    about: "nothing",
    params: () => ({ token: `${testId}.forged` }),
    granted: {},
    otherwise: { all: "hidden" },
    nobody: "hidden",
  })),
  { route: "GET /stopped-mail", about: "nothing", granted: { page: everyone } },
];
