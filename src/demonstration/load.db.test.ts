import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDatabase, type Database } from "#platform/database.ts";
import { verifyAudit } from "#platform/audit.ts";
import { reckonAfterUpgrade } from "#modules/measures/commands/reckon-after-upgrade.ts";
import { reckonAll } from "#modules/measures/commands/reckon-all.ts";
import { isPassword } from "#modules/people/password.ts";
import { reportCheck } from "#modules/reports/queries/report-check.ts";
import type { Person } from "#platform/actor.ts";
import type { Jobs } from "#platform/jobs.ts";
import { testDatabase, type TestDatabase } from "#tests/setup/database.ts";
import { DemonstrationRefused, loadDemonstration } from "./load.ts";

let own: TestDatabase;
let client: Client;
const lines: string[] = [];
let before: unknown;

beforeAll(async () => {
  own = await testDatabase();
  client = new Client(own.owner);
  await client.connect();
  before = await furniture();
  await loadDemonstration(own.owner, { scale: "demo", today: "2026-11-24" }, (line) => lines.push(line));
});

afterAll(async () => {
  await client.end();
  await own.drop();
});

const rows = async (sql: string): Promise<Record<string, unknown>[]> => (await client.query(sql)).rows;

/** What loading takes away for a while and must bring back: indexes and triggers. */
const furniture = async (): Promise<unknown> => [
  await rows("SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY indexdef"),
  await rows(
    `SELECT tgrelid::regclass::text AS "table", tgname, tgenabled FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1, 2`,
  ),
];

test("each step leaves a line of progress", () => {
  expect(lines).toEqual(
    expect.arrayContaining([expect.stringMatching(/^Bodies: 1,\d{3}$/), "People: 2,000"]),
  );
});

test("what the generator works out is what the triggers work out", async () => {
  const read = "SELECT id, ancestors, search_text FROM bodies ORDER BY id";
  const generated = await rows(read);
  await client.query("BEGIN");
  try {
    await client.query("UPDATE bodies SET ancestors = '{}'");
    // From the top down, because a lineage is worked out from the parent's.
    for (const tier of ["nation", "region", "system", "organisation", "team", "area", "national-body"]) {
      await client.query(
        "UPDATE bodies SET parent_id = parent_id WHERE kind IN (SELECT kind FROM body_kinds WHERE tier = $1)",
        [tier],
      );
    }
    expect(await rows(read)).toEqual(generated);
  } finally {
    await client.query("ROLLBACK");
  }
});

test("indexes and triggers are back as they were", async () => {
  expect(await furniture()).toEqual(before);
});

test("the personas can sign in with the password that is told, and nobody else can", async () => {
  const accounts = await rows(
    "SELECT u.persona, a.account_id = u.id::text AS same, a.password FROM accounts a JOIN users u ON u.id = a.user_id ORDER BY 1",
  );
  expect(accounts.length).toBe(10);
  for (const account of accounts) {
    expect([account.same, await isPassword("demonstration", String(account.password))]).toEqual([true, true]);
  }
});

test("every audience of a profile is one that the profile knows", async () => {
  const odd = await rows(`
    SELECT DISTINCT field.key, field.value FROM profiles, jsonb_each_text(audiences) AS field
    WHERE field.value NOT IN ('only-me', 'my-bodies', 'signed-in', 'public')
      OR field.key NOT IN (SELECT column_name FROM information_schema.columns WHERE table_name = 'profiles')`);
  expect(odd).toEqual([]);
});

