import { randomBytes } from "node:crypto";
import type { Role } from "#platform/actor.ts";
import type { Db } from "#platform/database.ts";

/** Something of everything, made for one test and shared with none: names and codes never meet twice. */
export type TestPerson = { id: string; name: string; email: string };
export type TestBody = { id: string; code: string; name: string };

export type NewBody = {
  kind: string;
  name: string;
  code: string;
  parent: { id: string };
  town: string;
  postcode: string;
  topic: string;
  openedOn: string;
  closedOn: string;
  successor: { id: string };
};

const unique = (): string => randomBytes(5).toString("hex");

export async function person(
  db: Db,
  given: { name?: string; email?: string; verified?: boolean; persona?: string } = {},
): Promise<TestPerson> {
  const mark = unique();
  return db
    .insertInto("users")
    .values({
      name: given.name ?? `Person ${mark}`,
      email: given.email ?? `person-${mark}@example.test`,
      email_verified: given.verified ?? true,
      persona: given.persona ?? null,
    })
    .returning(["id", "name", "email"])
    .executeTakeFirstOrThrow();
}

export async function body(db: Db, given: Partial<NewBody> = {}): Promise<TestBody> {
  const mark = unique();
  return db
    .insertInto("bodies")
    .values({
      kind: given.kind ?? "acute-trust",
      code: given.code ?? `T-${mark.toUpperCase()}`,
      name: given.name ?? `Body ${mark}`,
      parent_id: given.parent?.id ?? null,
      town: given.town ?? "",
      postcode: given.postcode ?? "",
      topic: given.topic ?? null,
      opened_on: given.openedOn ?? null,
      closed_on: given.closedOn ?? null,
      successor_id: given.successor?.id ?? null,
    })
    .returning(["id", "code", "name"])
    .executeTakeFirstOrThrow();
}

export async function member(
  db: Db,
  who: { id: string },
  where: { id: string },
  role: Role = "member",
): Promise<{ id: string }> {
  return db
    .insertInto("memberships")
    .values({ user_id: who.id, body_id: where.id, role, started_at: new Date("2026-01-01T09:00:00Z") })
    .returning("id")
    .executeTakeFirstOrThrow();
}

/** Areas overlap: an organisation may be put into several. */
export async function sitsIn(
  db: Db,
  organisation: { id: string },
  ...areas: { id: string }[]
): Promise<void> {
  await db
    .insertInto("area_members")
    .values(areas.map((area) => ({ body_id: organisation.id, area_id: area.id })))
    .execute();
}

export type NewTestPlan = {
  body: { id: string };
  lead: { id: string };
  title?: string;
  kind?: "framework" | "strategy" | "programme" | "project";
  visibility?: "team" | "organisation" | "network" | "signed-in" | "public";
  stage?: string;
  at?: Date;
};

/** A plan with its lead, its first stage and the aim at the root of its diagram. */
export async function plan(db: Db, given: NewTestPlan): Promise<string> {
  const { id } = await db.insertInto("groups").defaultValues().returning("id").executeTakeFirstOrThrow();
  const at = given.at ?? new Date("2026-01-05T09:00:00Z");
  const title = given.title ?? `Plan ${unique()}`;
  const { stage = "idea", visibility = "organisation" } = given;
  await takesPart(db, given.lead, id, "lead");
  await db
    .insertInto("plans")
    .values({
      id,
      kind: given.kind ?? "project",
      title,
      body_id: given.body.id,
      body_ids: [given.body.id],
      visibility,
      stage,
      last_edit_at: at,
      stage_since: at,
      created_by: given.lead.id,
      created_at: at,
    })
    .execute();
  await db.insertInto("plan_stages").values({ plan_id: id, stage, since: at }).execute();
  await db.insertInto("plan_visibilities").values({ plan_id: id, visibility, since: at }).execute();
  await db
    .insertInto("plan_nodes")
    .values({ plan_id: id, kind: "aim", text: title, written_by: given.lead.id, written_at: at })
    .execute();
  return id;
}

/** Somebody is in the team of a plan, or in another group. */
export async function takesPart(
  db: Db,
  who: { id: string },
  groupId: string,
  role: "lead" | "sponsor" | "coach" | "analyst" | "patient-partner" | "member",
): Promise<void> {
  await db
    .insertInto("group_members")
    .values({ group_id: groupId, user_id: who.id, role, started_at: new Date("2026-01-05T09:00:00Z") })
    .execute();
}
