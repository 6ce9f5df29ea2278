import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Person } from "#platform/actor.ts";
import type { Context } from "#platform/perform.ts";
import { Conflict, Forbidden, Invalid, NotFound } from "#platform/problem.ts";
import { findWorkplace, joinGroup } from "#modules/people/index.ts";
import { testApp, type TestApp } from "#tests/setup/app.ts";
import { body, member, person, type TestPerson } from "#tests/world.ts";
import { addDecision, changeDecision } from "./commands/change-decisions.ts";
import { addTask, changeTask, finishTask } from "./commands/change-tasks.ts";
import { followPlan } from "./commands/follow-plan.ts";
import { sendDigests } from "./commands/send-digests.ts";
import { startPlan } from "./commands/start-plan.ts";
import { changeComment, reply, say, takeBack } from "./commands/talk.ts";
import type { PlanSeen } from "./plan.ts";
import { planActivity } from "./queries/plan-activity.ts";
import { planInSight } from "./queries/plan-in-sight.ts";
import { planTalk } from "./queries/plan-talk.ts";
import { planTasks } from "./queries/plan-tasks.ts";

let app: TestApp;
let sister: Context;
let partner: Context;
let colleague: Context;
let stranger: Context;
let asha: TestPerson;
let tom: TestPerson;
let plan: PlanSeen;
let seenByPartner: PlanSeen;

const desk = { baseUrl: "http://localhost:3000", secret: "s" };
const at = new Date("2026-03-04T09:00:00Z");
const everything = { about: "", on: "", page: 1 };

beforeAll(async () => {
  app = await testApp();
  const trust = await body(app.db);
  const ward = await body(app.db, { kind: "ward", parent: trust });
  const contextFor = (who: TestPerson): Context => {
    const actor: Person = { kind: "person", ...who, sessionId: "", strong: false, roles: [] };
    return { db: app.db, jobs: app.services.jobs, actor, at, requestId: "test" };
  };
  const working = async (where: { id: string }, name: string) => {
    const who = await person(app.db, { name });
    await member(app.db, who, where);
    return who;
  };
  asha = await working(ward, "Asha Patel");
  tom = await person(app.db, { name: "Tom O’Neill" });
  sister = contextFor(asha);
  partner = contextFor(tom);
  colleague = contextFor(await working(trust, "Ann Other"));
  stranger = contextFor(await working(await body(app.db), "Far Away"));
  const place = await findWorkplace(sister, ward.code, "place");
  const start = { kind: "project", title: "Fewer falls", sentence: "Fewer falls", place } as const;
  const id = await startPlan(sister, { ...start, visibility: "organisation" });
  await app.db.transaction().execute(async (tx) => {
    await joinGroup(tx, { groupId: id, userId: tom.id, role: "patient-partner", addedBy: asha.id, at });
  });
  plan = await planInSight(sister, id);
  seenByPartner = await planInSight(partner, id);
});

afterAll(() => app.close());

const mailsTo = async (who: TestPerson) =>
  app.db.selectFrom("mails").select(["key", "body", "subject"]).where("recipient", "=", who.email).execute();

describe("tasks", () => {
  const task = { text: "Ask estates", note: "", ownerId: null, dueOn: "2026-03-01" };

  test("are added, given to the team only, and done once however often it is pressed", async () => {
    const id = await addTask(partner, seenByPartner, { ...task, ownerId: asha.id });
    const wrong = addTask(sister, plan, { ...task, ownerId: "00000000-0000-4000-8000-000000000000" });
    await expect(wrong).rejects.toThrow(Invalid);
    expect((await planTasks(sister, plan, 1)).open).toMatchObject([
      { id, owner: "Asha Patel", dueOn: "2026-03-01" },
    ]);
    await finishTask(sister, plan, { id, isDone: true });
    await finishTask(partner, seenByPartner, { id, isDone: true });
    expect((await planTasks(sister, plan, 1)).done).toMatchObject([{ id, doneBy: "Asha Patel" }]);
  });

  test("meet a stale change with both texts, and only the team changes them", async () => {
    const id = await addTask(sister, plan, task);
    await changeTask(sister, plan, { id, task: { ...task, text: "Ring estates" }, version: 1 });
    const stale = changeTask(partner, seenByPartner, {
      id,
      task: { ...task, text: "Mail estates" },
      version: 1,
    });
    await expect(stale).rejects.toThrow(Conflict);
    await expect(stale).rejects.toMatchObject({
      fields: [{ yours: "Mail estates", theirs: "Ring estates" }],
    });
    const seen = await planInSight(colleague, plan.id);
    await expect(addTask(colleague, seen, task)).rejects.toThrow(Forbidden);
    await expect(changeTask(colleague, seen, { id, task, version: 2 })).rejects.toThrow(Forbidden);
  });
});

test("a decision says what, why, who and when, and keeps its earlier words", async () => {
  const decision = {
    what: "We count by the week",
    why: "",
    decidedBy: "Ward meeting",
    decidedOn: "2026-03-01",
  };
  const id = await addDecision(sister, plan, decision);
  await changeDecision(sister, plan, { id, decision: { ...decision, why: "Months are slow" }, version: 1 });
  const kept = await app.db
    .selectFrom("text_versions")
    .select(["field", "text"])
    .where("thing_id", "=", id)
    .execute();
  expect(kept).toContainEqual({ field: "why", text: "Months are slow" });
  await expect(changeDecision(sister, plan, { id, decision, version: 1 })).rejects.toThrow(Conflict);
});

