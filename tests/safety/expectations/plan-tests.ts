import { everyone, inSightOnly, planOf, type Cell, type Granted, type Row } from "../expect.ts";
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
    nobody: "hidden",
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
