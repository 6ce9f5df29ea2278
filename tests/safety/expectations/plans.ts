import { createHash } from "node:crypto";
import { sql } from "kysely";
import {
  everyone,
  inSightOnly,
  planOf,
  people as signedIn,
  type Cell,
  type Granted,
  type Row,
} from "../expect.ts";
import type { House } from "../setup/house.ts";
import type { BodyRelation, Persona } from "../setup/nation.ts";
import { leadOf, planSeers, teamOf, type WorkRelation } from "../setup/works.ts";

const plan = "/plans/:id";

/** A page of a plan: whoever sees the plan may read it. */
function read(path: string): Row {
  return {
    route: `GET ${plan}${path}`,
    about: "plan",
    granted: { page: planSeers },
    otherwise: { all: "hidden" },
    nobody: "hidden",
  };
}

/** What the team does, a patient partner as much as any other. */
function byTeam(
  path: string,
  row: Pick<Row, "send" | "params" | "given">,
  granted: Granted = { done: teamOf },
): Row {
  return { route: `POST ${plan}${path}`, about: "plan", ...row, ...inSightOnly(granted, planSeers) };
}

/** What its lead does, or whoever leads its bodies while nobody leads it. */
function byLead(
  path: string,
  row: Pick<Row, "send" | "params" | "given">,
  granted: Granted = { done: leadOf },
): Row {
  return byTeam(path, row, granted);
}

/** An earlier text of the plan, if there is one. */
async function keptText(cell: Cell, { db }: House): Promise<void> {
  await sql`
    INSERT INTO text_versions (id, plan_id, thing_kind, thing_id, field, text, written_at) OVERRIDING SYSTEM VALUE
    SELECT 900000001, id, 'plan', id, 'learned', 'What was learned before', created_at FROM plans
    WHERE id::text = ${planOf(cell).id}`.execute(db);
}

const token = "w".repeat(43);
const invitation = () => ({ invitation: "00000000-0000-4000-8000-0000000000aa" });

/** An invitation into its team that its lead printed, if there is such a plan. */
async function invited(cell: Cell, { db, clock }: House): Promise<void> {
  await sql`
    INSERT INTO plan_invitations (id, plan_id, role, token_digest, uses_left, created_by, created_at, expires_at)
    SELECT ${invitation().invitation}::uuid, p.id, 'member', ${createHash("sha256").update(token).digest()}, 5,
      coalesce(g.user_id, ${cell.nation.people.coachA.id}), ${clock.now}, ${clock.now}::timestamptz + interval '1 day'
    FROM plans p LEFT JOIN group_members g ON g.group_id = p.id AND g.role = 'lead' AND g.ended_at IS NULL
    WHERE p.id::text = ${planOf(cell).id}`.execute(db);
}

/** Only who reads pages that are for those who change the plan. */
function teamReads(path: string, row: Pick<Row, "params" | "given"> = {}, who = teamOf): Row {
  return { route: `GET ${plan}${path}`, about: "plan", ...row, ...inSightOnly({ page: who }, planSeers) };
}

const coach = ({ nation }: Cell) => ({ userId: nation.people.coachA.id });

const partner: readonly Persona[] = ["patientA"];
const partnersOf: typeof teamOf = {
  "in-team": partner,
  "in-organisation": partner,
  "in-network": partner,
  "without-lead": partner,
  "for-all": partner,
  elsewhere: [],
};

/** Nobody is a sponsor here. */
const noneOf = asked([]);

/** Whoever coaches, leads, administers or advises somewhere, and sees the plan. */
const helpers: readonly Persona[] = [
  "leadA",
  "coachA",
  "adminA",
  "adminAWeak",
  "adminB",
  "leadRegion",
  "adviser",
  "platform",
];
const helpersOf: typeof teamOf = {
  "in-team": seeing("in-team"),
  "in-organisation": seeing("in-organisation"),
  "in-network": seeing("in-network"),
  "without-lead": seeing("without-lead"),
  "for-all": seeing("for-all"),
  elsewhere: seeing("elsewhere"),
};

function seeing(relation: WorkRelation): readonly Persona[] {
  return helpers.filter((persona) => planSeers[relation].includes(persona));
}

const newMeasure = ({ nation, relation }: Cell) => ({
  name: "Falls",
  form: "count",
  numerator: "",
  denominator: "",
  unit: "falls",
  better: "lower",
  frequency: "week",
  place: relation === "elsewhere" ? nation.bodies.other.code : nation.bodies.own.code,
  node: "",
  visibility: "team",
});