describe("the projects", () => {
  test("are at every stage, most with a diagram, a team and numbers", async () => {
    const stages = await rows(
      "SELECT stage, count(*)::int AS count FROM plans WHERE kind IN ('project', 'programme') GROUP BY stage",
    );
    expect(stages.length).toBe(7);
    expect(stages.reduce((sum, one) => sum + Number(one["count"]), 0)).toBe(300);
    const [odd] = await rows(`
      SELECT count(*) FILTER (WHERE (SELECT count(*) FROM plan_nodes n WHERE n.plan_id = p.id AND n.kind = 'aim') <> 1)::int AS aims,
        count(*) FILTER (WHERE NOT EXISTS (SELECT FROM group_members g WHERE g.group_id = p.id AND g.role = 'lead'))::int AS leads,
        count(*) FILTER (WHERE p.stage <> 'idea' AND NOT EXISTS (SELECT FROM plan_series s WHERE s.plan_id = p.id))::int AS series,
        count(*) FILTER (WHERE NOT p.id = ANY (p.opened_by))::int AS closed
      FROM plans p WHERE p.kind IN ('project', 'programme')`);
    expect(odd).toEqual({ aims: 0, leads: 0, series: 0, closed: 0 });
  });

  test("serve the nation, the place, both or neither, and a few ask for help", async () => {
    const priorities = await rows(
      "SELECT priority, count(*)::int AS count FROM plans WHERE kind IN ('project', 'programme') GROUP BY 1 ORDER BY 1",
    );
    expect(priorities.map((one) => one["priority"])).toEqual(["both", "local", "national", "neither"]);
    for (const { count } of priorities) expect(Number(count)).toBeGreaterThan(10);
    const asking = await rows("SELECT help_wanted FROM plans WHERE wants_help");
    expect(asking.length).toBeGreaterThan(2);
    expect(asking.length).toBeLessThan(30);
  });

  test("show signals where changes worked, and mostly chance where they did not", async () => {
    const [shown] = await rows(`
      SELECT avg((s.variation = 'improving')::int) FILTER (WHERE p.stage IN ('implementing', 'sustaining') AND v.kind <> 'balancing')::float AS held,
        avg((s.variation = 'improving')::int) FILTER (WHERE p.stage = 'stopped')::float AS stopped
      FROM plans p JOIN plan_series a ON a.plan_id = p.id JOIN series s ON s.id = a.series_id
      JOIN definition_versions v ON v.definition_id = s.definition_id AND v.version = 1`);
    expect(Number(shown!["held"])).toBeGreaterThan(0.5);
    expect(Number(shown!["stopped"])).toBeLessThan(0.2);
  });

  test("hold nobody's number from a day that has not come", async () => {
    expect(await rows("SELECT FROM points WHERE period > '2026-11-24'")).toEqual([]);
    expect(
      await rows("SELECT FROM plans WHERE created_at > '2026-11-24' OR stage_since > '2026-11-25'"),
    ).toEqual([]);
  });
});

describe("the board reports", () => {
  test("are what their fingerprints say, and what the record of that day gives", async () => {
    const opened = openDatabase({ connection: own.app, poolSize: 2, statementTimeoutMs: 5_000 });
    const [analyst] = await rows("SELECT id, name, email FROM users WHERE persona = '05-analyst'");
    const actor = {
      kind: "person",
      ...analyst,
      sessionId: "",
      strong: false,
      roles: [],
    } as unknown as Person;
    const context = {
      db: opened.db,
      jobs: {} as Jobs,
      actor,
      at: new Date("2026-11-24T12:00:00Z"),
      requestId: "",
    };
    const reports = await rows("SELECT id FROM reports ORDER BY as_of");
    expect(reports).toHaveLength(4);
    for (const { id } of reports) {
      const check = await reportCheck(context, String(id));
      expect(check.agrees).toBe(true);
      expect(check.measures.length).toBeGreaterThan(10);
      expect(check.measures.filter((one) => one.found === "differs")).toEqual([]);
    }
    await opened.close();
  });
});

