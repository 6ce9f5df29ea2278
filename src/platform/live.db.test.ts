import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase, type TestDatabase } from "#tests/setup/database.ts";
import { openDatabase, type Database } from "./database.ts";
import { createLive, tell, type Heard, type Live } from "./live.ts";

const log = pino({ level: "silent" });
let own: TestDatabase;
let database: Database;
const lives: Live[] = [];

beforeAll(async () => {
  own = await testDatabase();
  database = openDatabase({ connection: own.app, poolSize: 2, statementTimeoutMs: 5_000 });
});
afterAll(async () => {
  await Promise.all(lives.map((live) => live.close()));
  await database.close();
  await own.drop();
});

/** As another process would: a listening connection of its own. */
function process(): Live {
  const live = createLive({ connection: own.app, log, pulseMilliseconds: 50 });
  lives.push(live);
  return live;
}

/** Listens, and waits until the connection is there. */
async function hearing(live: Live, topic: string): Promise<{ heard: Heard[]; stop(): void }> {
  const heard: Heard[] = [];
  const stop = live.subscribe(topic, (one) => heard.push(one));
  await expect.poll(() => heard).toContainEqual({ kind: "gap" });
  heard.length = 0;
  return { heard, stop };
}

const deed = (...topics: string[]): Promise<void> =>
  database.db.transaction().execute((tx) => tell(tx, ...topics));

test("every process hears of a deed that was done in any of them, and of that topic only", async () => {
  const [one, other] = [await hearing(process(), "plan:1"), await hearing(process(), "plan:1")];
  await deed("plan:2", "plan:1");
  for (const { heard } of [one, other])
    await expect.poll(() => heard).toEqual([{ kind: "changed", topic: "plan:1" }]);
});

test("a deed that is undone is told to nobody", async () => {
  const { heard } = await hearing(process(), "plan:3");
  const undone = database.db.transaction().execute(async (tx) => {
    await tell(tx, "plan:3");
    throw new Error("undone");
  });
  await expect(undone).rejects.toThrow("undone");
  await deed("plan:3");
  await expect.poll(() => heard).toHaveLength(1);
});

test("who has stopped listening hears nothing", async () => {
  const live = process();
  const { heard, stop } = await hearing(live, "plan:4");
  const other: Heard[] = [];
  live.subscribe("plan:4", (one) => other.push(one));
  stop();
  await deed("plan:4");
  await expect.poll(() => other).toHaveLength(1);
  expect(heard).toEqual([]);
});

test("a lost connection is made again, everybody is told to look again, and then hears as before", async () => {
  const { heard } = await hearing(process(), "plan:5");
  await database.pool.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND (query LIKE 'LISTEN%' OR query = 'SELECT 1')",
  );
  await expect.poll(() => heard, { timeout: 5_000 }).toEqual([{ kind: "gap" }]);
  await deed("plan:5");
  await expect.poll(() => heard).toContainEqual({ kind: "changed", topic: "plan:5" });
});

test("leaving is said to all, also to who comes after", async () => {
  const live = process();
  const { heard } = await hearing(live, "plan:6");
  await live.close();
  expect(heard).toEqual([{ kind: "closing" }]);
  const late: Heard[] = [];
  live.subscribe("plan:6", (one) => late.push(one));
  await expect.poll(() => late).toEqual([{ kind: "closing" }]);
});