/** A measure on the plan, a claim of it, a word for its team and a question after its end, if there is such a plan. */
async function furnished(cell: Cell, { db, clock }: House): Promise<void> {
  const { id } = planOf(cell);
  const other = cell.relation === "for-all" ? cell.nation.plans.elsewhere : cell.nation.plans["for-all"];
  const ofPlan = sql`FROM plans WHERE id::text = ${id}`;
  await sql`INSERT INTO plan_series (plan_id, series_id, attached_at)
    SELECT id, ${cell.nation.series["for-all"].id}::uuid, ${clock.now} ${ofPlan}`.execute(db);
  await sql`INSERT INTO alignments (id, plan_id, to_plan_id, to_node_id, aligned_at)
    SELECT ${made}::uuid, id, ${other.id}::uuid, ${other.aim}::uuid, ${clock.now} ${ofPlan}`.execute(db);
  await sql`INSERT INTO plan_help (id, plan_id, text, sent_at) SELECT ${made}::uuid, id, 'Ask them', ${clock.now} ${ofPlan}`.execute(
    db,
  );
  await sql`INSERT INTO plan_checks (plan_id, months, due_on) SELECT id, 3, '2026-01-01' ${ofPlan}`.execute(
    db,
  );
}

const made = "00000000-0000-4000-8000-0000000000bb";

const workspace: readonly Row[] = [
  read(""),
  read("/stage"),
  read("/team"),
  read("/hand-over"),
  read("/history"),
  read("/measures"),
  read("/progress"),
  read("/after"),
  teamReads("/measures/new"),
  teamReads("/measures/attach"),
  teamReads("/align"),
  teamReads("/help"),
  teamReads("/support", {}, noneOf),
  teamReads("/send-help", {}, helpersOf),
  read("/share"),
  teamReads("/edit"),
  teamReads("/team/invite"),
  teamReads("/team/invite-code"),
  teamReads("/team/invitations/:invitation", { params: invitation, given: invited }),
  teamReads("/team/notes", {}, partnersOf),
];

const edited = {
  title: "Fewer falls",
  aim: "Fewer falls at night",
  aimWhat: "falls",
  aimFrom: "12",
  aimTo: "6",
  aimUnit: "a month",
  "aimBy-day": "1",
  "aimBy-month": "6",
  "aimBy-year": "2027",
  aimFor: "patients",
  topics: "falls",
  method: "lean-a3",
  template: "yes",
  localPriority: "",
  nationalPriority: "",
};

const deeds: readonly Row[] = [
  byTeam("/stage", {
    send: () => ({ stage: "testing", reason: "", learned: "", aimMet: "", _version: "1" }),
  }),
  byTeam("/edit", { send: () => ({ ...edited, _version: "1" }) }),
  byLead("/share", { send: () => ({ visibility: "organisation", _version: "1" }) }),
  byLead("/organisations", { send: () => ({ bodies: [] }) }),
  byTeam("/measures/new", { send: newMeasure }),
  byTeam("/measures/attach", { send: ({ nation }) => ({ series: nation.series["for-all"].id, node: "" }) }),
  byTeam("/measures/detach", {
    given: furnished,
    send: ({ nation }) => ({ series: nation.series["for-all"].id, node: "" }),
  }),
  byTeam("/align", {
    send: ({ nation, relation }) => ({
      to: nation.plans[relation === "for-all" ? "without-lead" : "for-all"].aim,
      node: "",
      reason: "",
    }),
  }),
  byTeam("/align/:alignment/end", { given: furnished, params: () => ({ alignment: made }) }),
  byTeam("/progress", { send: () => ({ ownScore: "2.5", keeper: "", _version: "1" }) }),
  byTeam("/help", { send: () => ({ text: "Somebody who knows data" }) }),
  byTeam("/help/:help/away", { given: furnished, params: () => ({ help: made }) }),
  byTeam("/after", { given: furnished, send: () => ({ answer: "holds", note: "", months: "3" }) }),
  byTeam("/support", { send: () => ({ text: "Go on" }) }, { done: noneOf }),
  byTeam("/send-help", { send: () => ({ whom: "The academy", text: "They can help" }) }, { done: helpersOf }),
  byTeam("/history/:text/restore", { params: () => ({ text: "900000001" }), given: keptText }),
  byTeam("/team/invite", { send: () => ({ email: "somebody@example.test", role: "patient-partner" }) }),
  byTeam("/team/invite-code", { send: () => ({ role: "member", uses: "5", days: "7" }) }),
  byTeam("/team/invitations/:invitation/withdraw", { params: invitation, given: invited }),
  byTeam(
    "/team/notes",
    { send: () => ({ accessNeeds: "Large print", payment: "", _version: "1" }) },
    { done: partnersOf },
  ),
  byLead("/team/:userId/lead", { params: coach }),
  byLead("/team/:userId/role", { params: coach, send: () => ({ role: "analyst" }) }),
  byLead("/team/:userId/leave", { params: coach }, { done: leavers(leadOf) }),
];

