import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase, type TestDatabase } from "#tests/setup/database.ts";
import { appendAudit, auditHeads, verifyAudit } from "./audit.ts";
import { openDatabase, type Database } from "./database.ts";

const chains = ["11111111-1111-1111-1111-111111111111", "22222222-2222-2222-2222-222222222222"];
const length = 40;
const at = new Date("2026-04-01T09:00:00Z");

let place: TestDatabase;
let app: Database;
let owner: Client;

beforeAll(async () => {
  place = await testDatabase();
  app = openDatabase({ connection: place.app, poolSize: 8, statementTimeoutMs: 20_000 });
  owner = new Client(place.owner);
  await owner.connect();
  for (const [index, bodyId] of chains.flatMap((chain) => Array.from({ length }, () => chain)).entries()) {
    await app.db
      .transaction()
      .execute((tx) =>
        appendAudit(
          tx,
          { actorId: null, requestId: `request-${index}`, at },
          { action: "tested", kind: "thing", id: `${index}`, bodyId, detail: { index } },
        ),
      );
  }
});

afterAll(async () => {
  await owner.end();
  await app.close();
  await place.drop();
});

/** Numbers that look random and are the same every time. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

type Tampering = {
  name: string;
  sql: (chain: string, seq: number) => string;
  firstFault: (seq: number) => number[];
};

const rewrite = (column: string, value: string) => (chain: string, seq: number) =>
  `UPDATE audit_entries SET ${column} = ${value} WHERE chain = '${chain}' AND seq = ${seq}`;

/** Everything that somebody with the owner's password might do to one entry, or to the end of a chain. */
const tamperings: Tampering[] = [
  { name: "edit the action", sql: rewrite("action", "'innocent'"), firstFault: (seq) => [seq] },
  { name: "edit the time", sql: rewrite("at", "at + interval '1 second'"), firstFault: (seq) => [seq] },
  { name: "edit the actor", sql: rewrite("actor_id", "gen_random_uuid()"), firstFault: (seq) => [seq] },
  { name: "edit the detail", sql: rewrite("detail", `'{"index": -1}'`), firstFault: (seq) => [seq] },
  { name: "edit the hash", sql: rewrite("hash", "sha256('x')"), firstFault: (seq) => [seq] },
  {
    name: "delete one",
    sql: (chain, seq) => `DELETE FROM audit_entries WHERE chain = '${chain}' AND seq = ${seq}`,
    // Gone from the middle, the next one stands out of order; gone from the end, the place after the new end.
    firstFault: (seq) => [seq, seq + 1],
  },
  {
    name: "insert one",
    sql: (chain, seq) =>
      `UPDATE audit_entries SET seq = seq + 1000 WHERE chain = '${chain}' AND seq > ${seq};
       INSERT INTO audit_entries SELECT chain, ${seq} + 1, at, actor_id, 'forged', thing_kind, thing_id, request_id, detail, hash
         FROM audit_entries WHERE chain = '${chain}' AND seq = ${seq};
       UPDATE audit_entries SET seq = seq - 999 WHERE chain = '${chain}' AND seq > 1000`,
    firstFault: (seq) => [seq + 1],
  },
  {
    name: "reorder two",
    sql: (chain, seq) =>
      `UPDATE audit_entries SET seq = -1 WHERE chain = '${chain}' AND seq = ${seq};
       UPDATE audit_entries SET seq = ${seq} WHERE chain = '${chain}' AND seq = ${seq} % ${length} + 1;
       UPDATE audit_entries SET seq = ${seq} % ${length} + 1 WHERE chain = '${chain}' AND seq = -1`,
    firstFault: (seq) => [seq, (seq % length) + 1],
  },
  {
    name: "cut off the tail and set the head back",
    sql: (chain, seq) =>
      `DELETE FROM audit_entries WHERE chain = '${chain}' AND seq >= ${seq};
       UPDATE audit_chains c SET seq = ${seq} - 1, hash = coalesce((SELECT hash FROM audit_entries e WHERE e.chain = c.chain AND e.seq = ${seq} - 1), '\\x')
         WHERE chain = '${chain}'`,
    // The chain that is left is whole: only the head that was written outside tells. Nothing left is seen at 1.
    firstFault: (seq) => (seq === 1 ? [1] : [length]),
  },
];

describe("the audit's chains", () => {
  test("hold when nobody touched them", async () => {
    expect(await verifyAudit(app.db, await auditHeads(app.db))).toEqual([]);
  });

  test("1,000 tamperings are all found, and at the place where they were done", async () => {
    const roll = dice(7);
    const anchors = await auditHeads(app.db);
    const undetected: string[] = [];
    await owner.query("ALTER TABLE audit_entries DISABLE TRIGGER audit_entries_append_only");
    const inside = openDatabase({ connection: place.owner, poolSize: 1, statementTimeoutMs: 20_000 });
    for (let round = 0; round < 1_000; round += 1) {
      const tampering = tamperings[round % tamperings.length]!;
      const chain = chains[roll(chains.length)]!;
      const seq = 1 + roll(length);
      await inside.pool.query("BEGIN");
      await inside.pool.query(tampering.sql(chain, seq));
      const faults = await verifyAudit(inside.db, anchors);
      await inside.pool.query("ROLLBACK");
      const first = faults.filter((fault) => fault.chain === chain).map((fault) => fault.seq)[0];
      if (first === undefined || !tampering.firstFault(seq).includes(first)) {
        undetected.push(`${tampering.name} at ${seq}: ${JSON.stringify(faults)}`);
      }
    }
    await inside.close();
    await owner.query("ALTER TABLE audit_entries ENABLE TRIGGER audit_entries_append_only");
    expect(undetected).toEqual([]);
  });

  test.each([
    "UPDATE audit_entries SET action = 'x'",
    "DELETE FROM audit_entries",
    "TRUNCATE audit_entries",
    "INSERT INTO audit_entries SELECT * FROM audit_entries LIMIT 1",
    "UPDATE audit_chains SET seq = 1",
    "DELETE FROM audit_chains",
    "ALTER TABLE audit_entries DISABLE TRIGGER ALL",
    "DROP TABLE audit_entries",
  ])("the application's role may not: %s", async (sql) => {
    await expect(app.pool.query(sql)).rejects.toThrow(/permission denied|must be owner/);
  });

  test("even the owner is stopped by the trigger", async () => {
    await expect(owner.query("DELETE FROM audit_entries")).rejects.toThrow("append-only");
  });

  test("20 writers at once leave one chain without a gap", async () => {
    const bodyId = "33333333-3333-3333-3333-333333333333";
    const write = (writer: number) => async () => {
      for (let entry = 0; entry < 10; entry += 1) {
        await app.db
          .transaction()
          .execute((tx) =>
            appendAudit(
              tx,
              { actorId: null, requestId: "r", at },
              { action: "raced", kind: "thing", id: `${writer}-${entry}`, bodyId },
            ),
          );
      }
    };
    await Promise.all(Array.from({ length: 20 }, (_, writer) => write(writer)()));
    const { rows } = await app.pool.query(
      "SELECT count(*)::int AS count, max(seq)::int AS last FROM audit_entries WHERE chain = $1",
      [bodyId],
    );
    expect(rows[0]).toEqual({ count: 200, last: 200 });
    expect(await verifyAudit(app.db)).toEqual([]);
  });
});
