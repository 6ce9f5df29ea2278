import { describe, expect, test } from "vitest";
import { digestMail, lastWeek } from "./digest.ts";

describe("the week that a digest tells of", () => {
  test.each([
    ["2026-11-23T07:00:00Z", "2026-11-16T07:00:00.000Z", "2026-11-23"],
    ["2026-11-23T06:59:59Z", "2026-11-09T07:00:00.000Z", "2026-11-16"],
    ["2026-11-29T23:00:00Z", "2026-11-16T07:00:00.000Z", "2026-11-23"],
    ["2026-01-01T12:00:00Z", "2025-12-22T07:00:00.000Z", "2025-12-29"],
  ])("at %s begins at %s", (at, from, key) => {
    const week = lastWeek(new Date(at));
    expect([week.from.toISOString(), week.key]).toEqual([from, key]);
  });
});

test("a digest counts, links, and says how to stop it", () => {
  const desk = { baseUrl: "https://example.test", secret: "s" };
  const plan = {
    planId: "p1",
    title: "Fewer falls",
    planned: 1,
    studied: 0,
    comments: 1_200,
    decisions: 0,
    measured: 2,
    signals: 1,
    above: 2,
    due: 0,
    overdue: 3,
  };
  const week = lastWeek(new Date("2026-11-23T08:00:00Z"));
  const mail = digestMail(desk, week, { userId: "u1", email: "a@example.test", plans: [plan] });
  expect(mail).toMatchObject({
    key: "digest:2026-11-23:u1",
    subject: "Your week on Throughline: 1 plan moved",
  });
  expect(mail.body).toContain("From 16 November 2026 to 23 November 2026.");
  expect(mail.body).toContain(
    "- 3 tasks of yours are overdue\n- 1 test was planned\n- 2 measures have new figures",
  );
  expect(mail.body).toContain("- 1,200 comments were written");
  expect(mail.body).toContain("- 2 parts of a framework that it serves have a new version");
  expect(mail.body).toContain("What moved above it: https://example.test/plans/p1/line");
  expect(mail.body).not.toContain("studied");
  expect(mail.body).toMatch(/https:\/\/example\.test\/stop-mail\/u1\.[\w-]+$/);
});
