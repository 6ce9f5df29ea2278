import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { visitor, type Actor, type Role } from "#platform/actor.ts";
import type { Context } from "#platform/perform.ts";
import { Conflict, Forbidden, Invalid, NotFound } from "#platform/problem.ts";
import { projectRoot } from "#platform/project-root.ts";
import { plansJobs } from "#modules/plans/index.ts";
import { testApp, type TestApp } from "#tests/setup/app.ts";
import { body, person, plan, type TestBody } from "#tests/world.ts";
import { addEvidence } from "./commands/add-evidence.ts";
import { answerPledge } from "./commands/answer-pledge.ts";
import { answerPriority } from "./commands/answer-priority.ts";
import { answerProposal } from "./commands/answer-proposal.ts";
import { closeDecision } from "./commands/close-decision.ts";
import { comment } from "./commands/comment.ts";
import { foundPlans } from "./commands/found-plans.ts";
import { loadPack, loadPacks, packFolder } from "./commands/load-pack.ts";
import { proposePriority } from "./commands/propose-priority.ts";
import { proposeChange } from "./commands/propose-change.ts";
import { publishEvaluation } from "./commands/publish-evaluation.ts";
import { recordCount } from "./commands/record-count.ts";
import { recordDecision } from "./commands/record-decision.ts";
import { removeComment } from "./commands/remove-comment.ts";
import { reportProgress } from "./commands/report-progress.ts";
import { withdrawEvidence } from "./commands/withdraw-evidence.ts";
import type { Pack } from "./pack/pack.ts";
import { readPack, type ReadPack } from "./pack/read-pack.ts";
import { narrowed, noFilters } from "./progress.ts";
import { boardPage } from "./queries/board-page.ts";
import { frameworkInForce } from "./queries/framework-in-force.ts";
import { frameworkProgress } from "./queries/framework-progress.ts";
import { frameworksList } from "./queries/frameworks-list.ts";
import { itemPage } from "./queries/item-page.ts";
import { movedNodes } from "./queries/moved-nodes.ts";
import { myPriorities } from "./queries/my-priorities.ts";
import { myPromises } from "./queries/my-promises.ts";
import { pledgesPage } from "./queries/pledges-page.ts";
import { priorityInSight } from "./queries/priorities-page.ts";
import { proposalPage } from "./queries/proposal-page.ts";
import { targetsPage } from "./queries/targets-page.ts";
import { versionComparison, versionsPage } from "./queries/versions-page.ts";

const key = "developing-people";
const harbour = join(projectRoot, "tests/packs");
let app: TestApp;
let nhsi: TestBody;
let hee: TestBody;
let officer: Actor;
let heeOfficer: Actor;
let nurse: Actor;

const context = (actor: Actor, at = "2018-03-01T10:00:00Z"): Context => ({
  db: app.db,
  jobs: app.services.jobs,
  actor,
  at: new Date(at),
  requestId: "test",
});

async function somebody(role: Role, at: TestBody): Promise<Actor> {
  const { id, name, email } = await person(app.db);
  const held = { role, bodyId: at.id, bodyCode: at.code, bodyName: at.name, bodyKind: "national-body" };
  return { kind: "person", id, name, email, sessionId: "s", strong: true, roles: [held] };
}

beforeAll(async () => {
  app = await testApp();
  nhsi = await body(app.db, { kind: "national-body", code: "NB-NHSI", name: "NHS Improvement" });
  hee = await body(app.db, { kind: "national-body", code: "NB-HEE", name: "Health Education England" });
  officer = await somebody("officer", nhsi);
  heeOfficer = await somebody("officer", hee);
  nurse = await somebody("member", await body(app.db));
  await loadPacks(context(visitor, "2016-12-01T09:00:00Z"));
});
afterAll(() => app.close());

