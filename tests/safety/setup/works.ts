import { randomUUID } from "node:crypto";
import type { Person } from "#platform/actor.ts";
import type { Context } from "#platform/perform.ts";
import type { Visibility } from "#platform/sight.ts";
import { findWorkplace, joinGroup, leaveGroup, type GroupRole } from "#modules/people/index.ts";
import { startPlan } from "#modules/plans/commands/start-plan.ts";
import { startSeries } from "#modules/measures/commands/start-series.ts";
import type { TestBody, TestPerson } from "#tests/world.ts";
import type { House } from "./house.ts";
import type { Canary, Persona } from "./nation.ts";

/**
 * How a plan or a series that is asked for stands to whoever asks. All but one are kept by a team in A, of whom
 * memberA leads, coachA coaches and patientA is the patient partner:
 * - in-team: seen by that team alone
 * - in-organisation: seen by everyone in A
 * - in-network: finished (a plan) or closed (a series), and seen by A's local system and areas
 * - without-lead: its lead has left, and everyone who is signed in sees it
 * - for-all: public
 * - elsewhere: kept by memberB in B and seen by B, with coachA in its team
 */
export const workRelations = [
  "in-team",
  "in-organisation",
  "in-network",
  "without-lead",
  "for-all",
  "elsewhere",
] as const;
export type WorkRelation = (typeof workRelations)[number];

/** The same, and an id that nothing has, and something that is no id. */
export const workRelationsAsked = [...workRelations, "unknown", "garbage"] as const;

export type PlanMade = { id: string; aim: string; driver: string; idea: string };
export type SeriesMade = { id: string };
export type Works = {
  plans: Record<WorkRelation, PlanMade>;
  series: Record<WorkRelation, SeriesMade>;
  canaries: readonly Canary[];
};

type Somebody = Exclude<Persona, "visitor">;
type Ground = { bodies: { own: TestBody; other: TestBody }; people: Record<Somebody, TestPerson> };

const seenBy: Record<WorkRelation, Visibility> = {
  "in-team": "team",
  "in-organisation": "organisation",
  "in-network": "network",
  "without-lead": "signed-in",
  "for-all": "public",
  elsewhere: "organisation",
};

const inA: readonly Persona[] = ["memberA", "leadA", "coachA", "patientA", "adminA", "adminAWeak"];
const team: readonly Persona[] = ["memberA", "coachA", "patientA"];
const known: readonly Persona[] = [
  ...inA,
  "unplaced",
  "memberB",
  "adminB",
  "leadRegion",
  "adviser",
  "officer",
  "platform",
  "formerA",
];

/** Who sees a plan of each standing. Nobody above an organisation sees in by standing above it. */
export const planSeers: Record<WorkRelation, readonly Persona[]> = {
  "in-team": team,
  "in-organisation": inA,
  "in-network": [...inA, "adviser"],
  "without-lead": known,
  "for-all": [...known, "visitor", "erased"],
  elsewhere: ["memberB", "adminB", "coachA"],
};

/** Who sees a series: the same, and whoever collects it, which for the team's own is leadA. */
export const seriesSeers: Record<WorkRelation, readonly Persona[]> = {
  ...planSeers,
  "in-team": [...team, "leadA"],
};

/** Whoever is in the team, in whatever role. */
export const teamOf: Record<WorkRelation, readonly Persona[]> = {
  "in-team": team,
  "in-organisation": team,
  "in-network": team,
  "without-lead": ["coachA", "patientA"],
  "for-all": team,
  elsewhere: ["memberB", "coachA"],
};

/** Who leads the team, or stands in for a lead who has left. */
export const leadOf: Record<WorkRelation, readonly Persona[]> = {
  "in-team": ["memberA"],
  "in-organisation": ["memberA"],
  "in-network": ["memberA"],
  "without-lead": ["leadA"],
  "for-all": ["memberA"],
  elsewhere: ["memberB"],
};

export async function buildWorks(house: House, ground: Ground): Promise<Works> {
  const works = { plans: {}, series: {} } as Pick<Works, "plans" | "series">;
  for (const relation of workRelations) {
    works.plans[relation] = await buildPlan(house, ground, relation);
    works.series[relation] = await buildSeries(house, ground, relation);
  }
  const canaries = workRelations.flatMap((relation) => [
    { word: planCanary(relation), readers: planSeers[relation] },
    { word: seriesCanary(relation), readers: seriesSeers[relation] },
  ]);
  return { ...works, canaries: [...canaries, ...(await buildPartnerNotes(house, ground, works.plans))] };
}

