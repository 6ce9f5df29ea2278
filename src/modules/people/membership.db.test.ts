import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifyAudit } from "#platform/audit.ts";
import { testApp, type TestApp } from "#tests/setup/app.ts";
import { body, member, person, type TestBody } from "#tests/world.ts";

let now = new Date("2026-11-20T09:00:00Z");
let world: TestApp;

beforeAll(async () => {
  world = await testApp({ clock: () => now });
});
afterAll(() => world.close());

const location = (response: Response): string => response.headers.get("Location") ?? `(${response.status})`;

async function held(userId: string, trust: TestBody): Promise<string[]> {
  const rows = await world.db
    .selectFrom("memberships")
    .select("role")
    .where("user_id", "=", userId)
    .where("body_id", "=", trust.id)
    .where("ended_at", "is", null)
    .orderBy("role")
    .execute();
  return rows.map((row) => row.role);
}

async function trustWithAdministrator() {
  const trust = await body(world.db);
  const administrator = await person(world.db);
  await member(world.db, administrator, trust, "administrator");
  return { trust, administrator, browse: await world.as(administrator, { strong: true }) };
}

describe("invitations", () => {
  async function printed(form: Record<string, string> = {}) {
    const made = await trustWithAdministrator();
    const to = `/bodies/${made.trust.code}/people/invite-link`;
    const page = location(await made.browse(to, { form: { role: "coach", uses: "2", days: "7", ...form } }));
    expect(page).toMatch(new RegExp(`^/bodies/${made.trust.code}/people/invitations/`));
    const path = /\/invitations\/[\w-]{43}/.exec(await (await made.browse(page)).text())![0];
    return { ...made, page, path };
  }

  test("a printed link lets in as many as it says, by a press and not by a look, and is kept as a digest", async () => {
    const { trust, path } = await printed();
    const rows = await world.db
      .selectFrom("invitations")
      .selectAll()
      .where("body_id", "=", trust.id)
      .execute();
    expect(JSON.stringify(rows)).not.toContain(path.split("/").at(-1)!);
    const visitor = await (await world.anonymous()(path)).text();
    expect(visitor).toContain(trust.name);
    expect(visitor).toContain(`/sign-up?next=${encodeURIComponent(path)}`);
    for (const expected of [303, 303, 403]) {
      const newcomer = await person(world.db);
      const browse = await world.as(newcomer);
      expect((await browse(path)).status).toBe(200);
      expect(await held(newcomer.id, trust)).toEqual([]);
      expect((await browse(path, { form: {} })).status).toBe(expected);
      expect(await held(newcomer.id, trust)).toEqual(expected === 303 ? ["coach"] : []);
    }
  });

  test("of two who take the last use at the same moment one gets it", async () => {
    const { trust, path } = await printed({ uses: "1" });
    const people = await Promise.all([person(world.db), person(world.db), person(world.db)]);
    const browsers = await Promise.all(people.map((one) => world.as(one)));
    const statuses = await Promise.all(
      browsers.map(async (browse) => (await browse(path, { form: {} })).status),
    );
    expect(statuses.sort()).toEqual([303, 403, 403]);
    const roles = await Promise.all(people.map((one) => held(one.id, trust)));
    expect(roles.flat()).toEqual(["coach"]);
  });

  test("it runs out, can be withdrawn, and is worth nothing once its maker may not give the role", async () => {
    const out = await printed({ days: "1" });
    const browse = await world.as(await person(world.db));
    const before = now;
    now = new Date(now.getTime() + 86_400_000);
    expect((await (await world.as(await person(world.db)))(out.path, { form: {} })).status).toBe(403);
    now = before;

    const withdrawn = await printed();
    expect(location(await withdrawn.browse(`${withdrawn.page}/withdraw`, { form: {} }))).toContain(
      "done=withdrawn",
    );
    expect((await browse(withdrawn.path, { form: {} })).status).toBe(403);

    const fallen = await printed();
    const second = await person(world.db);
    await member(world.db, second, fallen.trust, "administrator");
    await fallen.browse(`/bodies/${fallen.trust.code}/people/leave`, { form: {} });
    expect((await browse(fallen.path, { form: {} })).status).toBe(403);
    expect((await browse(`/invitations/${"A".repeat(43)}`)).status).toBe(404);
    expect((await browse("/invitations/short")).status).toBe(404);
  });

  test("one that was mailed is for the address that it was mailed to, once it is proved", async () => {
    const { trust, browse } = await trustWithAdministrator();
    const invited = await person(world.db, { verified: false });
    const sent = await browse(`/bodies/${trust.code}/people/invite`, {
      form: { email: invited.email, role: "analyst" },
    });
    expect(location(sent)).toContain("done=invited");
    const mail = await world.db
      .selectFrom("mails")
      .selectAll()
      .where("recipient", "=", invited.email)
      .executeTakeFirstOrThrow();
    const path = /\/invitations\/[\w-]+/.exec(mail.body)![0];
    expect((await (await world.as(await person(world.db)))(path, { form: {} })).status).toBe(403);
    const own = await world.as(invited);
    expect((await own(path, { form: {} })).status).toBe(403);
    await world.db.updateTable("users").set({ email_verified: true }).where("id", "=", invited.id).execute();
    expect(location(await own(path, { form: {} }))).toBe(`/bodies/${trust.code}/people?done=joined`);
    expect(await held(invited.id, trust)).toEqual(["analyst"]);
  });

  test("a lead cannot invite an administrator, a member nobody, and an administrator proves who they are first", async () => {
    const { trust, administrator } = await trustWithAdministrator();
    const lead = await person(world.db);
    await member(world.db, lead, trust, "lead");
    const path = `/bodies/${trust.code}/people/invite`;
    const form = { email: "new@example.test", role: "administrator" };
    expect((await (await world.as(lead))(path, { form })).status).toBe(422);
    const plain = await person(world.db);
    await member(world.db, plain, trust);
    expect((await (await world.as(plain))(path, { form })).status).toBe(403);
    expect(location(await (await world.as(administrator))(path))).toBe(
      `/sign-in/prove?next=${encodeURIComponent(path)}`,
    );
    expect((await (await world.as(await person(world.db)))(`/bodies/${trust.code}/people`)).status).toBe(403);
  });

  test("a form sent twice invites once", async () => {
    const { trust, browse } = await trustWithAdministrator();
    const form = { _key: "00000000-0000-4000-8000-000000000001", role: "coach", uses: "1", days: "1" };
    const path = `/bodies/${trust.code}/people/invite-link`;
    const answers = await Promise.all([
      browse(path, { form }),
      browse(path, { form }),
      browse(path, { form }),
    ]);
    expect(new Set(answers.map(location)).size).toBe(1);
    const rows = await world.db
      .selectFrom("invitations")
      .select("id")
      .where("body_id", "=", trust.id)
      .execute();
    expect(rows).toHaveLength(1);
  });
});

