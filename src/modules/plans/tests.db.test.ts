import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Person } from "#platform/actor.ts";
import type { Context } from "#platform/perform.ts";
import { Conflict, Forbidden, Invalid, NotFound } from "#platform/problem.ts";
import { findWorkplace } from "#modules/people/index.ts";
import { startSeries } from "#modules/measures/commands/start-series.ts";
import { testApp, type Browse, type TestApp } from "#tests/setup/app.ts";
import { body, member, person } from "#tests/world.ts";
import { actOnTest } from "./commands/act-on-test.ts";
import { noteTest } from "./commands/note-test.ts";
import { changeTest, planTest } from "./commands/plan-test.ts";
import { startPlan } from "./commands/start-plan.ts";
import { studyTest } from "./commands/study-test.ts";
import type { PlanSeen } from "./plan.ts";
import { nextPlan, type TestPlan, type TestStudy } from "./plan-test.ts";
import { cardTarget } from "./queries/card-target.ts";
import { findPlans } from "./queries/find-plans.ts";
import { findTests } from "./queries/find-tests.ts";
import { planInSight } from "./queries/plan-in-sight.ts";
import { predictions } from "./queries/predictions.ts";
import { testPage } from "./queries/test-page.ts";
import { planRamps, testsLog } from "./queries/tests-log.ts";
import { noQuery } from "./views/find-plans-form.tsx";

let app: TestApp;
let sister: Context;
let colleague: Context;
let stranger: Context;
let plan: PlanSeen;
let ward: { id: string; code: string };
let seriesId: string;

const morning = new Date("2026-03-02T09:00:00Z");
const huddle: TestPlan = {
  nodeId: null,
  change: "Huddle at the bedside at noon",
  question: "Will it take less than 5 minutes?",
  prediction: "It takes 4 minutes",
  willMeasure: "Minutes",
  seriesId: null,
  startsOn: "2026-03-02",
  endsOn: "2026-03-04",
  place: "Bay 2",
  scale: "one-person",
  howMany: 1,
  who: "Asha",
};
const study: TestStudy = {
  happened: "It took 6 minutes",
  outcome: "no",
  surprises: "Relatives joined",
  figure: 6,
  chartNote: "",
  earlyReason: "",
};
const noLog = { state: "", scale: "", node: "", page: 1 };
const asked = { q: "", result: "", scale: "", topic: "", place: "", page: 1 };

function on(day: string, context = sister): Context {
  return { ...context, at: new Date(`${day}T10:00:00Z`) };
}

beforeAll(async () => {
  app = await testApp();
  const trust = await body(app.db);
  ward = await body(app.db, { kind: "ward", parent: trust });
  const contextFor = async (where: { id: string }): Promise<Context> => {
    const who = await person(app.db);
    await member(app.db, who, where, "lead");
    const actor: Person = { kind: "person", ...who, sessionId: "", strong: false, roles: [] };
    return { db: app.db, jobs: app.services.jobs, actor, at: morning, requestId: "test" };
  };
  sister = await contextFor(ward);
  colleague = await contextFor(ward);
  stranger = await contextFor(await body(app.db));
  const place = await findWorkplace(sister, ward.code, "place");
  const start = { kind: "project", title: "Fewer falls", sentence: "Fewer falls", place } as const;
  plan = await planInSight(sister, await startPlan(sister, { ...start, visibility: "organisation" }));
  seriesId = await startSeries(sister, {
    definition: {
      name: "Falls",
      why: "",
      kind: "outcome",
      operational: "",
      numerator: "",
      denominator: "",
      form: "count",
      multiplier: 1,
      unit: "",
      better: "lower",
      frequency: "week",
      collector: "",
      minutesPerPoint: 1,
      source: "",
      purpose: "improvement",
      authority: "",
      topic: "",
      reviewOn: null,
    },
    madeFrom: null,
    place,
    visibility: "organisation",
  });
  await app.db
    .insertInto("plan_series")
    .values({ plan_id: plan.id, series_id: seriesId, attached_at: morning })
    .execute();
});

afterAll(() => app.close());

async function annotations() {
  return app.db
    .selectFrom("annotations")
    .select(["on_date", "label", "href"])
    .where("series_id", "=", seriesId)
    .execute();
}

