import { inSightOnly, planOf, type Cell, type Granted, type Row } from "../expect.ts";
import type { House } from "../setup/house.ts";
import type { Persona } from "../setup/nation.ts";
import { planSeers, teamOf } from "../setup/works.ts";

const plan = "/plans/:id";
const importId = "00000000-0000-4000-8000-00000000e001";

/** Whoever sees a plan may take along what they see of it. */
function read(path: string, more: Partial<Row> = {}): Row {
  const row = { route: `GET ${plan}${path}`, about: "plan" as const, nobody: "hidden" as const };
  return { ...row, ...inSightOnly({ page: planSeers }, planSeers), ...more };
}

/** What the team alone does. */
function byTeam(
  route: string,
  row: Pick<Row, "send" | "params" | "given"> = {},
  granted: Granted = { done: teamOf },
): Row {
  return { route, about: "plan", ...row, ...inSightOnly(granted, planSeers) };
}

const file = (name: string) => ({ params: () => ({ file: name }) });

const pages: Granted = { page: teamOf };

/** A file that whoever asks uploaded before. */
const uploaded =
  (kind: "diagram" | "tests") =>
  async (cell: Cell, { db }: House) => {
    const somebody = cell.nation.people[cell.persona as keyof typeof cell.nation.people];
    const { id } = planOf(cell);
    if (!somebody || !/^[0-9a-f-]{36}$/.test(id) || id.startsWith("00000000")) return;
    await db
      .insertInto("plan_imports")
      .values({
        id: importId,
        plan_id: id,
        kind,
        name: "A list",
        content: Buffer.from("Light at the door\n"),
        uploaded_by: somebody.id,
        at: new Date(),
      })
      .execute();
  };

const upload = () => ({ text: "Light at the door" });

const lists: readonly Row[] = (["diagram", "tests"] as const).flatMap((kind) => {
  const waiting = { params: () => ({ import: importId }), given: uploaded(kind) };
  return [
    byTeam(`GET ${plan}/import/${kind}`, {}, pages),
    byTeam(`POST ${plan}/import/${kind}`, { send: upload }),
    byTeam(`GET ${plan}/import/${kind}/:import`, waiting, pages),
    byTeam(`POST ${plan}/import/${kind}/:import`, { ...waiting, send: () => ({}) }),
  ];
});

/** The file in which the plan came here. */
async function origin(cell: Cell, { db }: House): Promise<void> {
  const { id } = planOf(cell);
  if (!(cell.relation in cell.nation.plans)) return;
  await db
    .insertInto("plan_origins")
    .values({
      plan_id: id,
      bundle: Buffer.from("{}"),
      digest: "",
      server: "The Vale",
      public_key: "",
      signed_at: new Date(),
      brought_at: new Date(),
    })
    .execute();
}

const placed: readonly Persona[] = [
  "memberA",
  "leadA",
  "coachA",
  "patientA",
  "adminA",
  "adminAWeak",
  "memberB",
  "adminB",
  "leadRegion",
  "adviser",
  "officer",
  "platform",
];

const aPlan = () => ({
  file: new File([JSON.stringify({ format: "throughline-plan-1" })], "plan.json", {
    type: "application/json",
  }),
});

/** A whole plan comes to where somebody works; a file that waits is its uploader's, and here nobody has one. */
const bringing: readonly Row[] = [
  { route: "GET /plans/new/from-file", about: "nothing", granted: { page: placed } },
  { route: "POST /plans/new/from-file", about: "nothing", send: aPlan, granted: { done: placed } },
  ...["GET", "POST"].map((method): Row => ({
    route: `${method} /plans/new/from-file/:import`,
    about: "nothing",
    params: () => ({ import: importId }),
    send: () => ({ place: "X" }),
    granted: { hidden: placed },
  })),
];

const administrators: readonly Persona[] = ["platform"];

const knownServers: readonly Row[] = [
  { route: "GET /servers", about: "nothing", granted: { page: administrators } },
  {
    route: "POST /servers",
    about: "nothing",
    send: () => ({ name: "The Vale", key: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo" }),
    granted: { done: administrators },
  },
  {
    route: "POST /servers/forget",
    about: "nothing",
    send: () => ({ key: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo" }),
    granted: { done: administrators },
  },
];

export const planExports: readonly Row[] = [
  read("/take"),
  read("/take/summary"),
  read("/take/poster"),
  read("/take/files/:file", file("plan.json")),
  byTeam(`GET ${plan}/take/signed`, {}, pages),
  byTeam(`GET ${plan}/take/as-it-came`, { given: origin }, pages),
  ...lists,
  ...bringing,
  ...knownServers,
];