describe("loading packs", () => {
  test("is done once, however often the program starts", async () => {
    await loadPacks(context(visitor));
    expect((await frameworksList(context(visitor))).map(({ key: own, number }) => [own, number])).toEqual([
      [key, 1],
    ]);
    const { rows } = await sql<{ kind: string; count: number }>`
      SELECT kind, count(*) AS count FROM framework_items GROUP BY kind ORDER BY kind`.execute(app.db);
    expect(Object.fromEntries(rows.map(({ kind, count }) => [kind, count]))).toMatchObject({
      condition: 5,
      action: 13,
      detail: 50,
      term: 13,
      recommendation: 16,
      pledge: 3,
      reference: 77,
    });
  });

  test("gives back the pack that was written", async () => {
    const { pack } = await readPack(join(packFolder, "developing-people-improving-care-2016"));
    const { content } = await frameworkInForce(context(visitor), key);
    expect(content.pack).toEqual(pack);
  });

  test("takes the framework of another country beside it", async () => {
    await loadPacks(context(visitor), harbour);
    const { promised } = await frameworkProgress(context(visitor, "2026-05-01T10:00:00Z"), "harbour");
    expect(promised.map(({ id, due, standing, stageName }) => [id, due, standing, stageName])).toEqual([
      ["1.1", "2026-03-31", "overdue", "Planned"],
      ["1.2", "2027-03-31", "not-begun", "Planned"],
    ]);
  });

  test("is nothing that a person can do", async () => {
    const read = await readPack(join(harbour, "harbour"));
    await expect(loadPack(context(officer), read)).rejects.toThrow(Forbidden);
  });
});

describe("browsing", () => {
  test("one body and one horizon give only those, through groups too", async () => {
    const { promised, framework } = await frameworkProgress(context(visitor), key);
    const { pack } = framework.content;
    const asked = { ...noFilters, body: "hee", horizon: "12-months" };
    const found = narrowed(promised, asked, pack).map(({ id }) => id);
    expect(found).toEqual([
      "1.1",
      "3.1",
      "3.2",
      "4.1",
      "5.1",
      "5.2",
      "6.1",
      "6.2",
      "6.3",
      "6.4",
      "7.3",
      "7.6",
      "8.1",
      "9.1",
      "11.2",
      "12.1",
    ]);
    expect(narrowed(promised, { ...noFilters, condition: "5" }, pack)).toHaveLength(11);
    expect(narrowed(promised, { ...noFilters, body: "nobody" }, pack)).toHaveLength(50);
  });

  test("an action has its source, its outcome, its due day and whoever answers for it", async () => {
    const page = await itemPage(context(visitor), key, "detail-7.9");
    expect(page.promised).toMatchObject({
      due: "2020-12-31",
      responsible: "NHS Improvement, with NHS England",
      owners: [{ code: "NB-NHSI" }],
    });
    expect(page.above.map((one) => one.key)).toEqual(["condition-3", "action-7"]);
    expect(page.can).toMatchObject({ discuss: false, report: false });
  });

  test("an action of every organisation has no single owner", async () => {
    const { promised } = await frameworkProgress(context(visitor), key);
    expect(promised.find(({ id }) => id === "2.1")?.owners).toEqual([]);
  });

  test.each(["detail-99.9", "track-commitment", "nothing", "'; --"])(
    "there is no page of %s",
    async (item) => {
      await expect(itemPage(context(visitor), key, item)).rejects.toThrow();
    },
  );

  test("there is no framework of another name", async () => {
    await expect(frameworkInForce(context(visitor), "elsewhere")).rejects.toThrow(NotFound);
  });
});

