import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { series } from "#tests/measures-world.ts";
import { testApp, type TestApp } from "#tests/setup/app.ts";
import { body, member, person, type TestPerson } from "#tests/world.ts";
import { remindCollectors } from "./commands/remind-collectors.ts";
import type { DefinitionText } from "./definition.ts";

let house: TestApp;
let ward: { id: string; code: string; name: string };
let sister: TestPerson;
const now = new Date("2026-11-23T09:00:00Z");
const from = () => ({ baseUrl: "https://throughline.example", secret: house.services.secret });

beforeAll(async () => {
  house = await testApp({ clock: () => now });
  ward = await body(house.db, { kind: "ward", parent: await body(house.db) });
  sister = await person(house.db);
  await member(house.db, sister, ward, "lead");
});
afterAll(() => house.close());

async function collectedBy(collector: TestPerson, definition: Partial<DefinitionText> = {}): Promise<string> {
  const id = await series(house.db, ward, { by: sister, at: now, definition });
  await house.db.updateTable("series").set({ collector_id: collector.id }).where("id", "=", id).execute();
  return id;
}

const mailsTo = (who: TestPerson) =>
  house.db.selectFrom("mails").select(["subject", "body"]).where("recipient", "=", who.email).execute();

const enter = async (id: string, period: string) => {
  const browse = await house.as(sister);
  await browse(`/series/${id}/numbers`, { form: { _key: randomUUID(), [`first-${period}`]: "3" } });
};

describe("reminders", () => {
  test("go to the named collector, once a week, with how many wait and one link", async () => {
    const clerk = await person(house.db);
    await collectedBy(clerk);
    await collectedBy(clerk, { frequency: "week" });
    await remindCollectors(house.db, from(), now);
    await remindCollectors(house.db, from(), new Date(now.getTime() + 3_600_000));
    const mails = await mailsTo(clerk);
    expect(mails).toHaveLength(1);
    expect(mails[0]!.body).toContain("2 measures wait for a number");
    expect(mails[0]!.body).toContain("https://throughline.example/me/numbers");
    expect(await mailsTo(sister)).toEqual([]);
    await remindCollectors(house.db, from(), new Date(now.getTime() + 7 * 24 * 3_600_000));
    expect(await mailsTo(clerk)).toHaveLength(2);
  });

  test("do not go out for what has its number, what is an event, or what is closed", async () => {
    const clerk = await person(house.db);
    await enter(await collectedBy(clerk), "2026-10-01");
    await collectedBy(clerk, { frequency: "event" });
    const closed = await collectedBy(clerk);
    await house.db.updateTable("series").set({ closed_at: now }).where("id", "=", closed).execute();
    await remindCollectors(house.db, from(), now);
    expect(await mailsTo(clerk)).toEqual([]);
  });

  test("stop for one measure with one press, by nobody but its collector", async () => {
    const clerk = await person(house.db);
    const id = await collectedBy(clerk);
    const other = await house.as(sister);
    expect((await other(`/series/${id}/reminders`, { form: { muted: "yes" } })).status).toBe(403);
    const browse = await house.as(clerk);
    expect(await (await browse("/me/numbers")).text()).toContain("October 2026");
    expect((await browse(`/series/${id}/reminders`, { form: { muted: "yes" } })).status).toBe(303);
    await remindCollectors(house.db, from(), now);
    expect(await mailsTo(clerk)).toEqual([]);
    await browse(`/series/${id}/reminders`, { form: { muted: "no" } });
    await remindCollectors(house.db, from(), now);
    expect(await mailsTo(clerk)).toHaveLength(1);
  });

  test("stop altogether by the link in the mail, without signing in, and not by opening it", async () => {
    const clerk = await person(house.db);
    await collectedBy(clerk);
    await remindCollectors(house.db, from(), now);
    const [mail] = await mailsTo(clerk);
    const path = /https:\/\/throughline\.example(\/reminders\/\S+)/.exec(mail!.body)![1]!;
    const browse = house.anonymous();
    expect(await (await browse(path)).text()).toContain("Send me none");
    const muted = () =>
      house.db.selectFrom("muted_reminders").selectAll().where("user_id", "=", clerk.id).execute();
    expect(await muted()).toEqual([]);
    const answer = await browse(path, { form: {} });
    expect(await (await browse(answer.headers.get("Location")!)).text()).toContain(
      "You get no more reminders",
    );
    expect(await muted()).toHaveLength(1);
    expect((await browse(`${path}x`)).status).toBe(404);
  });
});

describe("who collects", () => {
  test("is named from the team and the organisation, and may then enter numbers", async () => {
    const clerk = await person(house.db);
    await member(house.db, clerk, ward, "member");
    const id = await series(house.db, ward, { by: sister, at: now });
    const browse = await house.as(sister);
    const page = await (await browse(`/series/${id}/collector`)).text();
    expect(page).toContain(clerk.name);
    const version = /name="_version" value="(\d+)"/.exec(page)![1]!;
    const clerkAt = await house.as(clerk);
    expect((await clerkAt(`/series/${id}/numbers`)).status).toBe(404);
    const named = await browse(`/series/${id}/collector`, {
      form: { collector: clerk.id, _version: version },
    });
    expect(named.status).toBe(303);
    expect((await clerkAt(`/series/${id}/numbers`)).status).toBe(200);
    const stale = await browse(`/series/${id}/collector`, { form: { collector: "", _version: version } });
    expect(stale.status).toBe(409);
    expect(await stale.text()).toContain(clerk.name);
  });

  test("is nobody from elsewhere", async () => {
    const id = await series(house.db, ward, { by: sister, at: now });
    const browse = await house.as(sister);
    const stranger = await person(house.db);
    const answer = await browse(`/series/${id}/collector`, {
      form: { collector: stranger.id, _version: "1" },
    });
    expect(answer.status).toBe(422);
  });
});
