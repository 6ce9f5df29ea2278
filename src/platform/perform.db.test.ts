import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase, type TestDatabase } from "#tests/setup/database.ts";
import { visitor } from "./actor.ts";
import { openDatabase, type Database } from "./database.ts";
import { perform, SentDifferently, submissionDigest, type Context } from "./perform.ts";

let place: TestDatabase;
let app: Database;

beforeAll(async () => {
  place = await testDatabase();
  app = openDatabase({ connection: place.app, poolSize: 16, statementTimeoutMs: 20_000 });
});

afterAll(async () => {
  await app.close();
  await place.drop();
});

function contextFor(key?: string, answers = "a"): Context {
  const submission = key && { key, digest: submissionDigest([["answer", answers]]) };
  return {
    db: app.db,
    jobs: undefined as never,
    actor: visitor,
    at: new Date("2026-04-01T09:00:00Z"),
    requestId: "test",
    ...(submission && { submission }),
  };
}

/** One deed that leaves a countable trace. */
async function writeFactOnce(context: Context, name: string): Promise<string> {
  return perform(context, async (tx) => {
    await tx
      .insertInto("facts")
      .values({ name, value: JSON.stringify(1) })
      .execute();
    return { result: name, did: { action: "written", kind: "fact", id: name } };
  });
}

async function count(table: "facts" | "audit_entries" | "submissions", like: string): Promise<number> {
  const column = { facts: "name", audit_entries: "thing_id", submissions: "key::text" }[table];
  const { rows } = await app.pool.query(`SELECT count(*)::int AS n FROM ${table} WHERE ${column} LIKE $1`, [
    like,
  ]);
  return rows[0].n;
}

describe("one deed", () => {
  test("2,000 forms, each sent 1 to 5 times at once: exactly 2,000 effects, the same answer each time", async () => {
    const forms = Array.from({ length: 2_000 }, (_, index) => ({
      key: randomUUID(),
      name: `${index}`,
      times: 1 + (index % 5),
    }));
    const distinct = new Set<string>();
    const sendAll = (batch: typeof forms) =>
      batch.flatMap((form) =>
        Array.from({ length: form.times }, async (_, again) => {
          // What the work would do is told apart by the sending; only the first one's may ever be there.
          const answer = await writeFactOnce(contextFor(form.key), `form-${form.name}-${again}`);
          distinct.add(`${form.name}=${answer}`);
        }),
      );
    for (let from = 0; from < forms.length; from += 100)
      await Promise.all(sendAll(forms.slice(from, from + 100)));
    expect(distinct.size).toBe(2_000);
    expect(await count("facts", "form-%")).toBe(2_000);
    expect(await count("audit_entries", "form-%")).toBe(2_000);
  });

  test("negative control: without the form's key a double click does the work twice", async () => {
    await writeFactOnce(contextFor(), "unkeyed-1");
    await writeFactOnce(contextFor(), "unkeyed-2");
    expect(await count("facts", "unkeyed-%")).toBe(2);
  });

  test("the same key with other answers is refused, and changes nothing", async () => {
    const key = randomUUID();
    await writeFactOnce(contextFor(key, "first"), "differs-1");
    await expect(writeFactOnce(contextFor(key, "second"), "differs-2")).rejects.toThrow(SentDifferently);
    expect(await count("facts", "differs-%")).toBe(1);
  });

  test("when the work fails, neither trace nor audit nor key is left, and it can be sent again", async () => {
    const key = randomUUID();
    const failing = perform(contextFor(key), async (tx) => {
      await tx.insertInto("facts").values({ name: "half", value: "1" }).execute();
      throw new Error("power cut");
    });
    await expect(failing).rejects.toThrow("power cut");
    expect(await count("facts", "half")).toBe(0);
    expect(await count("submissions", key)).toBe(0);
    await expect(writeFactOnce(contextFor(key), "whole")).resolves.toBe("whole");
  });

  test("a deadlock is run again instead of being shown to a person", async () => {
    await app.pool.query("INSERT INTO facts (name, value) VALUES ('left', '0'), ('right', '0')");
    const touch = (first: string, second: string) =>
      perform(contextFor(), async (tx) => {
        for (const name of [first, second]) {
          await tx.updateTable("facts").set({ value: "1" }).where("name", "=", name).execute();
          await new Promise((resolve) => setTimeout(resolve, 30));
        }
        return { result: null, did: { action: "touched", kind: "fact", id: first } };
      });
    await expect(Promise.all([touch("left", "right"), touch("right", "left")])).resolves.toEqual([
      null,
      null,
    ]);
  });
});