describe("progress", () => {
  const at = { framework: key, item: "detail-9.2" };
  const report = { stage: "under-way", note: "The first teams use it.", version: 1 };

  test("is said by an officer of a body that leads it, and by nobody else", async () => {
    for (const actor of [nurse, heeOfficer, visitor])
      await expect(reportProgress(context(actor), at, report)).rejects.toThrow(Forbidden);
    await reportProgress(context(officer), at, report);
    const page = await itemPage(context(visitor), key, at.item);
    expect(page.promised).toMatchObject({ stage: "under-way", standing: "unproven" });
    expect(page.tracked?.steps).toMatchObject([
      { note: "The first teams use it.", bodyName: "NHS Improvement" },
    ]);
  });

  test("is never done without evidence", async () => {
    const done = { stage: "done", note: "It is there.", version: 2 };
    await expect(reportProgress(context(officer), at, done)).rejects.toThrow(Invalid);
    const evidence = { title: "The platform", summary: "Anyone can open it.", link: "https://example.org" };
    await reportProgress(context(officer), at, { ...done, evidence });
    const page = await itemPage(context(visitor), key, at.item);
    expect(page.promised?.standing).toBe("done");
    expect(page.tracked?.evidence).toMatchObject([{ title: "The platform", withdrawnAt: null }]);
  });

  test("becomes unproven when its evidence is withdrawn, which is said and stays in sight", async () => {
    const { tracked } = await itemPage(context(visitor), key, at.item);
    const evidence = tracked!.evidence[0]!.id;
    const asked = { framework: key, evidence };
    await expect(withdrawEvidence(context(nurse), asked, "Because")).rejects.toThrow(Forbidden);
    await withdrawEvidence(context(officer), asked, "The address is gone.");
    const page = await itemPage(context(visitor), key, at.item);
    expect(page.promised?.standing).toBe("unproven");
    expect(page.tracked?.evidence).toMatchObject([{ withdrawnReason: "The address is gone." }]);
    await expect(withdrawEvidence(context(officer), asked, "Again")).rejects.toThrow(Invalid);
  });

  test("shows both when 2 officers write at once", async () => {
    await expect(reportProgress(context(officer), at, report)).rejects.toThrow(Conflict);
  });

  test("an overdue commitment is so by the day alone", async () => {
    const before = await frameworkProgress(context(visitor, "2017-12-31T12:00:00Z"), key);
    const after = await frameworkProgress(context(visitor, "2018-01-01T12:00:00Z"), key);
    const of = (page: typeof before) => page.promised.find(({ id }) => id === "13.1")?.standing;
    expect([of(before), of(after)]).toEqual(["not-begun", "overdue"]);
  });

  test("what nobody leads alone is reported by those who keep the framework", async () => {
    const everyone = { framework: key, item: "detail-2.1" };
    await expect(reportProgress(context(heeOfficer), everyone, report)).rejects.toThrow(Forbidden);
    await expect(reportProgress(context(officer), everyone, report)).resolves.toBe("detail-2.1");
  });

  test("a partner may bring evidence", async () => {
    const withPartner = { framework: key, item: "detail-2.2" };
    const given = { title: "Letter", summary: "Sent to all.", link: "", plan: "" };
    await expect(addEvidence(context(nurse), withPartner, given)).rejects.toThrow(Forbidden);
    await addEvidence(context(officer), withPartner, given);
    await expect(reportProgress(context(officer), withPartner, report)).rejects.toThrow(Forbidden);
  });

  test("evidence from a plan that not all may see shows that it is there, and no more", async () => {
    const lead = { id: (officer as { id: string }).id };
    const hidden = await plan(app.db, { body: nhsi, lead, title: "A quiet trial", visibility: "team" });
    const at = { framework: key, item: "detail-10.2" };
    const link = "https://example.org/quiet-trial";
    const given = { title: "What the trial found", summary: "Half of them stayed.", link, plan: hidden };
    const now = "2026-03-01T10:00:00Z";
    await addEvidence(context(officer, now), at, given);
    const seenBy = async (actor: Actor) =>
      (await itemPage(context(actor, now), key, at.item)).tracked!.evidence.map((one) => [
        one.title,
        one.summary,
        one.link,
        one.plan,
      ]);
    const own = { id: hidden, title: "A quiet trial" };
    expect(await seenBy(officer)).toEqual([["What the trial found", "Half of them stayed.", link, own]]);
    for (const other of [nurse, visitor]) expect(await seenBy(other)).toEqual([["", "", "", "out-of-sight"]]);
  });

  test("a body that has become another hands its commitments on", async () => {
    const heir = await body(app.db, { kind: "national-body", name: "The successor" });
    const old = await body(app.db, {
      kind: "national-body",
      code: "NB-DH",
      closedOn: "2018-01-08",
      successor: heir,
    });
    const awards = { framework: key, item: "detail-8.2" };
    await expect(reportProgress(context(await somebody("officer", old)), awards, report)).rejects.toThrow(
      Forbidden,
    );
    await reportProgress(context(await somebody("officer", heir)), awards, report);
    const page = await itemPage(context(visitor), key, awards.item);
    expect(page.promised?.owners.map((owner) => owner.name)).toEqual(["The successor"]);
  });

  test.each([
    ["commitment_steps", sql`UPDATE commitment_steps SET note = 'Other'`],
    ["commitment_steps", sql`DELETE FROM commitment_steps`],
    ["framework_items", sql`UPDATE framework_items SET title = 'Other'`],
    ["framework_versions", sql`DELETE FROM framework_versions`],
    ["commitment_evidence", sql`UPDATE commitment_evidence SET title = 'Other'`],
    [
      "commitment_evidence",
      sql`UPDATE commitment_evidence SET withdrawn_at = NULL WHERE withdrawn_at IS NOT NULL`,
    ],
  ])("the database refuses to change %s", async (_table, statement) => {
    await expect(statement.execute(app.db)).rejects.toThrow(/permission denied|never changed|withdraw it/);
  });

  test("the board sees what is overdue, unproven and without an owner, by body, condition and horizon", async () => {
    const { summary } = await boardPage(context(visitor), key, noFilters);
    expect(summary.whole).toMatchObject({ all: 50, withoutOwner: expect.any(Number) });
    expect(summary.byCondition.map(({ tally }) => tally.all)).toEqual([6, 16, 12, 5, 11]);
    expect(summary.byHorizon.map(({ tally }) => tally.all)).toEqual([28, 22]);
    const sum = ({ all: _all, withoutOwner: _without, ...each }: typeof summary.whole) =>
      Object.values(each).reduce((total, one) => total + one, 0);
    expect(sum(summary.whole)).toBe(50);
  });
});