describe("afterwards", () => {
  let database: Database;
  beforeAll(() => {
    database = openDatabase({ connection: own.app, poolSize: 2, statementTimeoutMs: 5_000 });
  });
  afterAll(() => database.close());

  test("the verdicts that came with the series are those that the program finds, so that none is reckoned again", async () => {
    expect(await reckonAfterUpgrade(database.db)).toBe(0);
    expect(await reckonAll(database.db)).toEqual({ series: expect.any(Number), written: 0 });
  });

  test("the database knows what it holds, and the audit has one entry that verifies", async () => {
    expect(
      await rows("SELECT name, value FROM facts WHERE name IN ('demonstration', 'workforce') ORDER BY name"),
    ).toEqual([
      {
        name: "demonstration",
        value: { scale: "demo", seed: "2016-12-01", today: "2026-11-24", version: 1 },
      },
      { name: "workforce", value: { people: 1_500_000, accounts: 2_000 } },
    ]);
    expect(await rows("SELECT action, thing_id FROM audit_entries")).toEqual([
      { action: "demonstration-loaded", thing_id: "demo" },
    ]);
    expect(await verifyAudit(database.db)).toEqual([]);
  });
});

test("a second loading is refused and changes nothing", async () => {
  const again = loadDemonstration(own.owner, { scale: "demo", today: "2026-11-24" }, () => {});
  await expect(again).rejects.toThrow(DemonstrationRefused);
  await expect(again).rejects.toThrow(/already holds bodies/);
  expect(await rows("SELECT count(*)::int AS count FROM users")).toEqual([{ count: 2_000 }]);
});

describe("the framework", () => {
  test("has progress on all 50 actions, evidence wherever something is done, and all of it is marked invented", async () => {
    const [told] = await rows(`
      SELECT count(*)::int AS all, count(*) FILTER (WHERE c.stage = 'done' AND c.evidence = 0)::int AS unproven,
        count(DISTINCT c.stage)::int AS stages,
        (SELECT count(*)::int FROM commitment_steps WHERE note NOT LIKE 'Invented%') AS unmarked
      FROM commitments c WHERE c.item_key LIKE 'detail-%'`);
    expect(told).toEqual({ all: 52, unproven: 1, stages: 4, unmarked: 0 });
  });

  test("has a published series for each set of existing data that its outcomes are followed by, and a count for each target", async () => {
    const [told] = await rows(`
      WITH items AS (SELECT i.* FROM framework_items i JOIN frameworks f ON f.id = i.framework_id AND f.number = i.number)
      SELECT
        (SELECT count(*)::int FROM items WHERE kind = 'series') AS sets,
        (SELECT array_agg(title) FROM items i WHERE kind = 'series' AND NOT EXISTS (
          SELECT FROM jsonb_array_elements_text(i.detail -> 'measures') n (name)
          JOIN definition_versions v ON v.name = n.name
          JOIN series s ON s.definition_id = v.definition_id AND s.visibility = 'public')) AS unseen,
        (SELECT array_agg(title) FROM items i WHERE kind = 'target' AND 2 > (
          SELECT count(*) FROM framework_counts c WHERE c.item_key = i.key)) AS uncounted`);
    expect(told).toEqual({ sets: 12, unseen: null, uncounted: null });
  });

  test("counts of commitments are what the triggers would have counted", async () => {
    const odd = await rows(`
      SELECT c.item_key FROM commitments c WHERE c.evidence <> (SELECT count(*) FROM commitment_evidence e
        WHERE e.framework_id = c.framework_id AND e.item_key = c.item_key AND e.withdrawn_at IS NULL)`);
    expect(odd).toEqual([]);
  });

  test("has 4 versions, strategies of most organisations, and work aligned from a ward to the nation", async () => {
    const [told] = await rows(`
      SELECT (SELECT count(*)::int FROM framework_versions) AS versions,
        (SELECT count(*)::int > 120 FROM strategies) AS strategies,
        (SELECT count(*)::int FROM strategies s JOIN bodies b ON b.id = s.body_id WHERE b.kind = 'local-system') AS places,
        (SELECT count(*)::int FROM strategies s JOIN bodies b ON b.id = s.body_id WHERE b.kind = 'national-body'
          AND s.sections ->> 'improvement' LIKE 'Invented%') AS national,
        (SELECT max(steps) FROM line_plans) AS steps,
        (SELECT count(DISTINCT tier)::int FROM line_counts) AS tiers`);
    expect(told).toEqual({ versions: 4, strategies: true, places: 44, national: 6, steps: 3, tiers: 4 });
  });
});
