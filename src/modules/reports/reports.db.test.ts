import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findWorkplace } from "#modules/people/index.ts";
import { recordPoints } from "#modules/measures/commands/record-points.ts";
import { startSeries } from "#modules/measures/commands/start-series.ts";
import type { Person, Role } from "#platform/actor.ts";
import type { Context } from "#platform/perform.ts";
import { Forbidden, Invalid, NotFound } from "#platform/problem.ts";
import type { Visibility } from "#platform/sight.ts";
import { falls as text, monthly } from "#tests/measures-world.ts";
import { testApp, type TestApp } from "#tests/setup/app.ts";
import { body, member, person, type TestBody } from "#tests/world.ts";
import { chooseMeasures } from "./commands/choose-measures.ts";
import { editReport } from "./commands/edit-report.ts";
import { freezeReport } from "./commands/freeze-report.ts";
import { startReport } from "./commands/start-report.ts";
import { lookBackPage } from "./queries/look-back-page.ts";
import { reportCheck } from "./queries/report-check.ts";
import { reportPage } from "./queries/report-page.ts";

let app: TestApp;
let lead: Context;
let reader: Context;
let stranger: Context;
let trust: TestBody;
let falls: string;
let report: string;

const later = (context: Context, days: number): Context => ({
  ...context,
  at: new Date(context.at.getTime() + days * 86_400_000),
});

async function contextFor(where: TestBody, role: Role): Promise<Context> {
  const who = await person(app.db);
  await member(app.db, who, where, role);
  const held = {
    role,
    bodyId: where.id,
    bodyCode: where.code,
    bodyName: where.name,
    bodyKind: "acute-trust",
  };
  const actor: Person = { kind: "person", ...who, sessionId: "", strong: false, roles: [held] };
  return {
    db: app.db,
    jobs: app.services.jobs,
    actor,
    at: new Date("2026-11-01T12:00:00Z"),
    requestId: "test",
  };
}

async function measure(visibility: Visibility): Promise<string> {
  const place = await findWorkplace(lead, trust.code, "place");
  const id = await startSeries(lead, { definition: text, madeFrom: null, place, visibility });
  await recordPoints(lead, id, { points: monthly([9, 11, 8, 10, 12, 9, 10, 8, 11, 10, 9, 12, 10, 11]) });
  return id;
}

async function draftOf(series: readonly string[], audience: Visibility): Promise<string> {
  const place = await findWorkplace(lead, trust.code, "place");
  const id = await startReport(lead, { title: "Quality", period: "Quarter 3", audience, place });
  await chooseMeasures(lead, id, series);
  return id;
}

beforeAll(async () => {
  app = await testApp();
  trust = await body(app.db);
  lead = await contextFor(trust, "lead");
  reader = await contextFor(trust, "member");
  stranger = await contextFor(await body(app.db), "lead");
  falls = await measure("organisation");
  report = await draftOf([falls], "organisation");
});

afterAll(() => app.close());