describe("targets and pledges", () => {
  test("an officer’s own page shows what their body leads and has not ended, the earliest first", async () => {
    const mine = (await myPromises(context(officer))).find((one) => one.key === key)!;
    expect(mine.own.length).toBeGreaterThan(0);
    expect(mine.whole.all).toBeGreaterThan(mine.own.length);
    for (const { owners, standing } of mine.own) {
      expect(owners.map(({ id }) => id)).toContain(nhsi.id);
      expect(["done", "stopped"]).not.toContain(standing);
    }
    const days = mine.own.map(({ due }) => due);
    expect(days).toEqual(days.toSorted());
    expect(await myPromises(context(nurse))).toEqual([]);
  });

  test("a target is counted by its body, with the denominator, and never in the future", async () => {
    const at = { framework: key, item: "target-boards" };
    const given = { on: "2017-12-31", numerator: 40, denominator: 449, source: "Register", reason: "" };
    await expect(recordCount(context(nurse), at, given)).rejects.toThrow(Forbidden);
    await expect(recordCount(context(officer), at, { ...given, on: "2019-01-01" })).rejects.toThrow(Invalid);
    const wrong = recordCount(context(officer), at, { ...given, on: "2019-01-01", numerator: 450 });
    expect(await wrong.catch((error: Invalid) => error.problems.map(({ field }) => field))).toEqual([
      "on",
      "numerator",
    ]);
    await recordCount(context(officer), at, given);
    await expect(recordCount(context(officer), at, { ...given, numerator: 41 })).rejects.toThrow(Invalid);
    // The size of a scheme is told as times of what it was, and so may be more than all there were.
    const grown = { ...given, numerator: 200, denominator: 100 };
    await recordCount(context(heeOfficer), { ...at, item: "target-graduates" }, grown);
    await recordCount(context(officer), at, { ...given, numerator: 41, reason: "One was left out" });
    const { targets } = await targetsPage(context(visitor), key);
    const boards = targets.find((one) => one.key === at.item)!;
    expect(boards.counts).toMatchObject([{ numerator: 41, denominator: 449, correction: 1 }]);
    expect(boards.target.goals.map((goal) => goal.value)).toEqual([25, 75]);
  });

  test("a pledge has a measure over time and dated answers", async () => {
    const at = { framework: key, item: "pledge-1" };
    const said = { heard: "Letters are still harsh.", answer: "We rewrote them." };
    await expect(answerPledge(context(nurse), at, said)).rejects.toThrow(Forbidden);
    await answerPledge(context(heeOfficer), at, said);
    const count = { on: "2018-01-31", numerator: 30, denominator: 60, source: "Sample", reason: "" };
    await recordCount(context(heeOfficer), { framework: key, item: "pledge-1.a" }, count);
    const { pledges } = await pledgesPage(context(visitor), key);
    expect(pledges[0]).toMatchObject({
      answers: [{ ...said, bodyName: "Health Education England" }],
      measures: [{ counts: [{ numerator: 30 }] }],
    });
  });

  test("of many answers to a pledge the latest are shown, and the older on further pages", async () => {
    const item = "pledge-1";
    for (let index = 0; index < 24; index += 1)
      await answerPledge(
        context(heeOfficer),
        { framework: key, item },
        { heard: `Said ${index}`, answer: "So." },
      );
    const seen = async (page: number) => {
      const { pledges } = await pledgesPage(context(visitor), key, { of: item, page });
      expect(pledges.slice(1).every(({ answers }) => answers.length === 0)).toBe(true);
      return pledges[0]!;
    };
    const [first, second] = [await seen(1), await seen(2)];
    expect(first.paging).toMatchObject({ total: 25, pages: 2 });
    expect([first.answers.length, second.answers.length]).toEqual([20, 5]);
    expect(new Set([...first.answers, ...second.answers].map(({ heard }) => heard)).size).toBe(25);
  });
});