/** The lead lets others go, and everybody may go, from where they are. */
function leavers(leads: typeof leadOf): typeof leadOf {
  const and = (relation: WorkRelation): readonly Persona[] => [...leads[relation], "coachA"];
  return {
    "in-team": and("in-team"),
    "in-organisation": and("in-organisation"),
    "in-network": and("in-network"),
    "without-lead": and("without-lead"),
    "for-all": and("for-all"),
    elsewhere: and("elsewhere"),
  };
}

const inA: readonly Persona[] = ["memberA", "leadA", "coachA", "patientA", "adminA", "adminAWeak"];

/** Whoever works somewhere may start there, and without an account nobody starts anything. */
const starting: readonly Row[] = [
  { route: "GET /plans/new", about: "nothing", granted: { page: signedIn } },
  {
    route: "GET /plans/similar",
    about: "nothing",
    query: () => "?q=canary+plan+falls",
    granted: { page: signedIn },
  },
  {
    route: "GET /plans/new/check",
    about: "nothing",
    query: () => "?kind=project&sentence=Fewer+falls+at+night",
    granted: { page: signedIn },
  },
  {
    route: "POST /plans",
    about: "body",
    send: ({ nation, relation }) => ({
      sentence: "Fewer falls at night",
      title: "Fewer falls at night",
      place: nation.bodies[relation as BodyRelation].code,
      visibility: "team",
      kind: "project",
      method: "lean-a3",
      template: "yes",
    }),
    granted: {
      done: { own: inA, below: inA, other: ["memberB", "adminB"], area: ["adviser"] },
    },
    otherwise: { all: "problem" },
  },
  {
    route: "POST /plans/plain",
    about: "nothing",
    send: () => ({ plain: "yes", next: "/bodies" }),
    granted: { done: everyone },
  },
];

const view = "00000000-0000-4000-8000-0000000000cc";

/** How the work is going, in each one's own sight, and each one's own views of it. */
const portfolio: readonly Row[] = [
  { route: "GET /portfolio", about: "nothing", granted: { page: signedIn } },
  { route: "GET /tour", about: "nothing", granted: { page: signedIn } },
  {
    route: "POST /portfolio/views",
    about: "nothing",
    send: () => ({ name: "Stuck here", query: "state=stuck" }),
    granted: { done: signedIn },
  },
  {
    route: "POST /portfolio/views/:view/remove",
    about: "nothing",
    params: () => ({ view }),
    given: async ({ nation }, { db, clock }) => {
      const values = {
        id: view,
        user_id: nation.people.memberA.id,
        name: "Mine",
        query: "",
        created_at: clock.now,
      };
      await db.insertInto("portfolio_views").values(values).execute();
    },
    granted: { done: ["memberA"] },
    otherwise: { all: "hidden" },
  },
];

/** For all: each sees in them what is in their sight. */
const open: readonly Row[] = [
  { route: "GET /plans", about: "nothing", query: () => "?q=canary", granted: { page: everyone } },
  { route: "GET /methods", about: "nothing", granted: { page: everyone } },
  {
    route: "GET /methods/:key",
    about: "nothing",
    params: () => ({ key: "lean-a3" }),
    granted: { page: everyone },
  },
];

/** Whoever holds a link may look at what it is, and whoever is signed in may take it. */
const joining: readonly Row[] = [
  {
    route: "GET /plans/join/:token",
    about: "plan",
    params: () => ({ token }),
    given: invited,
    granted: { page: asked(everyone) },
    otherwise: { all: "hidden" },
    nobody: "hidden",
  },
  {
    route: "POST /plans/join/:token",
    about: "plan",
    params: () => ({ token }),
    given: invited,
    granted: { done: asked(signedIn) },
    otherwise: { all: "hidden" },
  },
];

/** For every plan that there is. */
function asked(who: readonly Persona[]): typeof teamOf {
  return {
    "in-team": who,
    "in-organisation": who,
    "in-network": who,
    "without-lead": who,
    "for-all": who,
    elsewhere: who,
  };
}

export const plans: readonly Row[] = [...workspace, ...deeds, ...starting, ...joining, ...portfolio, ...open];
