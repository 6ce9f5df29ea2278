import { createHash, randomBytes } from "node:crypto";
import { sql } from "kysely";
import type { Role } from "#platform/actor.ts";
import type { Context } from "#platform/perform.ts";
import { body, member, person, type TestBody, type TestPerson } from "#tests/world.ts";
import type { House } from "./house.ts";
import { buildReports, type Reports } from "./reports.ts";
import { buildFramework, type FrameworkMade } from "./framework.ts";
import { buildWorks, type Works } from "./works.ts";

/** The sixteen who knock. */
export const personas = [
  "visitor",
  "unplaced",
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
  "formerA",
  "erased",
] as const;

export type Persona = (typeof personas)[number];

/** How the body that is asked for stands to A, where most of them are. */
export const bodyRelations = ["own", "below", "other", "parent", "area", "closed"] as const;
export type BodyRelation = (typeof bodyRelations)[number];

/** How the person who is asked for stands to whoever asks. */
export const personRelations = ["self", "same-body", "other-body", "erased", "unknown", "garbage"] as const;
export type PersonRelation = (typeof personRelations)[number];

export type Nation = {
  bodies: Record<BodyRelation, TestBody>;
  /** What else there is. */
  places: Record<
    "nation" | "region" | "otherRegion" | "otherSystem" | "nationalBody" | "ward" | "wardOfB",
    TestBody
  >;
  /** The three boxes of a date, as of now. */
  today(field: string): Record<string, string>;
  /** A file that the platform's administrator uploaded and did not confirm yet. */
  upload: string;
  people: Record<Exclude<Persona, "visitor">, TestPerson>;
  /** Somebody ordinary in each body, who does nothing here and has things done to them. */
  subjects: Record<BodyRelation, TestPerson & { membership: string }>;
  cookies: Record<Persona, string | undefined>;
  /** Open invitations of each body: one for a member, one for an administrator. */
  invitations: Record<
    BodyRelation,
    { id: string; token: string; toAdministrate: string; toUnplaced: string }
  >;
  /** A sign-on of each body. */
  providers: Record<BodyRelation, string>;
  /** A framework that the national body keeps: see setup/framework.ts. */
  framework: FrameworkMade;
  /** A plan and a series of every standing: see setup/works.ts. */
  plans: Works["plans"];
  series: Works["series"];
  reports: Reports;
  /** Words that only some may ever read, wherever they ask. */
  canaries: readonly Canary[];
  /** A session to be ended that is not the one that asks. */
  sessionIds(relation: string, persona: Persona): string;
};

export type Canary = { word: string; readers: readonly Persona[] };

const strong: ReadonlySet<Persona> = new Set(["adminA", "adminB", "officer", "platform"]);

export async function buildNation(house: House): Promise<Nation> {
  const tree = await buildTree(house);
  const bodies = await buildBodies(house, tree);
  const places = await buildWards(house, bodies, tree);
  const people = await buildPeople(house, bodies, places);
  const subjects = await buildSubjects(house, bodies);
  const cookies = { visitor: undefined } as Nation["cookies"];
  for (const [persona, who] of Object.entries(people) as [Exclude<Persona, "visitor">, TestPerson][]) {
    cookies[persona] = (await house.session(who.id, { strong: strong.has(persona) })).cookie;
  }
  const canaries = await buildProfiles(house, subjects);
  const sessionIds = await buildSessions(house, people, subjects);
  const invitations = await buildInvitations(house, bodies, people);
  const providers = await buildProviders(house, bodies);
  await house.db
    .updateTable("users")
    .set({ erased_at: house.clock.now })
    .where("id", "=", people.erased.id)
    .execute();
  const works = await buildWorks(house, { bodies, people });
  const framework = await buildFramework(house, { ...bodies, ...places, ...people });
  const reports = await buildReports(house, leading(house, people.leadA, bodies.own), {
    own: bodies.own,
    seriesId: works.series["in-organisation"].id,
  });
  const upload = await buildUpload(house, bodies, people.platform);
  await house.changes();
  return {
    bodies,
    places,
    upload,
    people,
    subjects,
    cookies,
    sessionIds,
    invitations,
    providers,
    plans: works.plans,
    framework,
    series: works.series,
    reports,
    canaries: [...canaries, ...works.canaries],
    today: todayOf(house.clock.now),
  };
}