describe("decisions and evaluations", () => {
  const decision = {
    metOn: "2018-02-20",
    item: "detail-12.1",
    decision: "Ask for the plan.",
    action: "Bring the plan",
    owner: "NB-NHSI",
    dueOn: "2018-04-01",
  };

  test("an action stays on the agenda until it is closed with what came of it", async () => {
    await expect(recordDecision(context(heeOfficer), key, decision)).rejects.toThrow(Forbidden);
    await expect(recordDecision(context(officer), key, { ...decision, dueOn: "" })).rejects.toThrow(Invalid);
    const id = await recordDecision(context(officer), key, decision);
    const later = await boardPage(context(visitor, "2018-09-01T10:00:00Z"), key, noFilters);
    expect(later.decisions[0]).toMatchObject({ id, closedOn: null });
    const closing = { outcome: "It was brought.", version: 1 };
    await closeDecision(context(officer), { framework: key, decision: id }, closing);
    await expect(closeDecision(context(officer), { framework: key, decision: id }, closing)).rejects.toThrow(
      NotFound,
    );
  });

  test("no effect can be published, with its grade", async () => {
    const given = {
      item: "detail-10.2",
      claim: "Joining the network shortens projects",
      finding: "no-effect" as const,
      design: "Matched comparison",
      data: "60 projects",
      strength: "Small",
      confounders: "Members were keener from the start",
      grade: "low" as const,
    };
    await expect(publishEvaluation(context(nurse), key, given)).rejects.toThrow(Forbidden);
    await publishEvaluation(context(officer), key, given);
    const { evaluations } = await itemPage(context(visitor), key, given.item);
    expect(evaluations).toMatchObject([{ finding: "no-effect", grade: "low" }]);
  });
});

const added = {
  change: "add" as const,
  title: "Give leaders an hour a week to reflect",
  text: "Put it into the rota.",
  horizon: "1-3-years",
  body: "nhsi",
  reason: "Nobody finds the time.",
};

