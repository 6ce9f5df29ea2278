import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sql } from "kysely";
import { z } from "zod";
import { verifyAudit } from "#platform/audit.ts";
import { testApp, type Browse, type TestApp } from "#tests/setup/app.ts";
import { body, member, person } from "#tests/world.ts";

let world: TestApp;

beforeAll(async () => {
  world = await testApp();
});
afterAll(() => world.close());

const location = (response: Response): string => response.headers.get("Location") ?? `(${response.status})`;
const textOf = async (browse: Browse, path: string): Promise<string> => (await browse(path)).text();

describe("the profile", () => {
  test("each part is seen by whom its owner chose; where nothing is seen nobody is there", async () => {
    const trust = await body(world.db);
    const owner = await person(world.db, { name: "Odile Marsh" });
    const colleague = await person(world.db);
    await member(world.db, owner, trust);
    await member(world.db, colleague, trust);
    const own = await world.as(owner);
    const readers = {
      self: own,
      colleague: await world.as(colleague),
      stranger: await world.as(await person(world.db)),
      visitor: world.anonymous(),
    };
    const path = `/people/${owner.id}`;
    expect((await readers.stranger(path)).status).toBe(404);
    expect((await readers.visitor(path)).status).toBe(404);
    expect(await textOf(readers.colleague, path)).toContain("Odile Marsh");

    const lead = await person(world.db);
    await member(world.db, lead, await body(world.db), "lead");
    expect((await (await world.as(lead))(path)).status).toBe(404);

    const parts = [
      ["phone", "only-me", "01632 960001", ["self"]],
      ["access_needs", "my-bodies", "A hearing loop", ["self", "colleague"]],
      ["job_title", "signed-in", "Ward sister", ["self", "colleague", "stranger"]],
      ["skills", "public", "Listening", ["self", "colleague", "stranger", "visitor"]],
    ] as const;
    for (const [field, audience, value] of parts) {
      const page = await textOf(own, `/me/profile/${field}`);
      const version = /name="_version" value="(\d+)"/.exec(page)![1]!;
      const saved = await own(`/me/profile/${field}`, { form: { value, audience, _version: version } });
      expect(location(saved)).toContain("done=saved");
    }
    for (const [, , value, seenBy] of parts) {
      for (const [name, browse] of Object.entries(readers)) {
        const sees = (await textOf(browse, path)).includes(value);
        expect(sees, `${name} and ${value}`).toBe(seenBy.some((one) => one === name));
      }
    }
  });

  test("two windows: the second one is shown both texts and loses neither", async () => {
    const own = await world.as(await person(world.db));
    const save = (value: string, version: string) =>
      own("/me/profile/about", { form: { value, audience: "signed-in", _version: version } });
    expect((await save("First text", "0")).status).toBe(303);
    const late = await save("Second text", "0");
    expect(late.status).toBe(409);
    const page = await late.text();
    expect(page).toContain("First text");
    expect(page).toContain("Second text");
    expect((await own("/me/profile/nothing")).status).toBe(404);
  });
});

describe("what we hold", () => {
  test("the download holds all that is about the person, and nothing of anybody else", async () => {
    const trust = await body(world.db, { name: "Harkness Trust" });
    const owner = await person(world.db, { name: "Ivy Locke" });
    const other = await person(world.db, { name: "Canary Otherperson" });
    await member(world.db, owner, trust, "lead");
    await member(world.db, other, trust, "lead");
    const browse = await world.as(owner);
    await (
      await world.as(other)
    )("/me");
    await browse("/me/profile/skills", { form: { value: "Weaving", audience: "only-me" } });
    await browse(`/bodies/${trust.code}/people/invite`, {
      form: { email: "guest@example.test", role: "member" },
    });
    const response = await browse("/me/data.json");
    expect(response.headers.get("Content-Disposition")).toContain("attachment");
    expect(response.headers.get("Cache-Control")).toBe("no-store");
    const text = await response.text();
    for (const own of [
      "Ivy Locke",
      owner.email,
      "Harkness Trust",
      "Weaving",
      "guest@example.test",
      "invited",
    ]) {
      expect(text).toContain(own);
    }
    for (const foreign of ["Canary", other.email, other.id]) expect(text).not.toContain(foreign);
    const held = z
      .object({
        roles: z.array(z.unknown()),
        sessions: z.array(z.record(z.string(), z.unknown())),
        audit: z.array(z.unknown()),
      })
      .parse(JSON.parse(text));
    expect([held.roles.length, held.sessions.length]).toEqual([1, 1]);
    expect(Object.keys(held.sessions[0]!)).not.toContain("token");
    expect(held.audit.length).toBeGreaterThanOrEqual(2);
  });
});

describe("deleting the account", () => {
  test("leaves no name and no address in any table, keeps what was shared, and the audit holds", async () => {
    const trust = await body(world.db);
    const leaver = await person(world.db, {
      name: "Zebedee Quillfeather",
      email: "zebedee.quillfeather@example.test",
    });
    await member(world.db, leaver, trust, "lead");
    const inviter = await person(world.db);
    await member(world.db, inviter, trust, "lead");
    const browse = await world.as(leaver);
    const invite = { form: { email: leaver.email, role: "member" } };
    await (
      await world.as(inviter)
    )(`/bodies/${trust.code}/people/invite`, invite);
    await browse("/me/profile/about", { form: { value: "I am Zebedee Quillfeather", audience: "public" } });
    await browse("/forgotten-password", { form: { email: leaver.email } });
    expect(await tablesWith("quillfeather")).not.toEqual([]);

    expect((await browse("/me/delete", { form: { email: "someone@example.test" } })).status).toBe(422);
    const gone = await browse("/me/delete", { form: { email: "Zebedee.Quillfeather@example.test" } });
    expect(location(gone)).toBe("/sign-in?done=deleted");
    expect(await tablesWith("quillfeather")).toEqual([]);
    expect(await tablesWith("zebedee")).toEqual([]);
    const kept = await world.db
      .selectFrom("users")
      .selectAll()
      .where("id", "=", leaver.id)
      .executeTakeFirstOrThrow();
    expect(kept.name).toBe("Former member");
    expect((await browse("/me")).status).toBe(303);
    const open = await world.db
      .selectFrom("memberships")
      .select("id")
      .where("user_id", "=", leaver.id)
      .where("ended_at", "is", null)
      .execute();
    expect(open).toEqual([]);
    expect((await (await world.as(inviter))(`/people/${leaver.id}`)).status).toBe(404);
    expect(await verifyAudit(world.db)).toEqual([]);
  });

  /** Every table of ours and of the queue that holds this text anywhere in a row. */
  async function tablesWith(text: string): Promise<string[]> {
    const tables = await sql<{ name: string }>`
      SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
      WHERE table_schema IN ('public', 'jobs') AND table_type = 'BASE TABLE'`.execute(world.db);
    const found: string[] = [];
    for (const { name } of tables.rows) {
      const { rows } =
        await sql`SELECT 1 FROM ${sql.raw(name)} t WHERE t::text ILIKE ${`%${text}%`} LIMIT 1`.execute(
          world.db,
        );
      if (rows.length > 0) found.push(name);
    }
    return found;
  }
});