describe("a cycle", () => {
  let id: string;

  test("is planned with its prediction, and drawn on its chart at its first day", async () => {
    id = await planTest(sister, plan, { test: { ...huddle, seriesId }, followsId: null });
    const { test: planned, state, advice } = await testPage(sister, plan, id);
    expect(planned).toMatchObject({ ...huddle, seriesId, series: "Falls", cycle: 1, rampId: id, version: 1 });
    expect(planned.predictedAt).toEqual(morning);
    expect(state).toBe("running");
    expect(advice.find((one) => one.rule === "prediction")?.kept).toBe("yes");
    expect(await annotations()).toEqual([
      { on_date: "2026-03-02", label: `Test 1: ${huddle.change}`, href: `/plans/${plan.id}/tests/${id}` },
    ]);
  });

  test("moves on the chart with its day, and a stale change meets both texts", async () => {
    const later = { ...huddle, seriesId, startsOn: "2026-03-03", place: "Bay 3" };
    await changeTest(sister, plan, { id, test: later, version: 1 });
    expect((await annotations()).map((one) => one.on_date)).toEqual(["2026-03-03"]);
    const stale = changeTest(sister, plan, { id, test: { ...huddle, place: "Bay 9" }, version: 1 });
    await expect(stale).rejects.toMatchObject({
      version: 2,
      fields: [{ name: "place", label: "Where", yours: "Bay 9", theirs: "Bay 3" }],
    });
    await expect(stale).rejects.toThrow(Conflict);
  });

  test("cannot end before it starts, and is not half saved", async () => {
    const before = await app.db.selectFrom("tests").select("id").execute();
    const wrong = planTest(sister, plan, { test: { ...huddle, endsOn: "2026-03-01" }, followsId: null });
    await expect(wrong).rejects.toMatchObject({ problems: [{ field: "endsOn" }] });
    expect(await app.db.selectFrom("tests").select("id").execute()).toEqual(before);
  });

  test("is noted while it runs", async () => {
    await noteTest(sister, plan, { id, text: "The bell rang twice" });
    expect((await testPage(sister, plan, id)).notes.map((note) => note.text)).toEqual([
      "The bell rang twice",
    ]);
  });

  test("is not studied before its last day without a reason", async () => {
    const early = studyTest(on("2026-03-03"), plan, { id, study, version: 2 });
    await expect(early).rejects.toThrow(Invalid);
    await expect(early).rejects.toMatchObject({ problems: [{ field: "earlyReason" }] });
    expect((await testPage(sister, plan, id)).test.study).toBeNull();
    await studyTest(on("2026-03-04"), plan, { id, study, version: 2 });
    expect((await testPage(sister, plan, id)).test).toMatchObject({ study, version: 3 });
  });

  test("leads to the next, filled in, and says so on the chart", async () => {
    await actOnTest(on("2026-03-04"), plan, {
      id,
      decided: { decision: "expand", learning: "Shorten it" },
      version: 3,
    });
    const { test: decided } = await testPage(sister, plan, id);
    expect((await annotations())[0]!.label).toBe(`Test 1: ${huddle.change} (expand)`);
    const second = await planTest(on("2026-03-05"), plan, {
      test: nextPlan(decided, "2026-03-05"),
      followsId: id,
    });
    const { test: next, ramp } = await testPage(sister, plan, second);
    expect(next).toMatchObject({ cycle: 2, rampId: id, follows: id, scale: "few-people" });
    expect(ramp.map((cycle) => cycle.id)).toEqual([id, second]);
  });

  test("stays in the log and in its ramp", async () => {
    const log = await testsLog(sister, plan, noLog);
    expect(log.tests.map((one) => one.cycle)).toEqual([2, 1]);
    const expanded = await testsLog(sister, plan, { ...noLog, state: "expand" });
    expect(expanded.tests.map((one) => one.id)).toEqual([id]);
    const { ramps } = await planRamps(sister, plan, 1);
    expect(ramps.map((ramp) => ramp.map((cycle) => cycle.cycle))).toEqual([[1, 2]]);
  });

  test("keeps every text that it ever had", async () => {
    const kept = await app.db
      .selectFrom("text_versions")
      .select(["field", "text"])
      .where("thing_id", "=", id)
      .where("field", "in", ["place", "learning"])
      .orderBy("id")
      .execute();
    expect(kept).toEqual([
      { field: "place", text: "Bay 2" },
      { field: "place", text: "Bay 3" },
      { field: "learning", text: "Shorten it" },
    ]);
  });
});