describe("versions", () => {
  const gap = { framework: key, item: "action-7" };

  test("anybody who is signed in comments, and takes it back", async () => {
    const at = { framework: key, item: "gap-time-to-reflect" };
    await expect(comment(context(visitor), at, "Yes")).rejects.toThrow(Forbidden);
    const id = await comment(context(nurse), at, "This is what we miss most.");
    const before = await itemPage(context(visitor), key, at.item);
    expect(before.comments).toMatchObject([{ text: "This is what we miss most." }]);
    await expect(removeComment(context(heeOfficer), { framework: key, comment: id })).rejects.toThrow(
      Forbidden,
    );
    await removeComment(context(nurse), { framework: key, comment: id });
    expect((await itemPage(context(visitor), key, at.item)).comments).toEqual([]);
  });

  test("a proposal is answered by those who keep the framework; declining changes nothing", async () => {
    await expect(proposeChange(context(visitor), gap, added)).rejects.toThrow(Forbidden);
    await expect(proposeChange(context(nurse), gap, { ...added, horizon: "" })).rejects.toThrow(Invalid);
    const id = await proposeChange(context(nurse), gap, { ...added, change: "remove" });
    const at = { framework: key, proposal: id };
    const no = { adopt: false, answer: "It is the heart of condition 3.", version: 1 };
    await expect(answerProposal(context(nurse), at, no)).rejects.toThrow(Forbidden);
    await answerProposal(context(officer), at, no);
    await expect(answerProposal(context(officer), at, no)).rejects.toThrow(Conflict);
    expect((await frameworkInForce(context(visitor), key)).number).toBe(1);
    expect((await proposalPage(context(visitor), key, id)).proposal).toMatchObject({
      state: "declined",
      answer: no.answer,
    });
  });

  test("adopting makes a new version, which can be compared with the one before, with the reason", async () => {
    const id = await proposeChange(context(nurse), gap, added);
    await answerProposal(
      context(officer),
      { framework: key, proposal: id },
      { adopt: true, answer: "Thank you.", version: 1 },
    );
    const { framework, versions } = await versionsPage(context(visitor), key);
    expect(versions.map(({ number }) => number)).toEqual([2, 1]);
    const page = await itemPage(context(visitor), key, "detail-7.10");
    expect(page.promised).toMatchObject({ title: added.title, due: "2021-03-31", stage: "not-started" });
    const { differences, same } = await versionComparison(context(visitor), key, { from: 1, to: 2 });
    expect(differences).toMatchObject([
      { key: "detail-7.10", change: "added", because: [{ id, reason: added.reason }] },
    ]);
    expect(differences[0]!.fields).toContainEqual({ name: "By when", before: "", after: "In 1–3 years" });
    expect(differences[0]!.fields).toContainEqual({ name: "Due", before: "", after: "31 March 2021" });
    expect(same).toBe(framework.content.rows.length - 1);
    const unasked = await versionComparison(context(visitor), key, { from: undefined, to: undefined });
    expect([unasked.from, unasked.to]).toEqual([1, 2]);
  });

  test("an item is reworded and another taken out, and what was said before stays", async () => {
    const reword = { ...added, change: "reword" as const, title: "Chosen words", text: "Other words" };
    const one = await proposeChange(context(nurse), { framework: key, item: "driver-1a" }, reword);
    const other = await proposeChange(
      context(nurse),
      { framework: key, item: "driver-5d" },
      { ...added, change: "remove" },
    );
    for (const proposal of [one, other])
      await answerProposal(
        context(officer),
        { framework: key, proposal },
        { adopt: true, answer: "Yes.", version: 1 },
      );
    const { differences } = await versionComparison(context(visitor), key, { from: 4, to: 2 });
    expect(differences.map(({ key: own, change }) => `${own} ${change}`)).toEqual([
      "driver-1a changed",
      "driver-5d removed",
    ]);
    const { content } = await frameworkInForce(context(visitor), key);
    expect(content.pack.actions.find((action) => action.id === "13")?.drivers).toEqual([]);
  });
});