function leading(house: House, who: TestPerson, where: TestBody): Context {
  const role = {
    role: "lead",
    bodyId: where.id,
    bodyCode: where.code,
    bodyName: where.name,
    bodyKind: "",
  } as const;
  const actor = { kind: "person", ...who, sessionId: "", strong: false, roles: [role] } as const;
  return { db: house.db, jobs: house.services.jobs, actor, at: house.clock.now, requestId: "nation" };
}

function todayOf(now: Date): Nation["today"] {
  const [year = "", month = "", day = ""] = now.toISOString().slice(0, 10).split("-");
  return (field) => ({ [`${field}-day`]: day, [`${field}-month`]: month, [`${field}-year`]: year });
}

type Tree = Omit<Nation["places"], "ward" | "wardOfB">;

async function buildTree({ db }: House): Promise<Tree> {
  const nation = await body(db, { kind: "nation" });
  const region = await body(db, { kind: "region", parent: nation });
  const otherRegion = await body(db, { kind: "region", parent: nation });
  const otherSystem = await body(db, { kind: "local-system", parent: otherRegion });
  const nationalBody = await body(db, { kind: "national-body", parent: nation });
  return { nation, region, otherRegion, otherSystem, nationalBody };
}

async function buildWards({ db }: House, bodies: Nation["bodies"], tree: Tree): Promise<Nation["places"]> {
  const ward = await body(db, { kind: "ward", parent: bodies.own });
  const wardOfB = await body(db, { kind: "ward", parent: bodies.other });
  return { ...tree, ward, wardOfB };
}

async function buildUpload({ db, clock }: House, bodies: Nation["bodies"], by: TestPerson): Promise<string> {
  const text = `code,name,kind,parent_code\nNEW0,A practice from a file,gp-practice,${bodies.parent.code}\n`;
  const values = { uploaded_by: by.id, text, at: clock.now };
  const { id } = await db.insertInto("body_imports").values(values).returning("id").executeTakeFirstOrThrow();
  return id;
}

async function buildBodies({ db, clock }: House, places: Tree): Promise<Nation["bodies"]> {
  const parent = await body(db, { kind: "local-system", parent: places.region });
  const own = await body(db, { parent });
  const below = await body(db, { kind: "ward", parent: own });
  const other = await body(db, { parent: places.otherSystem });
  const area = await body(db, { kind: "ahsn", parent: places.nation });
  const closed = await body(db, { parent });
  await db
    .insertInto("area_members")
    .values({ body_id: own.id, area_id: area.id, since: "2026-01-01" })
    .execute();
  const day = clock.now.toISOString().slice(0, 10);
  await db
    .updateTable("bodies")
    .set({ closed_on: sql<string>`${day}::date - 30`, successor_id: own.id })
    .where("id", "=", closed.id)
    .execute();
  return { own, below, other, parent, area, closed };
}

async function buildPeople({ db, clock }: House, bodies: Nation["bodies"], places: Nation["places"]) {
  const seats: Record<Exclude<Persona, "visitor">, [Role, TestBody] | undefined> = {
    unplaced: undefined,
    memberA: ["member", bodies.own],
    leadA: ["lead", bodies.own],
    coachA: ["coach", bodies.own],
    patientA: ["patient-partner", bodies.own],
    adminA: ["administrator", bodies.own],
    adminAWeak: ["administrator", bodies.own],
    memberB: ["member", bodies.other],
    adminB: ["administrator", bodies.other],
    leadRegion: ["lead", places.region],
    adviser: ["adviser", bodies.area],
    officer: ["officer", places.nationalBody],
    platform: ["administrator", places.nation],
    formerA: ["member", bodies.own],
    erased: ["member", bodies.own],
  };
  const people = {} as Nation["people"];
  for (const [persona, seat] of Object.entries(seats) as [
    Exclude<Persona, "visitor">,
    [Role, TestBody] | undefined,
  ][]) {
    people[persona] = await person(db, { name: `The ${persona} person` });
    if (seat) await member(db, people[persona], seat[1], seat[0]);
  }
  await db
    .updateTable("memberships")
    .set({ ended_at: new Date(clock.now.getTime() - 60_000) })
    .where("user_id", "=", people.formerA.id)
    .execute();
  return people;
}