describe("who may", () => {
  test("somebody of the organisation reads, and neither changes nor sees the team's coaching", async () => {
    const seen = await planInSight(colleague, plan.id);
    const { tests } = await testsLog(colleague, seen, noLog);
    const page = await testPage(colleague, seen, tests[0]!.id);
    expect(page.advice).toEqual([]);
    expect(page.can.change).toBe(false);
    await expect(predictions(colleague, seen)).rejects.toThrow(Forbidden);
    await expect(planTest(colleague, seen, { test: huddle, followsId: null })).rejects.toThrow(Forbidden);
    await expect(noteTest(colleague, seen, { id: tests[0]!.id, text: "x" })).rejects.toThrow(Forbidden);
  });

  test("a card opens nothing to somebody who does not see its plan", async () => {
    const { test: first } = await testPage(sister, plan, (await testsLog(sister, plan, noLog)).tests[0]!.id);
    const target = await cardTarget(sister, first.token.toUpperCase());
    expect([target.plan.id, target.testId]).toEqual([plan.id, first.id]);
    await expect(cardTarget(stranger, first.token)).rejects.toThrow(NotFound);
    await expect(cardTarget(sister, "0000000000")).rejects.toThrow(NotFound);
  });

  test("a card leads its team to a note, others to the test, and a stranger first to sign in", async () => {
    const { test: first } = await testPage(sister, plan, (await testsLog(sister, plan, noLog)).tests[0]!.id);
    const scan = async (browse: Browse) => (await browse(`/t/${first.token}`)).headers.get("Location");
    const inTeam = await app.as(sister.actor as Person);
    const outside = await app.as(colleague.actor as Person);
    expect(await scan(inTeam)).toBe(`/plans/${plan.id}/tests/${first.id}/note`);
    expect(await scan(outside)).toBe(`/plans/${plan.id}/tests/${first.id}?from=card`);
    expect(await scan(app.anonymous())).toBe(`/sign-in?next=${encodeURIComponent(`/t/${first.token}`)}`);
    const shown = await (await outside((await scan(outside))!)).text();
    expect(shown).toContain("of this plan write its notes");
  });

  test("the team sees how its predictions turned out", async () => {
    const record = await predictions(sister, plan);
    expect(record.months).toEqual([{ month: "2026-03-01", studied: 1, cameTrue: 0, partly: 0, no: 1 }]);
  });
});

describe("what others tried", () => {
  test("lends its words to a search of plans in which two letters changed places", async () => {
    const place = await findWorkplace(sister, ward.code, "place");
    const teaching = { kind: "project", title: "Bedside teaching", sentence: "More of it" } as const;
    await startPlan(sister, { ...teaching, place, visibility: "organisation" });
    const find = (q: string, context: Context) => findPlans(context, { ...noQuery, q, page: 1 });
    const found = await find("bedsdie", colleague);
    expect(found.rows.map(({ title }) => title)).toEqual(["Bedside teaching"]);
    expect(found.mended).toBe("bedside");
    expect(await find("bedsdie", stranger)).toMatchObject({ rows: [], mended: null });
    expect(await find("bedside", colleague)).toMatchObject({ mended: null });
  });

  test("is found by a word, by the beginning of one and with a slip, by whoever sees the plan", async () => {
    const find = async (q: string, context = colleague) =>
      (await findTests(context, { ...asked, q })).rows.map((row) => row.cycle);
    expect(await find("bedside")).toEqual([2, 1]);
    expect(await find("did anybody try bedsi")).toEqual([]);
    expect(await find("bedsi huddl")).toEqual([2, 1]);
    expect(await find("huddel")).toEqual([2, 1]);
    expect(await find("bedside", stranger)).toEqual([]);
    expect(await find("huddel", stranger)).toEqual([]);
  });

  test("is found by what its plan is about where no test says it, and never where that is out of sight", async () => {
    const place = await findWorkplace(sister, ward.code, "place");
    const about = { kind: "project", title: "Quieter medication rounds", sentence: "Fewer calls" } as const;
    const id = await startPlan(sister, { ...about, place, visibility: "organisation" });
    const other = await planInSight(sister, id);
    await planTest(sister, other, {
      test: { ...huddle, nodeId: null, change: "A red apron" },
      followsId: null,
    });
    const find = (q: string, context: Context) => findTests(context, { ...asked, q });
    for (const [q, mended] of [
      ["medication", null],
      ["medicatoin", "medication"],
      ["medcation", "medication"],
      ["qieter rouds", "quieter rounds"],
    ] as const) {
      const found = await find(q, colleague);
      expect(found).toMatchObject({ rows: [{ change: "A red apron" }], mended, isAround: true });
      expect(await find(q, stranger)).toMatchObject({ rows: [], mended: null });
    }
  });

  test("can be narrowed to what surprised, and says where the word stands", async () => {
    const found = await findTests(colleague, { ...asked, q: "minutes", result: "surprising" });
    expect(found.rows.map((row) => row.cycle)).toEqual([1]);
    expect(found.rows[0]!.excerpt).toMatch(/⟦minutes⟧/);
    expect(found.mended).toBeNull();
  });
});