describe("a newer edition of a pack", () => {
  const edition = async (number: number, change: (pack: Pack) => void): Promise<ReadPack> => {
    const { pack } = await readPack(join(packFolder, "developing-people-improving-care-2016"));
    const next = structuredClone(pack);
    next.framework.edition = number;
    change(next);
    return { pack: next, digest: `edition ${number}` };
  };
  const load = (read: ReadPack) => loadPack(context(visitor, "2018-06-01T09:00:00Z"), read);

  test("becomes the next version, with what was adopted here and its history", async () => {
    await foundPlans(context(visitor));
    const { number, content: before } = await frameworkInForce(context(visitor), key);
    const { framework: loaded } = before.pack;
    const next = loaded.edition + 1;
    const read = await edition(next, (pack) => {
      pack.conditions[0]!.text = "Said anew by the publishers";
      pack.gaps.pop();
    });
    expect(await load(read)).toBe("loaded");
    expect(await load(read)).toBe("known");
    expect(await load({ ...read, digest: "other" })).toBe("not-counted-up");
    const { content, ...framework } = await frameworkInForce(context(visitor), key);
    expect(framework.number).toBe(number + 2);
    const { versions } = await versionsPage(context(visitor), key);
    expect(versions.slice(0, 2).map(({ reason }) => reason)).toEqual([
      `Edition ${next} with what was adopted here: 3 items`,
      `Edition ${next} of its publishers`,
    ]);
    const { differences } = await versionComparison(context(visitor), key, {
      from: number + 1,
      to: number + 2,
    });
    expect(differences.map(({ key: own, because }) => [own, because.length])).toEqual([
      ["driver-1a", 1],
      ["detail-7.10", 1],
      ["driver-5d", 1],
    ]);
    expect(content.item("condition-1")?.text).toBe("Said anew by the publishers");
    expect(content.item("detail-7.10")).toMatchObject({ title: added.title, parent: "action-7" });
    expect(content.item("driver-1a")?.title).toBe("Chosen words");
    expect(content.item("driver-5d")).toBeUndefined();
    expect(content.rows.length).toBe(before.rows.length - 1);
    const done = await itemPage(context(visitor), key, "detail-9.2");
    expect(done.tracked?.steps.length).toBe(2);
  });

  test("reaches the plan of the framework, whose nodes stay those to which work is aligned", async () => {
    const { rows } = await sql<{ reference: string; text: string; note: string; version: number }>`
      SELECT n.reference, n.text, n.note, n.version FROM plan_nodes n JOIN frameworks f ON f.plan_id = n.plan_id
      WHERE f.key = ${key} AND n.removed_at IS NULL AND n.reference IN ('condition-1', 'driver-1a', 'driver-5d')
      ORDER BY n.reference`.execute(app.db);
    expect(rows).toMatchObject([
      { reference: "condition-1", note: "Said anew by the publishers", version: 2 },
      { reference: "driver-1a", text: "Chosen words", version: 1 },
    ]);
  });

  test("is told in the mail of the week to whoever serves what it changed", async () => {
    const place = await body(app.db);
    const lead = await person(app.db);
    const work = await plan(app.db, { body: place, lead });
    await sql`UPDATE group_members SET started_at = '2018-01-05' WHERE group_id = ${work}`.execute(app.db);
    await sql`INSERT INTO alignments (plan_id, to_plan_id, to_node_id, aligned_at)
      SELECT ${work}, n.plan_id, n.id, '2018-04-01' FROM plan_nodes n JOIN frameworks f ON f.plan_id = n.plan_id
      WHERE f.key = ${key} AND n.reference IN ('condition-1', 'condition-2')`.execute(app.db);
    const mails = async (monday: string) => {
      const services = { ...app.services, clock: () => new Date(monday) };
      const job = plansJobs(services, movedNodes).find(({ name }) => name === "send-digests")!;
      await job.work({} as never);
      const to = app.db.selectFrom("mails").select("body").where("recipient", "=", lead.email);
      return (await to.execute()).map((mail) => mail.body);
    };
    expect(await mails("2018-05-28T08:00:00Z")).toEqual([]);
    const [mail] = await mails("2018-06-04T08:00:00Z");
    expect(mail).toContain("- 1 part of a framework that it serves has a new version");
    expect(mail).toContain(`/plans/${work}/line`);
  });

  test("is not taken where it means something else by an id that was given here", async () => {
    const { content, number } = await frameworkInForce(context(visitor), key);
    const read = await edition(content.pack.framework.edition + 1, ({ actions }) => {
      const { details } = actions.find(({ id }) => id === "7")!;
      details.push({ ...details[0]!, id: "7.10", title: "Something else" });
    });
    await expect(load(read)).rejects.toThrow(/“detail-7.10” was given to “Give leaders an hour/);
    expect((await frameworkInForce(context(visitor), key)).number).toBe(number);
  });

  test("keeps what was adopted through one more edition, and yields where the publishers wrote anew", async () => {
    const { content } = await frameworkInForce(context(visitor), key);
    const next = content.pack.framework.edition + 1;
    const read = await edition(next, ({ drivers }) => {
      drivers.find(({ id }) => id === "1a")!.title = "Other words of the publishers";
    });
    expect(await load(read)).toBe("loaded");
    const after = await frameworkInForce(context(visitor), key);
    expect(after.content.item("detail-7.10")?.title).toBe(added.title);
    expect(after.content.item("driver-5d")).toBeUndefined();
    expect(after.content.item("driver-1a")?.title).toBe("Other words of the publishers");
    const { versions } = await versionsPage(context(visitor), key);
    expect(versions[0]?.reason).toBe(
      `Edition ${next} with what was adopted here: 2 items; written anew by the publishers: 1 item`,
    );
  });
});