async function buildSubjects({ db }: House, bodies: Nation["bodies"]): Promise<Nation["subjects"]> {
  const subjects = {} as Nation["subjects"];
  for (const relation of bodyRelations) {
    const who = await person(db, { name: `Subject of ${relation}` });
    const { id } = await member(db, who, bodies[relation]);
    subjects[relation] = { ...who, membership: id };
  }
  return subjects;
}

/** What the subjects say of themselves, each part for somebody else. */
async function buildProfiles({ db }: House, subjects: Nation["subjects"]): Promise<Canary[]> {
  const inA: readonly Persona[] = ["memberA", "leadA", "coachA", "patientA", "adminA", "adminAWeak"];
  const known = personas.filter((persona) => persona !== "visitor" && persona !== "erased");
  const audiences = { access_needs: "only-me", phone: "my-bodies", job_title: "signed-in" };
  await db
    .insertInto("profiles")
    .values([
      {
        user_id: subjects.own.id,
        access_needs: "CANARY-only-me",
        phone: "CANARY-my-bodies",
        job_title: "CANARY-signed-in",
        about: "CANARY-unnamed",
        audiences: JSON.stringify(audiences),
      },
      {
        user_id: subjects.below.id,
        about: "Shared with the world",
        audiences: JSON.stringify({ about: "public" }),
      },
      { user_id: subjects.other.id, about: "CANARY-of-B", audiences: JSON.stringify({ about: "my-bodies" }) },
    ])
    .execute();
  return [
    { word: "CANARY-only-me", readers: [] },
    { word: "CANARY-unnamed", readers: [] },
    { word: "CANARY-my-bodies", readers: inA },
    { word: "CANARY-signed-in", readers: known },
    { word: "CANARY-of-B", readers: ["memberB", "adminB"] },
    { word: "CANARY-client-secret", readers: [] },
    ...Object.values(subjects).map(({ email }) => ({ word: email, readers: [] })),
  ];
}

async function buildSessions(house: House, people: Nation["people"], subjects: Nation["subjects"]) {
  const ids: Record<string, string> = {};
  for (const [persona, who] of Object.entries(people)) ids[persona] = (await house.session(who.id)).id;
  const others: Record<string, string> = {
    "same-body": (await house.session(subjects.own.id)).id,
    "other-body": (await house.session(subjects.other.id)).id,
    erased: ids["erased"]!,
    unknown: "00000000-0000-4000-8000-000000000000",
    garbage: "%00' or 1=1 --",
  };
  return (relation: string, persona: Persona): string =>
    relation === "self" ? ids[persona === "visitor" ? "memberA" : persona]! : others[relation]!;
}

async function buildInvitations({ db, clock }: House, bodies: Nation["bodies"], people: Nation["people"]) {
  const invitations = {} as Nation["invitations"];
  const invite = async (where: TestBody, role: Role, email: string | null) => {
    const token = randomBytes(32).toString("base64url");
    const values = {
      body_id: where.id,
      role,
      email,
      token_digest: createHash("sha256").update(token).digest(),
      uses_left: 5,
      created_by: people.platform.id,
      created_at: clock.now,
      expires_at: new Date(clock.now.getTime() + 24 * 3_600_000),
    };
    const { id } = await db
      .insertInto("invitations")
      .values(values)
      .returning("id")
      .executeTakeFirstOrThrow();
    return { id, token };
  };
  for (const relation of bodyRelations) {
    const member = await invite(bodies[relation], "member", null);
    const { id: toAdministrate } = await invite(bodies[relation], "administrator", null);
    const { token: toUnplaced } = await invite(bodies[relation], "member", people.unplaced.email);
    invitations[relation] = { ...member, toAdministrate, toUnplaced };
  }
  return invitations;
}

async function buildProviders({ db }: House, bodies: Nation["bodies"]): Promise<Nation["providers"]> {
  const providers = {} as Nation["providers"];
  for (const relation of bodyRelations) {
    const { id } = await db
      .insertInto("sign_on_providers")
      .values({
        body_id: bodies[relation].id,
        name: "Work account",
        issuer: "https://login.example.org",
        client_id: "throughline",
        client_secret: "CANARY-client-secret",
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    providers[relation] = id;
  }
  return providers;
}