describe("talk", () => {
  const about = () => ({ about: "plan", aboutId: plan.id }) as const;

  test("asks for somebody by mail, once, and the link leads to the reply", async () => {
    const said = { text: "What do you think, @tom o’neill?", ticked: [] };
    const id = await say(sister, plan, { about: about(), said, desk });
    const [mail] = await mailsTo(tom);
    expect(mail!.subject).toBe("You are asked for in “Fewer falls”");
    expect(mail!.body).toContain(`/plans/${plan.id}/discussion/${id}#comment-${id}`);
    expect(mail!.body).not.toContain("What do you think");
    await changeComment(sister, plan, {
      id,
      said: { ...said, text: `${said.text} Today?` },
      version: 1,
      desk,
    });
    expect(await mailsTo(tom)).toHaveLength(1);
    const answer = await reply(partner, seenByPartner, {
      threadId: id,
      said: { text: "Good", ticked: [] },
      desk,
    });
    const later = { ...sister, at: new Date(at.getTime() + 60_000) };
    await reply(later, plan, { threadId: answer, said: { text: "Thanks", ticked: [] }, desk });
    const { threads } = await planTalk(partner, seenByPartner, everything);
    expect(threads.map((thread) => thread.replies.map((one) => one.text))).toEqual([["Good", "Thanks"]]);
    const whole = await planTalk(partner, seenByPartner, { ...everything, page: "all" });
    expect(whole).toMatchObject({ threads, total: 3 });
  });

  test("is changed by its writer alone, and taken back by the writer or the lead", async () => {
    const id = await say(partner, seenByPartner, {
      about: about(),
      said: { text: "Well", ticked: [] },
      desk,
    });
    const said = { text: "Ill", ticked: [] };
    await expect(changeComment(sister, plan, { id, said, version: 1, desk })).rejects.toThrow(Forbidden);
    const seen = await planInSight(colleague, plan.id);
    await expect(takeBack(colleague, seen, id)).rejects.toThrow(Forbidden);
    await takeBack(sister, plan, id);
    const { threads } = await planTalk(sister, plan, everything);
    expect(threads.find((thread) => thread.first.id === id)!.first).toMatchObject({
      text: "",
      isRemoved: true,
    });
  });

  test("is about things of its own plan, and closed to whoever does not see it", async () => {
    const other = { about: "test", aboutId: "00000000-0000-4000-8000-000000000000" } as const;
    await expect(say(sister, plan, { about: other, said: { text: "x", ticked: [] }, desk })).rejects.toThrow(
      NotFound,
    );
    await expect(planInSight(stranger, plan.id)).rejects.toThrow(NotFound);
  });
});

test("what was done is told with who did it, and without what is not told", async () => {
  const { doings } = await planActivity({ ...sister, at: new Date() }, plan, { before: "", page: 1 });
  expect(doings.map((one) => one.action)).toEqual(
    expect.arrayContaining(["start-plan", "add-task", "say", "add-decision"]),
  );
  expect(doings.find((one) => one.action === "take-back")!.actor).toEqual({
    id: asha.id,
    name: "Asha Patel",
  });
  const now = { ...sister, at: new Date() };
  const whole = await planActivity(now, plan, { before: "", page: "all" });
  expect(whole).toMatchObject({ doings, total: doings.length });
  const first = await planActivity(sister, plan, { before: "2000-01-01T00:00:00Z", page: 1 });
  expect(first).toMatchObject({ doings: [], older: null, total: 0 });
});

describe("the mail of the week", () => {
  const monday = new Date("2026-03-09T07:30:00Z");

  test("comes once to each who follows, however often the job runs", async () => {
    const written = await sendDigests(app.db, desk, monday);
    expect(written).toBe(2);
    await sendDigests(app.db, desk, new Date("2026-03-12T07:30:00Z"));
    const digests = (await mailsTo(tom)).filter((mail) => mail.key.startsWith("digest:"));
    expect(digests).toHaveLength(1);
    expect(digests[0]!.body).toContain("3 comments were written");
    expect(digests[0]!.body).toContain("1 decision was written down");
  });

  test("is silent about a plan that somebody muted, and stops by its own link without signing in", async () => {
    await followPlan(partner, seenByPartner, "mute");
    await app.db.deleteFrom("mails").execute();
    expect(await sendDigests(app.db, desk, monday)).toBe(1);
    const { body: text } = (await mailsTo(asha))[0]!;
    const link = /\/stop-mail\/\S+/.exec(text)![0];
    // The desk of the test signs with another secret than the program.
    const nobody = app.anonymous();
    expect((await nobody(link)).status).toBe(404);
    await app.db.deleteFrom("mails").execute();
    await sendDigests(app.db, { ...desk, secret: app.services.secret }, monday);
    const own = /\/stop-mail\/\S+/.exec((await mailsTo(asha))[0]!.body)![0];
    const page = await nobody(own);
    expect(await page.text()).toContain("Stop this mail");
    expect((await app.db.selectFrom("mail_wishes").selectAll().execute()).length).toBe(0);
    expect((await nobody(own, { form: {} })).headers.get("Location")).toBe("/stopped-mail");
    await app.db.deleteFrom("mails").execute();
    expect(await sendDigests(app.db, desk, monday)).toBe(0);
  });
});