describe("catchball", () => {
  test("a priority is declined with a reason, which whoever proposed it reads, and strangers never see it", async () => {
    const trust = await body(app.db);
    const lead = await somebody("lead", trust);
    const given = { to: trust.code, title: "Home before noon", text: "It frees beds.", item: "action-7" };
    await expect(proposePriority(context(lead), trust.code, { ...given, to: nhsi.code })).rejects.toThrow(
      Invalid,
    );
    const id = await proposePriority(context(officer), nhsi.code, given);
    await expect(priorityInSight(context(nurse), id)).rejects.toThrow(NotFound);
    const waiting = async (actor: Actor, at?: string) =>
      (await myPriorities(context(actor, at))).map((one) => [one.id, one.state, one.isOurs]);
    expect(await waiting(lead)).toEqual([[id, "open", false]]);
    expect(await waiting(officer)).toEqual([]);
    expect(await waiting(nurse)).toEqual([]);
    const no = { said: "declined" as const, text: "Not this year.", version: 1 };
    await expect(answerPriority(context(officer), id, no)).rejects.toThrow(Invalid);
    await answerPriority(context(lead), id, no);
    await expect(answerPriority(context(lead), id, no)).rejects.toThrow(Conflict);
    const seen = await priorityInSight(context(officer), id);
    expect(seen).toMatchObject({
      priority: { state: "declined", itemKey: "action-7" },
      words: [{ said: "declined", text: "Not this year.", name: trust.name }],
      can: { answer: false, reply: true },
    });
    expect(await waiting(lead)).toEqual([]);
    expect(await waiting(officer)).toEqual([[id, "declined", true]]);
    expect(await waiting(officer, "2018-07-01T10:00:00Z")).toEqual([]);
    const understood = { said: "said" as const, text: "We ask again in spring.", version: 2 };
    await answerPriority(context(officer), id, understood);
    expect(await waiting(officer)).toEqual([]);
    expect(await waiting(lead)).toEqual([[id, "declined", false]]);
    await answerPriority(context(officer), id, { ...understood, said: "agreed", version: 3 });
    expect(await waiting(lead)).toEqual([]);
    await expect(sql`UPDATE priority_words SET text = 'Yes'`.execute(app.db)).rejects.toThrow(
      /permission denied/,
    );
  });
});

describe("pages", () => {
  test.each([
    ["", "Developing People – Improving Care"],
    ["?body=hee&horizon=12-months", "16 of 51 detailed actions"],
    ["/pictures", "41 items"],
    ["/progress", "promised 51 actions"],
    ["/board", "Every number opens the list behind it"],
    ["/board/pack", "Quarterly pack"],
    ["/glossary", "Glossary (13)"],
    ["/recommendations", "(16)"],
    ["/items/detail-8.2", "was lost from the table"],
    ["/items/action-6", "Evidence: none cited"],
    ["/line", "Line of sight"],
  ])("%s says what it is for to anybody, in few statements", async (path, words) => {
    app.statements();
    const response = await app.anonymous()(`/framework/${key}${path}`);
    expect(response.status).toBe(200);
    expect((await response.text()).replaceAll("<!-- -->", "")).toContain(words);
    expect(app.statements()).toBeLessThanOrEqual(12);
  });

  test.each([
    ["/strategies", "Choose a region or a kind above"],
    ["/strategies?kind=national-body", "Only National bodies"],
    ["/strategies?kind=%27%3B--&region=nowhere", "Only a kind that is not here in a region that is not here"],
  ])("the register %s says which are shown, in few statements", async (path, words) => {
    app.statements();
    const response = await app.anonymous()(path);
    expect(response.status).toBe(200);
    expect((await response.text()).replaceAll("<!-- -->", "")).toContain(words);
    expect(app.statements()).toBeLessThanOrEqual(12);
  });

  test("whoever is not allowed to report is led to sign in, or told", async () => {
    const report = `/framework/${key}/items/detail-9.2/report`;
    expect((await app.anonymous()(report)).status).toBe(303);
    const browse = await app.as(await person(app.db));
    expect((await browse(report)).status).toBe(403);
  });
});