describe("a report", () => {
  test("is a draft that its writers alone see, and then what it is", async () => {
    await expect(reportPage(reader, report)).rejects.toThrow(NotFound);
    await freezeReport(later(lead, 1), report, 1);
    const page = await reportPage(reader, report);
    expect(page.items).toHaveLength(1);
    expect(page.items[0]).toMatchObject({ isException: false, isEdited: false });
    expect(page.items[0]!.said.join(" ")).toContain("No action from this change alone");
    await expect(reportPage(stranger, report)).rejects.toThrow(NotFound);
    await expect(chooseMeasures(lead, report, [])).rejects.toThrow(Forbidden);
  });

  test("stays as it was frozen when numbers are corrected and added, and can be reckoned again", async () => {
    const before = await reportPage(reader, report);
    const corrected = [...monthly([90], 3), ...monthly([10, 9], 14)];
    await recordPoints(later(lead, 10), falls, { points: corrected, reason: "A box was overlooked" });
    const after = await reportPage(reader, report);
    expect(after.items[0]!.source.points).toEqual(before.items[0]!.source.points);
    expect(await reportCheck(reader, report)).toMatchObject({
      agrees: true,
      measures: [{ name: "Falls on the ward", found: "same" }],
    });
  });

  test("is refused by the database when somebody changes what was frozen", async () => {
    const change = app.db
      .updateTable("report_items")
      .set({ words: "All is well" })
      .where("report_id", "=", report);
    await expect(change.execute()).rejects.toThrow(/does not change/);
  });

  test("tells when its fingerprint is not of what it holds", async () => {
    await app.db
      .updateTable("reports")
      .set({ introduction: "Slipped in later" })
      .where("id", "=", report)
      .execute();
    expect(await reportCheck(reader, report)).toMatchObject({ agrees: false });
    await app.db.updateTable("reports").set({ introduction: "" }).where("id", "=", report).execute();
  });

  test("goes no further than the team of a number lets it", async () => {
    const own = await measure("team");
    const wide = await draftOf([own], "organisation");
    const refused = await freezeReport(lead, wide, 1).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Invalid);
    expect((refused as Invalid).message).toContain("seen by fewer people");
    expect((await reportPage(lead, wide)).report.frozenAt).toBeNull();
  });

  test("looks back on the one before it", async () => {
    await recordPoints(later(lead, 12), falls, { points: monthly([10, 11, 9], 16) });
    const next = await draftOf([falls], "organisation");
    const back = await lookBackPage(later(lead, 20), next);
    expect(back.previous.id).toBe(report);
    expect(back.rows[0]!.claims[0]).toMatchObject({ said: "Nothing but chance", wasRight: "yes" });
    expect(back.score).toEqual({ right: 1, of: 1 });
  });

  test("says what the board gave of its own time, and holds that too", async () => {
    const timed = await draftOf([falls], "organisation");
    const { report: draft } = await reportPage(lead, timed);
    const give = (minutesMet: number | null, minutesOnImprovement: number | null) =>
      editReport(lead, timed, {
        text: { ...draft, minutesMet, minutesOnImprovement },
        version: draft.version,
      });
    await expect(give(60, null)).rejects.toThrow(Invalid);
    await expect(give(60, 90)).rejects.toThrow(Invalid);
    await give(540, 75);
    await freezeReport(later(lead, 2), timed, draft.version + 1);
    const { times } = await reportPage(reader, timed);
    expect(times).toEqual([{ id: timed, period: "Quarter 3", met: 540, onImprovement: 75 }]);
    expect(await reportCheck(reader, timed)).toMatchObject({ agrees: true });
    await app.db
      .updateTable("reports")
      .set({ minutes_on_improvement: 175 })
      .where("id", "=", timed)
      .execute();
    expect(await reportCheck(reader, timed)).toMatchObject({ agrees: false });
  });
});

test.each(["report.pptx", "report.xlsx", "report.json"])("%s is a file of the report", async (file) => {
  const browse = await app.as({ id: (reader.actor as Person).id });
  const response = await browse(`/reports/${report}/${file}`);
  expect(response.status).toBe(200);
  expect(response.headers.get("Content-Disposition")).toContain("attachment");
  expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(500);
});

test("the pages draw", async () => {
  const browse = await app.as({ id: (lead.actor as Person).id });
  for (const path of [
    "/reports",
    "/reports/new",
    `/reports/${report}`,
    `/reports/${report}/check`,
    "/reports/levels",
    "/reports/levels?topic=falls",
    `/reports/shown/${trust.code}`,
    `/reports/shown/${trust.code}/new`,
  ])
    expect([path, (await browse(path)).status]).toEqual([path, 200]);
});

test("the map of levels leads to each measure that one place keeps, and to both of two that are alike", async () => {
  const place = await findWorkplace(lead, trust.code, "place");
  const begin = (name: string): Promise<string> =>
    startSeries(lead, {
      definition: { ...text, name, topic: "Cataracts" },
      madeFrom: null,
      place,
      visibility: "organisation",
    });
  const both = [
    await begin("Weeks to a cataract operation"),
    await begin("Weeks to a cataract operation, again"),
  ];
  const browse = await app.as({ id: (lead.actor as Person).id });
  const html = await (await browse("/reports/levels?topic=cataracts")).text();
  const [rows, alike] = html.split("Much alike");
  for (const part of [rows!, alike!])
    expect([...part.matchAll(/href="\/series\/([^"]+)"/g)].map((match) => match[1]).sort()).toEqual(
      both.toSorted(),
    );
});