/** What a patient partner needs is theirs, and the lead's to know. */
async function buildPartnerNotes(
  { db }: House,
  { people }: Ground,
  plans: Works["plans"],
): Promise<Canary[]> {
  const words = { access_needs: "CANARY-access-needs", payment: "CANARY-payment" };
  await db
    .insertInto("plan_partners")
    .values({ plan_id: plans["in-organisation"].id, user_id: people.patientA.id, ...words })
    .execute();
  return Object.values(words).map((word) => ({ word, readers: ["patientA", "memberA"] }));
}

const planCanary = (relation: WorkRelation): string => `CANARY-plan-${relation}`;
const seriesCanary = (relation: WorkRelation): string => `CANARY-series-${relation}`;

async function buildPlan(house: House, ground: Ground, relation: WorkRelation): Promise<PlanMade> {
  const { context, place } = await starting(house, ground, relation);
  const words = `${planCanary(relation)} of fewer falls`;
  const id = await startPlan(context, {
    kind: "project",
    title: words,
    sentence: words,
    place,
    visibility: seenBy[relation],
  });
  await buildTeam(house, ground, relation, id);
  if (relation === "in-network")
    await house.db.updateTable("plans").set({ stage: "closed" }).where("id", "=", id).execute();
  return { id, ...(await buildNodes(house, id, words)) };
}

async function buildNodes(
  { db, clock }: House,
  planId: string,
  words: string,
): Promise<Omit<PlanMade, "id">> {
  const { id: aim } = await db
    .selectFrom("plan_nodes")
    .select("id")
    .where("plan_id", "=", planId)
    .where("kind", "=", "aim")
    .executeTakeFirstOrThrow();
  const below = async (parent: string, kind: "primary" | "idea"): Promise<string> => {
    const id = randomUUID();
    const values = { id, plan_id: planId, kind, text: `A ${kind} ${words}`, written_at: clock.now };
    await db.insertInto("plan_nodes").values(values).execute();
    await db
      .insertInto("node_links")
      .values({ plan_id: planId, parent_id: parent, child_id: id, position: 1 })
      .execute();
    return id;
  };
  const driver = await below(aim, "primary");
  return { aim, driver, idea: await below(driver, "idea") };
}

async function buildSeries(house: House, ground: Ground, relation: WorkRelation): Promise<SeriesMade> {
  const { context, place } = await starting(house, ground, relation);
  const id = await startSeries(context, {
    definition: { ...falls, name: `${seriesCanary(relation)} falls` },
    madeFrom: null,
    place,
    visibility: seenBy[relation],
    collectorId: relation === "in-team" ? ground.people.leadA.id : null,
  });
  const { group_id: groupId } = await house.db
    .selectFrom("series")
    .select("group_id")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  await buildTeam(house, ground, relation, groupId);
  if (relation === "in-network")
    await house.db.updateTable("series").set({ closed_at: house.clock.now }).where("id", "=", id).execute();
  return { id };
}

const falls = {
  why: "Each fall hurts somebody",
  kind: "outcome",
  operational: "Every fall in the ward's book",
  numerator: "",
  denominator: "",
  form: "count",
  multiplier: 1,
  unit: "falls",
  better: "lower",
  frequency: "month",
  collector: "The ward clerk",
  minutesPerPoint: 2,
  source: "The ward's book",
  purpose: "improvement",
  authority: "",
  topic: "falls",
  reviewOn: null,
} as const;

async function starting(house: House, { bodies, people }: Ground, relation: WorkRelation) {
  const [who, where] =
    relation === "elsewhere" ? [people.memberB, bodies.other] : [people.memberA, bodies.own];
  const actor: Person = { kind: "person", ...who, sessionId: "", strong: false, roles: [] };
  const { db, services, clock } = house;
  const context: Context = { db, jobs: services.jobs, actor, at: clock.now, requestId: "nation" };
  return { context, place: await findWorkplace(context, where.code, "place") };
}

/** Whoever started it leads it already. */
async function buildTeam(
  house: House,
  { people }: Ground,
  relation: WorkRelation,
  groupId: string,
): Promise<void> {
  const joins: [Somebody, GroupRole][] =
    relation === "elsewhere"
      ? [["coachA", "coach"]]
      : [
          ["coachA", "coach"],
          ["patientA", "patient-partner"],
        ];
  await house.db.transaction().execute(async (tx) => {
    const at = house.clock.now;
    for (const [persona, role] of joins)
      await joinGroup(tx, { groupId, userId: people[persona].id, role, addedBy: null, at });
    if (relation === "without-lead") await leaveGroup(tx, { groupId, userId: people.memberA.id, at });
  });
}