describe("roles", () => {
  test("changing and ending a role takes effect at the other's next request", async () => {
    const { trust, browse } = await trustWithAdministrator();
    const nurse = await person(world.db, { name: "Nadia Quist" });
    await member(world.db, nurse, trust, "member");
    const theirs = await world.as(nurse);
    expect((await theirs(`/bodies/${trust.code}/people`)).status).toBe(200);
    const list = await (await browse(`/bodies/${trust.code}/people?q=nadia`)).text();
    expect(list).toContain("Nadia Quist");
    const path = `/bodies/${trust.code}/people/${nurse.id}`;
    expect(await (await browse(path)).text()).toContain("Nadia Quist");
    expect(location(await browse(`${path}/role`, { form: { from: "member", to: "lead" } }))).toContain(
      "done=changed",
    );
    expect(await held(nurse.id, trust)).toEqual(["lead"]);
    expect((await theirs(`/bodies/${trust.code}/people/invite`)).status).toBe(200);
    expect(location(await browse(`${path}/end`, { form: { role: "lead" } }))).toContain("done=ended");
    expect((await theirs(`/bodies/${trust.code}/people`)).status).toBe(403);
  });

  test("nobody gives themselves more, and administrators end where their body ends", async () => {
    const { trust, administrator, browse } = await trustWithAdministrator();
    const other = await trustWithAdministrator();
    const lead = await person(world.db);
    await member(world.db, lead, trust, "lead");
    const own = await world.as(lead);
    const change = { form: { from: "lead", to: "administrator" } };
    expect((await own(`/bodies/${trust.code}/people/${lead.id}/role`, change)).status).toBe(422);
    expect(
      (await own(`/bodies/${trust.code}/people/${administrator.id}/end`, { form: { role: "administrator" } }))
        .status,
    ).toBe(403);
    const theirs = `/bodies/${other.trust.code}/people/${other.administrator.id}`;
    expect((await browse(`${theirs}/end`, { form: { role: "administrator" } })).status).toBe(403);
    expect((await browse(`${theirs}/role`, { form: { from: "administrator", to: "member" } })).status).toBe(
      403,
    );
    // The id of somebody elsewhere under the code of one's own body is nobody.
    expect(
      (
        await browse(`/bodies/${trust.code}/people/${other.administrator.id}/end`, {
          form: { role: "administrator" },
        })
      ).status,
    ).toBe(404);
    expect(await held(other.administrator.id, other.trust)).toEqual(["administrator"]);
  });

  test("the last administrator stays, whichever way they would go", async () => {
    const { trust, administrator, browse } = await trustWithAdministrator();
    const path = `/bodies/${trust.code}/people`;
    const mine = `${path}/${administrator.id}`;
    const ways = [
      await browse(`${path}/leave`, { form: {} }),
      await browse(`${mine}/end`, { form: { role: "administrator" } }),
      await browse(`${mine}/role`, { form: { from: "administrator", to: "member" } }),
      await browse("/me/delete", { form: { email: administrator.email } }),
    ];
    for (const way of ways) {
      expect(way.status).toBe(409);
      expect(await way.text()).toContain("Make somebody else an administrator");
    }
    expect(await held(administrator.id, trust)).toEqual(["administrator"]);
  });

  test("two administrators who leave at the same moment: one stays", async () => {
    const { trust, administrator, browse } = await trustWithAdministrator();
    const second = await person(world.db);
    await member(world.db, second, trust, "administrator");
    const theirs = await world.as(second, { strong: true });
    const path = `/bodies/${trust.code}/people/leave`;
    const answers = await Promise.all([browse(path, { form: {} }), theirs(path, { form: {} })]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([303, 409]);
    expect([...(await held(administrator.id, trust)), ...(await held(second.id, trust))]).toEqual([
      "administrator",
    ]);
  });
});

test("the audit holds what was done, in one chain that can be followed", async () => {
  expect(await verifyAudit(world.db)).toEqual([]);
});

test("the pages of people keep to 12 statements", async () => {
  const { trust, browse, administrator } = await trustWithAdministrator();
  for (let one = 0; one < 35; one += 1) await member(world.db, await person(world.db), trust);
  const paths = [
    "",
    "/invite",
    "/invite-link",
    "/invitations",
    `/${administrator.id}`,
    "?page=2",
    "?q=person",
  ];
  for (const path of [
    ...paths.map((one) => `/bodies/${trust.code}/people${one}`),
    `/bodies/${trust.code}/sign-on`,
    "/me",
    "/me/profile",
    "/me/data",
  ]) {
    world.statements();
    expect((await browse(path)).status, path).toBe(200);
    expect(world.statements(), path).toBeLessThanOrEqual(12);
  }
});

describe("the part of a body's page about its people", () => {
  test("names the leads to whoever is signed in, offers what the reader may do, and says nothing to the public", async () => {
    const { trust, browse } = await trustWithAdministrator();
    const lead = await person(world.db, { name: "Leona Marrow" });
    await member(world.db, lead, trust, "lead");
    const path = `/bodies/${trust.code}`;
    const part = async (reader: typeof browse): Promise<string> => {
      const page = await reader(path);
      expect(page.status).toBe(200);
      return /<div id="people">.*?<\/section>/s.exec(await page.text())?.[0] ?? "";
    };
    expect(await part(world.anonymous())).toBe("");
    const outside = await part(await world.as(await person(world.db)));
    expect(outside).toContain("Leona Marrow");
    expect(outside).toContain("You are not a member");
    expect(outside).not.toContain("/people/invite");
    const inside = await part(browse);
    expect(inside).toContain("See all 2 people");
    expect(inside).toContain(`${path}/people/invite`);
    expect(inside).not.toContain("You are not a member");
  });
});
