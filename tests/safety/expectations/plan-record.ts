import {
  inSightOnly,
  isNobody,
  people as signedIn,
  planOf,
  type Cell,
  type Granted,
  type Row,
} from "../expect.ts";
import type { House } from "../setup/house.ts";
import type { Persona } from "../setup/nation.ts";
import { planSeers, teamOf } from "../setup/works.ts";

const writeUp = "/plans/:id/write-up";
const reflectionId = "77777777-7777-4777-8777-777777777777";

/** Without an account nobody reads who thinks what. */
const signedInSeers = Object.fromEntries(
  Object.entries(planSeers).map(([relation, who]) => [relation, who.filter((one) => !isNobody(one))]),
) as unknown as typeof planSeers;

const exists = ({ relation }: Cell): boolean => relation !== "unknown" && relation !== "garbage";

function readSignedIn(path: string, params: Record<string, string> = {}): Row {
  return {
    route: `GET ${writeUp}${path}`,
    about: "plan",
    params: () => params,
    granted: { page: signedInSeers },
    otherwise: { all: "hidden" },
  };
}

function byTeam(route: string, row: Partial<Row>, granted: Granted): Row {
  const [method, path] = route.split(" ");
  return {
    route: `${method} ${writeUp}${path}`,
    about: "plan",
    params: () => ({ part: "problem" }),
    ...row,
    ...inSightOnly(granted, planSeers),
  };
}

async function aReflection({ nation, persona }: Cell, { db, clock }: House): Promise<void> {
  if (isNobody(persona)) return;
  const user_id = nation.people[persona as Exclude<Persona, "visitor">].id;
  const values = { id: reflectionId, user_id, on_date: "2026-03-01", text: "Well", written_at: clock.now };
  await db.insertInto("improvement_reflections").values(values).execute();
}

async function anOwnPart(cell: Cell, { db, clock }: House): Promise<void> {
  if (!exists(cell)) return;
  const values = { plan_id: planOf(cell).id, part: "problem", text: "Falls", written_at: clock.now };
  await db.insertInto("write_up_parts").values(values).execute();
}

const reflection = ({ nation }: Cell) => ({
  plan: "",
  text: "It went well",
  _version: "1",
  ...nation.today("on"),
});
const own = { about: "nothing", params: () => ({ reflection: reflectionId }), given: aReflection } as const;

/** A write-up, and what a person says of their own work. */
export const planRecordRows: readonly Row[] = [
  readSignedIn(""),
  readSignedIn("/file/:file", { file: "write-up.md" }),
  byTeam("GET /:part", {}, { page: teamOf }),
  byTeam("POST /:part", { send: () => ({ text: "Falls", _version: "0" }) }, { done: teamOf }),
  byTeam("POST /:part/draft", { given: anOwnPart }, { done: teamOf }),
  ...["", "/record.html", "/record.md", "/new"].map((path): Row => ({
    route: `GET /me/improvement-record${path}`,
    about: "nothing",
    granted: { page: signedIn },
  })),
  {
    route: "POST /me/improvement-record/new",
    about: "nothing",
    send: reflection,
    granted: { done: signedIn },
  },
  { route: "GET /me/improvement-record/:reflection", ...own, granted: { page: signedIn } },
  { route: "POST /me/improvement-record/:reflection", ...own, send: reflection, granted: { done: signedIn } },
  { route: "POST /me/improvement-record/:reflection/remove", ...own, granted: { done: signedIn } },
];
